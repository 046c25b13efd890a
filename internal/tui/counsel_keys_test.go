package tui

import (
	"strings"
	"testing"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/summary"
)

// undecided puts a counsellor in front of a record in which only the decision is missing.
func undecided(t *testing.T, here ...session.Party) *desk {
	t.Helper()
	now := tick()
	s := session.Start(load(t, "testdata/every-type.yaml"), example(), session.Scribe{Now: now})
	sheet, _ := app.ReadAnswers("answers.yaml", []byte(strings.Split(toured, "decision:")[0]))
	app.Fill(s, sheet)
	s.Consult(nadia, []session.Need{session.IfInterpreted})
	for _, p := range here {
		s.Present(p)
	}
	if p := s.ToAgenda(); p != nil || s.Record().Status != session.InProgress {
		t.Fatalf("%v, %s: the test shows less than it says", p, s.Record().Status)
	}
	d := prepare(t, Options{Now: now})
	d.sitting.Journal = records.Unkept(s)
	return d.open(80, 24)
}

// toSigned goes from the agenda to where all have signed that must, and counts the keys that it takes.
func (d *desk) toSigned(t *testing.T, decision string) (keys int) {
	t.Helper()
	for range 200 {
		s := d.sitting.Session()
		if s.Signed() {
			return keys
		}
		next := d.wanted(s, decision)
		keys += len(next)
		d.press(next...)
	}
	t.Fatalf("no way to the end:\n%s", d.shown())
	return 0
}

// wanted gives the keys that somebody in no doubt would press now.
func (d *desk) wanted(s *session.Session, decision string) []string {
	shown := d.shown()
	says := func(words string) bool { return strings.Contains(shown, words) }
	switch kind := s.Prompt().Kind; {
	case says("Read on"):
		return []string{"enter"}
	case says("signs now"):
		at := strings.Index(shown, "signs now")
		line := shown[strings.LastIndex(shown[:at], "\n")+1 : at]
		return []string{strings.Fields(line)[0], "enter"}
	case says("Who answers?"), says("has the keyboard"):
		return []string{"1", "enter"}
	case says("To sign, type"):
		return append(strings.Split(s.Unsigned()[0].Name, ""), "enter")
	case kind == session.Agenda:
		return []string{"d"}
	case kind == session.Decide:
		return []string{decision, "enter"}
	case kind == session.Attest:
		return []string{"N", "o", "o", "r", "enter"}
	}
	return []string{"enter"}
}

// From the agenda to the last signature, no takes no more keys than yes, and neither does not now, whoever is here and whatever
// the patient decided alone.
func TestNoTakesNoMoreKeysThanYes(t *testing.T) {
	reads := session.Party{Role: session.Patient, Name: "Noor"}
	for _, here := range [][]session.Party{nil, {reads}, {noor, dara, wim}} {
		for _, before := range []string{"", "agree", "decline"} {
			keys := map[string]int{}
			for decision, name := range map[string]string{"1": "agree", "2": "defer", "3": "decline"} {
				d := undecided(t, here...)
				if before != "" {
					d = counselled(t, 80, 24, before, func(s *session.Session) {
						come(here...)(s)
						s.ToDecision()
					})
				}
				keys[name] = d.toSigned(t, decision)
				s := d.sitting.Session()
				if got := summary.Build(s.Questionnaire(), s.Record(), d.sitting.Words).Decision; got == nil || got.Value != name {
					t.Errorf("%s left the decision %v", name, got)
				}
			}
			t.Log(len(here), before, keys)
			if keys["decline"] > keys["agree"] || keys["defer"] > keys["agree"] {
				t.Errorf("keys from the agenda to the end with %d people, %q before: %v", len(here), before, keys)
			}
		}
	}
}

// Enter alone neither decides nor takes back what was decided.
func TestEnterAloneDecidesNothing(t *testing.T) {
	d := counselled(t, 80, 24, "agree", func(s *session.Session) { s.ToDecision() })
	d.toEnd()
	d.press("enter", "1", "enter")
	for range 4 {
		d.press("enter")
	}
	s := d.sitting.Session()
	if got := s.Record().Response.Answers["decision"]; !got.Has("agree") || s.Prompt().Kind != session.Decide {
		t.Errorf("%v at %s:\n%s", got, s.Prompt().Kind, d.shown())
	}
	if !strings.Contains(d.shown(), "Your answer was: I want to talk about starting") || strings.Contains(d.shown(), "(•)") {
		t.Errorf("%s", d.shown())
	}
}
