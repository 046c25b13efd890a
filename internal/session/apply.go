package session

import (
	"fmt"
	"slices"

	"informed/internal/questionnaire"
)

// apply plays one entry. It decides nothing: what may happen was decided before the entry was made.
func (s *Session) apply(e Entry) {
	if s.weighs(e.Event) {
		s.said = e.Seq
	}
	s.discuss(e)
	switch event := e.Event.(type) {
	case Started:
		s.begin = Begin{Record: event.Record, Language: event.Language, Mode: event.Mode, Visit: event.Visit}
	case Shown:
		s.at = event
		s.seen[event.Item] = true
		s.agenda = s.agenda || event.Screen == Agenda
		s.looked = s.looked || event.Screen == Review
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
		s.attested(e)
	case Withdrawn:
		s.withdrawn = e.Seq
	case Carried:
		s.carry(event)
	case Renewed:
		s.renew(event)
	default:
		s.consult(e)
	}
}

// weighs reports whether an event changes what the record says. Once it is complete, looking through it again does not.
func (s *Session) weighs(event Event) bool {
	if s.completed > 0 {
		switch event.(type) {
		case Shown, Explained, Reviewed:
			return false
		}
	}
	return !audit(event)
}

// consult plays an entry of a consultation.
func (s *Session) consult(e Entry) {
	switch event := e.Event.(type) {
	case Consulted:
		s.consultation = &consultation{counsellor: event.Counsellor, witness: event.Witness, hand: ByCounsellor}
		s.gather()
	case Handed:
		s.consultation.hand, s.consultation.why = event.To, event.Why
	case Present:
		s.leave(event.Party.Role, event.Party.Name)
		s.parties = append(s.parties, event.Party)
	case Gone:
		s.leave(event.Role, event.Name)
	case Amended:
		s.amendments = append(s.amendments, Amendment{Fingerprint: event.Fingerprint, Why: event.Why, By: e.Actor, At: e.At})
	case Signed:
		s.signatures = append(s.signatures, Signature{
			Role: event.Role, Name: event.Name, Meaning: event.Meaning, At: e.At, Fingerprint: event.Fingerprint, Typist: e.Typist,
			Signer: s.party(event.Role, event.Name),
		})
		s.gather()
	}
}

func (s *Session) leave(role, name string) {
	s.parties = slices.DeleteFunc(s.parties, func(p Party) bool { return p.is(role, name) })
}

func (s *Session) set(id string, v questionnaire.Value, e Entry) {
	s.unsign()
	if v.IsZero() {
		delete(s.answers, id)
		delete(s.marks, id)
	} else {
		s.answers[id] = v
		s.marks[id] = Mark{By: e.Role, At: e.At, Typist: e.Typist}
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
func (s *Session) fits(entry Entry) error {
	event := entry.Event
	id := Item(event)
	e, ok := s.q.Entry(id)
	if !ok && id != "" {
		return fmt.Errorf("%w: no item %q in %s %s", ErrStrange, id, s.q.ID, s.q.Version)
	}
	if !s.possible(event, e) || s.may(event) != nil || !s.spoken(entry) {
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
	case Probed:
		return s.offered(event)
	case Carried:
		return e != nil && t.Question() && (event.Talk || !event.Value.IsZero())
	case Consulted:
		return event.Counsellor.Role == Counsellor && event.Counsellor.problem() == nil
	case Present:
		return event.Party.Role != Counsellor && event.Party.problem() == nil
	case Handed:
		return slices.Contains([]Hand{ByCounsellor, ByPatient, ByRepresentative}, event.To) || event.To == ForPatient && event.Why != ""
	case Concluded:
		return e != nil && t.Answerable() && (event.Outcome != Resolved || s.Discussion(e.ID).Ready)
	case TaughtBack, Confirmed:
		return e != nil && t.Answerable()
	case Amended:
		return s.signed() && event.Fingerprint == s.fingerprint()
	case Signed:
		return s.consultation != nil && s.completed > 0 && event.Fingerprint == s.fingerprint() && s.turn(event.Role, event.Name) == nil
	default:
		return true
	}
}

// showable reports whether there is such a screen about an item, which is nil for none.
func (s *Session) showable(kind Kind, e *questionnaire.Entry) bool {
	switch {
	case e == nil:
		return slices.Contains([]Kind{Welcome, Review, Done, Difference}, kind) ||
			s.consultation != nil && slices.Contains([]Kind{Agenda, People, Signing}, kind)
	case kind == Discuss:
		return s.consultation != nil && e.Type.Answerable()
	case kind == Probe:
		return s.consultation != nil && e.Type == questionnaire.TypeQuiz
	case kind == ProbeResult:
		_, ok := s.lastProbe(e.ID)
		return ok
	case kind == Feedback:
		return e.Type == questionnaire.TypeQuiz && len(s.answers[e.ID].Codes) > 0
	default:
		own, ok := screen(e.Item)
		return ok && own == kind
	}
}
