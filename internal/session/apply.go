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
		s.begin = Begin{Record: event.Record, Language: event.Language, Mode: event.Mode}
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

// fits reports an event that names what the questionnaire does not have.
func (s *Session) fits(event Event) error {
	id := Item(event)
	if _, ok := s.q.Entry(id); !ok && id != "" {
		return fmt.Errorf("no item %q in %s %s", id, s.q.ID, s.q.Version)
	}
	return nil
}
