package sessiontest

import (
	"math/rand/v2"
	"time"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// Clock gives a time that goes on by a second at each call, from a fixed start.
func Clock() func() time.Time {
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	return func() time.Time {
		at = at.Add(time.Second)
		return at
	}
}

// Start opens a record with fixed particulars.
func Start(q *questionnaire.Questionnaire) *session.Session {
	return session.Start(q, session.Begin{Record: "EXAMPLE", Language: "en", Mode: "patient"}, session.Scribe{Now: Clock()})
}

// Step does one thing at random that a person could do on the current screen, sensible or not.
func Step(r *rand.Rand, s *session.Session) {
	p := s.Prompt()
	switch n := r.IntN(10); {
	case n < 2:
		s.Back()
	case n < 3 && p.Entry != nil:
		s.Flag(p.Entry.ID, r.IntN(2) == 0)
	case n < 4 && p.Kind == session.Review:
		if lines := s.Review(); len(lines) > 0 {
			s.Jump(lines[r.IntN(len(lines))].Entry.ID)
		}
	case n < 5 && p.Entry != nil:
		s.Explain()
	case n < 6:
		s.Skip()
	default:
		if p.Entry != nil {
			s.Answer(p.Entry.ID, Value(r, p))
		}
		s.Next()
	}
}

// Finish goes on from here as someone in a hurry would, answering what is required, until the checklist. It reports
// whether it got there within the given number of screens.
func Finish(r *rand.Rand, s *session.Session, screens int) bool {
	for range screens {
		p := s.Prompt()
		if p.Kind == session.Done {
			return true
		}
		if p.Entry != nil && p.Answer.IsZero() || p.Kind == session.Question {
			s.Answer(p.Entry.ID, Sound(r, p))
		}
		if problem := s.Next(); problem != nil && p.Kind == session.Review {
			s.Jump(problem.Item)
		}
	}
	return false
}

// Value makes an answer for the prompt, one time in five an unsound one.
func Value(r *rand.Rand, p session.Prompt) questionnaire.Value {
	if r.IntN(5) > 0 {
		return Sound(r, p)
	}
	odd := []questionnaire.Value{{}, {Codes: []string{"a", "b"}}, {Codes: []string{"nothing"}}, {Number: "1e9"}, {Number: "99"},
		{Date: "2026-02-30"}, {Text: "words"}, {Codes: []string{"other"}}, {Codes: []string{"unsure", "a"}}}
	return odd[r.IntN(len(odd))]
}

// Sound makes an answer that fits the prompt.
func Sound(r *rand.Rand, p session.Prompt) questionnaire.Value {
	if p.Entry.Type.Question() && r.IntN(6) == 0 {
		return questionnaire.Codes(questionnaire.Unsure)
	}
	switch t := p.Entry.Type; {
	case t.Coded():
		return option(r, p.Probe.Options)
	case t.Numeric():
		return questionnaire.Value{Number: []string{"0", "3", "5", "9", "10"}[r.IntN(5)]}
	case t == questionnaire.TypeDate:
		return questionnaire.Value{Date: "2026-11-22"}
	default:
		return questionnaire.Value{Text: []string{"To walk.", "Nadia Example", "x"}[r.IntN(3)]}
	}
}

func option(r *rand.Rand, options []questionnaire.Option) questionnaire.Value {
	o := options[r.IntN(len(options))]
	v := questionnaire.Codes(o.Value)
	if o.Open {
		v.Words = map[string]string{o.Value: "my own words"}
	}
	return v
}
