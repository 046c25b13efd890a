package session

import (
	"fmt"

	"informed/internal/questionnaire"
)

// apply plays one entry. It decides nothing: what may happen was decided before the entry was made.
func (s *Session) apply(e Entry) {
	if !audit(e.Event) {
		s.said = e.Seq
	}
	switch event := e.Event.(type) {
	case Started:
		s.begin = Begin{Record: event.Record, Language: event.Language, Mode: event.Mode, Visit: event.Visit}
	case Shown:
		s.at = event
		s.seen[event.Item] = true
	case Answered:
		s.set(event.Item, event.New, e)
	case Tried:
		s.set(event.Item, questionnaire.Value{Codes: append(s.answers[event.Item].Clone().Codes, event.Option)}, e)
	case Flagged:
		s.flag(event)
	case Decided:
		s.set(event.Item, questionnaire.Codes(event.New), e)
	case Attested:
		s.set(event.Item, questionnaire.Value{Text: event.Name}, e)
	case Completed:
		s.completed = e.Seq
	case Withdrawn:
		s.withdrawn = e.Seq
	}
}

func (s *Session) set(id string, v questionnaire.Value, e Entry) {
	s.unsign()
	if v.IsZero() {
		delete(s.answers, id)
		delete(s.marks, id)
	} else {
		s.answers[id] = v
		s.marks[id] = Mark{By: e.Role, At: e.At}
	}
	s.lay()
}

func (s *Session) flag(event Flagged) {
	s.unsign()
	if event.On {
		s.talk[event.Item] = true
	} else {
		delete(s.talk, event.Item)
	}
}

// unsign takes the attested name and the completion away: they stood under other answers.
func (s *Session) unsign() {
	s.completed = 0
	for id := range s.answers {
		if e, ok := s.q.Entry(id); ok && e.Type == questionnaire.TypeAttestation {
			delete(s.answers, id)
			delete(s.marks, id)
		}
	}
}

// fits refuses an event that cannot have happened: one about what the questionnaire does not have, or not at this point.
// Only what could bring the session to a place where it cannot go on is refused; what an answer says is left to whoever
// reads it, so that what was kept under older rules stays readable.
func (s *Session) fits(event Event) error {
	id := Item(event)
	e, ok := s.q.Entry(id)
	if !ok && id != "" {
		return fmt.Errorf("%w: no item %q in %s %s", ErrStrange, id, s.q.ID, s.q.Version)
	}
	if !s.possible(event, e) {
		return fmt.Errorf("%w: %s %q", ErrStrange, event.kind(), id)
	}
	return nil
}

// possible reports whether an event can be about an item, which is nil for none.
func (s *Session) possible(event Event, e *questionnaire.Entry) bool {
	var t questionnaire.Type
	if e != nil {
		t = e.Type
	}
	switch event := event.(type) {
	case Started:
		return len(s.entries) == 0
	case Shown:
		return s.showable(event.Screen, e)
	case Answered:
		return e != nil && (event.New.IsZero() && t.Answerable() || t.Question() && t != questionnaire.TypeQuiz)
	case Tried:
		return t == questionnaire.TypeQuiz && event.Option != "" && event.Try == len(s.answers[e.ID].Codes) && !s.closed(e.ID)
	case Flagged:
		return e != nil && t.Question()
	case Decided:
		return t == questionnaire.TypeDecision && event.New != ""
	case Attested:
		return t == questionnaire.TypeAttestation && event.Name != ""
	default:
		return true
	}
}

// showable reports whether there is such a screen about an item, which is nil for none.
func (s *Session) showable(kind Kind, e *questionnaire.Entry) bool {
	switch {
	case e == nil:
		return kind == Welcome || kind == Review || kind == Done
	case kind == Feedback:
		return e.Type == questionnaire.TypeQuiz && len(s.answers[e.ID].Codes) > 0
	default:
		own, ok := screen(e.Item)
		return ok && own == kind
	}
}
