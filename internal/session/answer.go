package session

import (
	"maps"

	"informed/internal/questionnaire"
	"informed/internal/text"
)

// Answer records an answer to the question, decision or attestation on the current screen; of a quiz, one try, after
// which the feedback is shown. A zero value takes an answer back. Own words are cleaned of what no terminal may
// show. It gives the Problem that keeps the value out, or nil; an item that is not on the current screen is refused,
// so that a key pressed twice cannot answer what was not yet read.
func (s *Session) Answer(id string, v questionnaire.Value) *questionnaire.Problem {
	e, ok := s.q.Entry(id)
	if !ok || s.at.Item != id || s.at.Screen != Question && s.at.Screen != Decide && s.at.Screen != Attest {
		return &questionnaire.Problem{Code: "not-here", Item: id}
	}
	v = clean(e.Type, v)
	if e.Type == questionnaire.TypeQuiz {
		return s.try(e, v)
	}
	v = canonical(e.Item, v)
	if p := e.Validate(v); p != nil {
		return p
	}
	if v.Equal(s.answers[id]) {
		return nil
	}
	return s.make(s.answerEvent(e, v))
}

func (s *Session) answerEvent(e *questionnaire.Entry, v questionnaire.Value) Event {
	old := s.answers[e.ID]
	switch {
	case e.Type == questionnaire.TypeDecision && !v.IsZero():
		event := Decided{Item: e.ID, New: v.Codes[0]}
		if !old.IsZero() {
			event.Old = old.Codes[0]
		}
		return event
	case e.Type == questionnaire.TypeAttestation && !v.IsZero():
		return Attested{Item: e.ID, Name: v.Text}
	default:
		return Answered{Item: e.ID, Old: old, New: v}
	}
}

func (s *Session) try(e *questionnaire.Entry, v questionnaire.Value) *questionnaire.Problem {
	if len(v.Codes) != 1 {
		return &questionnaire.Problem{Code: "required", Item: e.ID}
	}
	before := s.answers[e.ID].Clone()
	next := questionnaire.Value{Codes: append(before.Codes, v.Codes[0])}
	if p := e.Validate(next); p != nil {
		return p
	}
	if p := s.make(Tried{Item: e.ID, Try: len(before.Codes), Option: v.Codes[0]}); p != nil {
		return p
	}
	s.record(Shown{Screen: Feedback, Item: e.ID, Editing: s.at.Editing, Agenda: s.at.Agenda})
	return nil
}

// Flag puts "talk about this" on a shown item, or takes it off.
func (s *Session) Flag(id string, on bool) *questionnaire.Problem {
	e, ok := s.q.Entry(id)
	if !ok || !s.enabled[e.Index] || !e.Type.Question() {
		return &questionnaire.Problem{Code: "not-here", Item: id}
	}
	if s.talk[id] == on {
		return nil
	}
	return s.make(Flagged{Item: id, On: on})
}

// Explain records that the explanation of the current item was opened.
func (s *Session) Explain() { s.record(Explained{Item: s.at.Item}) }

// clean takes out of a person's own words what no screen or file may hold.
func clean(t questionnaire.Type, v questionnaire.Value) questionnaire.Value {
	v = v.Clone()
	if t == questionnaire.TypeText {
		v.Text = text.Clean(v.Text)
	} else {
		v.Text = text.CleanLine(v.Text)
	}
	maps.DeleteFunc(v.Words, func(code, _ string) bool { return !v.Has(code) })
	for code, words := range v.Words {
		v.Words[code] = text.CleanLine(words)
	}
	if len(v.Words) == 0 {
		v.Words = nil
	}
	return v
}

// canonical puts options in the order of the file and numbers in one form, so that equal answers are equal values.
func canonical(it *questionnaire.Item, v questionnaire.Value) questionnaire.Value {
	if n, ok := questionnaire.ParseNumber(v.Number); ok {
		v.Number = n
	}
	if it.Type != questionnaire.TypeChoices || it.Validate(v) != nil {
		return v
	}
	var codes []string
	for _, o := range it.Options {
		if v.Has(o.Value) {
			codes = append(codes, o.Value)
		}
	}
	v.Codes = codes
	return v
}
