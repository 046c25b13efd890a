package tui

import (
	"slices"
	"strings"
	"testing"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// putTo puts a question to the patient of a consultation, with the keyboard still at the counsellor's.
func putTo(t *testing.T, item string, here ...session.Party) *desk {
	return counselled(t, 80, 24, "agree", func(s *session.Session) {
		for _, p := range here {
			s.Present(p)
		}
		s.Ask(item)
	})
}

func TestWhoAnswers(t *testing.T) {
	tests := []struct {
		name string
		here []session.Party
		keys string
		mark session.Mark
	}{
		{"the patient", nil, "1 enter", session.Mark{By: session.Patient}},
		{"whoever decides for them", []session.Party{sam}, "2 enter", session.Mark{By: session.Representative}},
		{"the counsellor types", nil, "2 enter 1 enter",
			session.Mark{By: session.Patient, Typist: session.Typist{Name: "Nadia Example", Why: "The patient cannot see the screen well"}}},
		{"for another reason", nil, "2 enter 4 enter . x enter",
			session.Mark{By: session.Patient, Typist: session.Typist{Name: "Nadia Example", Why: ".x"}}},
		{"back from why, then the patient", nil, "2 enter esc 1 enter", session.Mark{By: session.Patient}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := putTo(t, "trust", test.here...)
			d.press("3", "enter")
			if got := d.sitting.Session().Record().Response.Answers["trust"]; got.Number != "7" {
				t.Fatalf("the answer changed to %v before it was known whose it is", got)
			}
			for _, key := range strings.Fields(test.keys) {
				d.press(key)
			}
			rec := d.sitting.Session().Record()
			got := rec.Marks["trust"]
			test.mark.At = got.At
			if rec.Response.Answers["trust"].Number != "3" || got != test.mark {
				t.Errorf("%v by %+v:\n%s", rec.Response.Answers["trust"], got, d.shown())
			}
		})
	}
}

// A counsellor who types for the patient says once why. Later the same reason is one choice away.
func TestTypingAgainForTheSameReason(t *testing.T) {
	d := counselled(t, 80, 24, "agree", func(s *session.Session) { s.Discuss("trust") })
	d.press("c")
	if strings.Contains(d.shown(), "The reason is the same") {
		t.Fatalf("offered before there was a reason:\n%s", d.shown())
	}
	d.press(strings.Fields("2 enter 4 enter . x enter 1 enter c 3 enter 2 enter")...)
	var whys []string
	for _, e := range d.sitting.Session().Entries() {
		if _, ok := e.Event.(session.Confirmed); ok {
			whys = append(whys, e.Typist.Why)
		}
	}
	if !slices.Equal(whys, []string{".x", ".x"}) {
		t.Errorf("typed for %q:\n%s", whys, d.shown())
	}
}

// Going back from the question changes nothing, and the draft is still there.
func TestWhoAnswersCanBeLeft(t *testing.T) {
	d := putTo(t, "trust")
	d.press("3", "enter")
	before := len(d.sitting.Session().Entries())
	d.press("enter", "2", "enter", "esc", "esc")
	if len(d.sitting.Session().Entries()) != before {
		t.Error("something happened")
	}
	if !strings.Contains(d.shown(), "You chose 3.") {
		t.Errorf("the draft is gone:\n%s", d.shown())
	}
}

// Leaving a question with a draft asks, too: a draft is an answer.
func TestLeavingADraft(t *testing.T) {
	d := putTo(t, "trust")
	d.press("3", "esc", "1", "enter")
	s := d.sitting.Session()
	if got := s.Record().Response.Answers["trust"]; got.Number != "3" || s.Prompt().Kind != session.Agenda {
		t.Errorf("%v at %s", got, s.Prompt().Kind)
	}
}

// What only the patient can do asks at once, wherever it is: putting a mark on, going on from the review.
func TestEveryActOfThePatientAsks(t *testing.T) {
	mark := putTo(t, "trust")
	mark.press("t")
	review := counselled(t, 80, 24, "agree", func(s *session.Session) { s.ToDecision() })
	review.toEnd()
	review.press("enter")
	for name, d := range map[string]*desk{"mark": mark, "review": review} {
		if !strings.Contains(d.shown(), "Who answers?") {
			t.Errorf("%s:\n%s", name, d.shown())
		}
		d.press("1", "enter")
		if strings.Contains(d.shown(), "Who answers?") {
			t.Errorf("%s: it is asked again:\n%s", name, d.shown())
		}
	}
	if !mark.sitting.Session().Record().Response.Talk["trust"] {
		t.Error("the mark is not on")
	}
	if got := review.sitting.Session().Prompt().Kind; got != session.Decide {
		t.Errorf("the review led to %s", got)
	}
}

// A counsellor's own act asks for the keyboard back, and nothing else.
func TestTheKeyboardComesBack(t *testing.T) {
	d := counselled(t, 80, 24, "agree", func(s *session.Session) { s.ToPeople() })
	s := d.sitting.Session()
	s.HandTo(session.ByPatient, "")
	d.press("1", "enter", "1", "enter")
	if hand, _ := s.Hand(); hand != session.ByPatient || len(s.Parties()) != 0 || !strings.Contains(d.shown(), "give the keyboard back") {
		t.Fatalf("%s, %v:\n%s", hand, s.Parties(), d.shown())
	}
	d.press("1", "enter")
	want := session.Party{Role: session.Patient, Name: "Noor"}
	if hand, _ := s.Hand(); hand != session.ByCounsellor || len(s.Parties()) != 1 || s.Parties()[0] != want {
		t.Errorf("%s, %v:\n%s", hand, s.Parties(), d.shown())
	}
}

// No signature and no decision is chosen before somebody chose it.
func TestNothingIsChosenBefore(t *testing.T) {
	for decision := range map[string]bool{questionnaire.Agree: true, questionnaire.Decline: true} {
		d := counselled(t, 80, 24, decision, come(noor))
		d.press("enter")
		d.press("1", "enter")
		if n := len(d.sitting.Session().Record().Signatures); n != 1 {
			t.Errorf("%d signatures", n)
		}
		if shown := d.shown(); strings.Contains(shown, "(•)") {
			t.Errorf("something is chosen:\n%s", shown)
		}
	}
}

func TestHand(t *testing.T) {
	open := func(w, h int) *desk {
		return counselled(t, w, h, "agree", func(s *session.Session) {
			s.Present(sam)
			s.ToDecision()
		})
	}
	walk(t, "hand", open, [][2]string{
		{"who answers", "on"},
		{"nothing chosen", "on"},
		{"somebody chosen", "2"},
		{"why the counsellor types", "3 enter"},
		{"no reason chosen", "on"},
		{"a reason in own words", "4 enter"},
		{"that reason", "H a n d space h u r t s"},
	})
}
