package session_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

// oddEvent makes an event as no session would: whoever can write to the store can keep it, in a chain that is whole.
func oddEvent(r *rand.Rand, q *questionnaire.Questionnaire) session.Event {
	entries := q.Entries()
	id := entries[r.IntN(len(entries))].ID
	if r.IntN(6) == 0 {
		id = ""
	}
	values := []questionnaire.Value{{}, {Codes: []string{"yes"}}, {Codes: []string{"a", "b", "c", "d"}}, {Codes: []string{}},
		{Number: "many"}, {Number: "9"}, {Date: "long ago"}, {Text: "words"}, {Words: map[string]string{"a": "words"}}}
	value := func() questionnaire.Value { return values[r.IntN(len(values))] }
	word := []string{"", "yes", "agree", "a", "nothing"}[r.IntN(5)]
	screens := []session.Kind{session.Welcome, session.Read, session.Question, session.Feedback, session.Review, session.Decide,
		session.Attest, session.Done, "", "elsewhere"}
	switch r.IntN(12) {
	case 0, 1, 2, 3, 4:
		return session.Shown{Screen: screens[r.IntN(len(screens))], Item: id, Editing: r.IntN(3) == 0}
	case 5, 6:
		return session.Answered{Item: id, Old: value(), New: value()}
	case 7:
		return session.Tried{Item: id, Try: r.IntN(5) - 1, Option: word}
	case 8:
		return session.Flagged{Item: id, On: true}
	case 9:
		return session.Decided{Item: id, Old: word, New: word}
	case 10:
		return session.Attested{Item: id, Name: word}
	default:
		return []session.Event{session.Completed{}, session.Withdrawn{}, session.Reviewed{}, session.Started{}}[r.IntN(4)]
	}
}

// Whatever entries say, they are refused, or the session that they give can be looked at and gone on with.
func TestOddEntriesAreRefusedOrHarmless(t *testing.T) {
	refused, taken := 0, 0
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 3))
		q := sessiontest.Questionnaire(r, 6)
		s := sessiontest.Start(q)
		for range r.IntN(12) {
			sessiontest.Step(r, s)
		}
		entries := s.Entries()
		scribe := session.Scribe{Now: sessiontest.Clock()}
		for range 1 + r.IntN(3) {
			entries = append(entries, scribe.Write(entries[len(entries)-1].Link, oddEvent(r, q)))
		}
		again, err := session.Replay(q, entries, scribe)
		if err != nil {
			refused++
			if !errors.Is(err, session.ErrStrange) {
				t.Fatalf("seed %d: %v", seed, err)
			}
			continue
		}
		taken++
		again.Record()
		again.Review()
		for range 12 {
			if p := again.Prompt(); p.Kind == session.Feedback && p.Result == nil {
				t.Fatalf("seed %d: feedback on nothing", seed)
			}
			sessiontest.Step(r, again)
		}
	}
	t.Logf("%d refused, %d taken", refused, taken)
	if refused < 300 || taken < 300 {
		t.Error("the test shows less than it says")
	}
}
