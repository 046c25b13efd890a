package session

import (
	"informed/internal/questionnaire"
)

// Discussion is what consultations made of one item.
type Discussion struct {
	Entries []Entry   // what was said and done about it there, in order
	Outcome Concluded // where it came out; the zero value while it did not
	Ready   bool      // the patient's own word stands behind it, so that it can be resolved
}

// Discussion gives what consultations made of an item; of "", the notes about all.
func (s *Session) Discussion(item string) Discussion { return s.discussions[item] }

// discuss takes in an entry that was made during a consultation. A word of the patient's own is what an outcome rests on,
// and takes it back where it says so.
func (s *Session) discuss(e Entry) {
	if s.consultation == nil {
		return
	}
	id := Item(e.Event)
	d := s.discussions[id]
	switch event := e.Event.(type) {
	case Noted, Amended:
	case Concluded:
		d.Outcome = event
	case TaughtBack:
		d.hears(event.Clear)
	case Confirmed:
		d.hears(event.Answer == questionnaire.Yes)
	case Probed:
		d.hears(s.right(event))
	case Answered:
		d.begins(!event.Old.IsZero() && !event.New.IsZero())
	case Decided:
		d.begins(event.Old != "")
	case Tried:
		d.begins(s.right(Probed{Item: event.Item, Probe: event.Try, Option: event.Option}))
	case Flagged:
		d.begins(!event.On)
	default:
		return
	}
	d.Entries = append(d.Entries, e)
	s.discussions[id] = d
	switch e.Event.(type) {
	case Answered, Tried, Decided:
		s.shake(id)
	}
}

// shake reopens what was resolved about items of which an answer to another one decides what they mean.
func (s *Session) shake(changed string) {
	for id, d := range s.discussions {
		if e, ok := s.q.Entry(id); ok && id != changed && rests(e, changed) {
			d.hears(false)
			s.discussions[id] = d
		}
	}
}

// rests reports whether an outcome of e looks at the answer to another item.
func rests(e *questionnaire.Entry, other string) bool {
	found := false
	for _, o := range e.Outcomes {
		if o.When != nil {
			o.When.Items(func(id string) { found = found || id == other })
		}
	}
	return found
}

func (d *Discussion) hears(settled bool) {
	d.Ready = settled
	if !settled && d.Outcome.Outcome == Resolved {
		d.Outcome = Concluded{}
	}
}

// begins starts the talk anew. Only a changed answer is the patient's word that something came of it: a first answer, a wrong one
// or a wish to talk is what there is to talk about.
func (d *Discussion) begins(ready bool) { d.Outcome, d.Ready = Concluded{}, ready }

// right reports whether the answer to a fresh quiz was.
func (s *Session) right(p Probed) bool {
	e, _ := s.q.Entry(p.Item)
	for _, o := range e.Probe(p.Probe).Options {
		if o.Value == p.Option {
			return o.Correct
		}
	}
	return false
}

// fresh tells which of the questions of a quiz was asked least, and of those alike the one that was not asked last.
func (s *Session) fresh(e *questionnaire.Entry) int {
	if e.Again == nil {
		return 0
	}
	asked, last := [questionnaire.Tries]int{}, 0
	ask := func(probe int) { asked[probe]++; last = probe }
	for try := range s.answers[e.ID].Codes {
		ask(try)
	}
	for _, entry := range s.discussions[e.ID].Entries {
		if p, ok := entry.Event.(Probed); ok {
			ask(p.Probe)
		}
	}
	switch {
	case asked[0] < asked[1]:
		return 0
	case asked[0] > asked[1]:
		return 1
	default:
		return 1 - last
	}
}

// AnswerProbe notes the patient's answer to the quiz on screen, and shows what it means.
func (s *Session) AnswerProbe(item, option string) *questionnaire.Problem {
	e, ok := s.q.Entry(item)
	if !ok || s.at.Screen != Probe || s.at.Item != item {
		return &questionnaire.Problem{Code: "not-here", Item: item}
	}
	probed := Probed{Item: item, Probe: s.fresh(e), Option: option}
	switch {
	case option == "":
		return &questionnaire.Problem{Code: "required", Item: item}
	case !s.offered(probed):
		return &questionnaire.Problem{Code: "not-an-option", Item: item}
	}
	if p := s.make(probed); p != nil {
		return p
	}
	s.record(Shown{Screen: ProbeResult, Item: item})
	return nil
}

// offered reports whether the question of a quiz has that option.
func (s *Session) offered(p Probed) bool {
	e, ok := s.q.Entry(p.Item)
	if !ok || e.Type != questionnaire.TypeQuiz || p.Probe < 0 || p.Probe >= questionnaire.Tries {
		return false
	}
	for _, o := range e.Probe(p.Probe).Options {
		if o.Value == p.Option {
			return true
		}
	}
	return false
}

// lastProbe gives the last answer to a fresh quiz of an item.
func (s *Session) lastProbe(item string) (Probed, bool) {
	entries := s.discussions[item].Entries
	for i := len(entries) - 1; i >= 0; i-- {
		if p, ok := entries[i].Event.(Probed); ok {
			return p, true
		}
	}
	return Probed{}, false
}
