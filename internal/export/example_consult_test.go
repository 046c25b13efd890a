package export_test

import (
	"testing"
	"time"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/summary"
)

func must(t *testing.T, p *questionnaire.Problem) {
	t.Helper()
	if p != nil {
		t.Fatalf("%+v", *p)
	}
}

// consulted gives a consultation about the example with someone who agrees: topics resolved, referred and left open, in
// private too; a quiz asked afresh, teach-back, and an answer that was changed.
func consulted(t *testing.T) *session.Session {
	t.Helper()
	answers := exampleAnswers()
	answers["decision"] = []questionnaire.Value{questionnaire.Codes("agree")}
	alone := walk(t, example(), answers, "told")
	began := alone.Entries()
	s, err := session.Replay(alone.Questionnaire(), began, session.Scribe{Now: later(began[len(began)-1])})
	if err != nil {
		t.Fatal(err)
	}
	must(t, s.Consult(session.Party{Name: "Nadia Example", Title: "nurse", ID: "N-1"}, []session.Need{session.IfInterpreted}))
	must(t, s.Present(session.Party{Role: session.Patient, Name: "Amina Example", CannotRead: true}))
	must(t, s.Present(session.Party{Role: session.Interpreter, Name: "Ivo Example", Language: "Arabic", Remote: true}))
	must(t, s.Note("", "They came with many questions.\nWe took our time."))
	must(t, s.Note("route", "They did not know that nobody has checked it."))
	must(t, s.TeachBack("many", "One kind of cell cannot help with every illness.", true))
	must(t, s.TeachBack("own", "They are mine, so nothing can happen.", false))
	must(t, s.Ask("own"))
	must(t, s.HandTo(session.ByPatient, ""))
	must(t, s.AnswerProbe("own", "no"))
	must(t, s.Confirm("route", "yes"))
	must(t, s.HandTo(session.ForPatient, "cannot see well"))
	must(t, s.Ask("distance"))
	must(t, s.Answer("distance", questionnaire.Value{Number: "40"}))
	must(t, s.HandTo(session.ByCounsellor, ""))
	must(t, s.Conclude("route", session.Resolved, "", ""))
	must(t, s.Conclude("own", session.Resolved, "", ""))
	must(t, s.Conclude("price", session.Referred, "the clinic's office", "2026-12-01"))
	must(t, s.Conclude("trust", session.Unsettled, "", ""))
	must(t, s.Note("free", "Their family presses them."))
	must(t, s.Conclude("free", session.Referred, "a social worker", ""))
	must(t, s.HandTo(session.ForPatient, "cannot see well"))
	complete(t, s)
	must(t, s.HandTo(session.ByCounsellor, ""))
	return s
}

// complete goes through the review once more: an answer has changed since the name was typed.
func complete(t *testing.T, s *session.Session) {
	t.Helper()
	must(t, s.ToDecision())
	must(t, s.Next())
	must(t, s.Next())
	must(t, s.Answer("attest", questionnaire.Value{Text: "Amina Example"}))
	must(t, s.Next())
}

// later is a clock that goes on an hour after the last entry.
func later(last session.Entry) func() time.Time {
	tick := sessiontest.Clock()
	first := tick()
	return func() time.Time { return last.At.Add(time.Hour).Add(tick().Sub(first)) }
}

// signed lets everybody who must sign do so.
func signed(t *testing.T, s *session.Session) *session.Session {
	t.Helper()
	must(t, s.Present(session.Party{Role: session.Witness, Name: "Wim Example"}))
	for len(s.Unsigned()) > 0 {
		p := s.Unsigned()[0]
		hand, why := session.ByCounsellor, ""
		if p.Role == session.Patient {
			hand, why = session.ForPatient, "cannot see well"
		}
		must(t, s.HandTo(hand, why))
		must(t, s.Sign(p.Role, p.Name, "I was here, and this is what was said."))
	}
	return s
}

// amended changes what all have signed.
func amended(t *testing.T, s *session.Session) *session.Session {
	t.Helper()
	must(t, s.Amend("a note was missing"))
	must(t, s.Note("trust", "They want to read more first."))
	return s
}

// spoken gives a consultation in words that has all that one can have: signatures under what was changed since, a visit and an
// earlier record.
func spoken(t *testing.T) summary.Summary {
	t.Helper()
	sum := build(t, amended(t, signed(t, consulted(t))))
	sum.Record.Visit = "V-EXAMPLE-17"
	sum.Record.Renewed = &summary.Renewed{Record: "EARLIER", Fingerprint: "6d1f0c7be0935d86a1b2c3d4e5f60718293a4b5c6d7e8f90112233445566778a"}
	return sum
}
