package tui

import (
	"context"
	"os"
	"strings"
	"testing"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/records"
	"informed/internal/revision"
	"informed/internal/session"
	"informed/internal/store/memory"
)

// next is the example one version later.
func next(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	data, err := os.ReadFile("testdata/every-type.yaml")
	if err != nil {
		t.Fatal(err)
	}
	later := strings.NewReplacer(
		"version: 1.0.0", "version: 1.1.0\nchange: material",
		"How many visits would there be?", "How many visits would there be in the first year?",
		"count: 10,", "count: 20,",
		`text: "What do you hope for?"`, `change: clarifying, text: "What do you hope for, in your own words?"`,
		"{value: costs, text: Costs}", "{value: costs, text: Costs}\n          - {value: time, text: How much time it takes}",
		"{id: trust, type", "{id: travel, type: yes-no, text: \"Is it far from your home?\"}\n      - {id: trust, type",
		`      - {id: day, type: date, text: "When would it start?", min: 2026-01-01}`+"\n", "",
	).Replace(string(data))
	q, found := yamlform.Load("every-type.yaml", []byte(later))
	if q == nil {
		t.Fatal(found)
	}
	return q
}

// outgrown keeps a record of the example in a store, from before its next version.
func outgrown(t testing.TB, d *desk) (*records.Archive, string) {
	t.Helper()
	a := &records.Archive{Store: memory.New(), Now: d.sitting.Now}
	j, err := a.Begin(t.Context(), load(t, "testdata/every-type.yaml"), example())
	if err != nil {
		t.Fatal(err)
	}
	sheet, _ := app.ReadAnswers("answers.yaml", []byte(toured))
	app.Fill(j.Session(), sheet)
	if err := j.Save(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	return a, example().Record
}

// renewed opens the record of the next version in the place of that one.
func renewed(t testing.TB, w, h int) *desk {
	t.Helper()
	d := prepare(t, Options{Now: tick()})
	a, old := outgrown(t, d)
	j, err := a.Renew(t.Context(), next(t), session.Begin{Record: "LATER", Language: "en", Mode: "counsellor"}, old, asksAgain(t), nadia, nil)
	if err != nil {
		t.Fatal(err)
	}
	d.sitting.Journal = j
	return d.open(w, h)
}

func asksAgain(t testing.TB) (list []string) {
	for _, one := range revision.Compare(load(t, "testdata/every-type.yaml"), next(t)).Material() {
		if one.ID != "" && one.New != nil {
			list = append(list, one.ID)
		}
	}
	return list
}

func TestDifference(t *testing.T) {
	walk(t, "difference", func(w, h int) *desk { return renewed(t, w, h) }, [][2]string{
		{"what differs", ""},
		{"the end of it", "end"},
	})
}

// What differs is still there for whoever goes on at another desk before the patient saw it.
func TestDifferenceAtAnotherDesk(t *testing.T) {
	d := prepare(t, Options{Now: tick()})
	a, old := outgrown(t, d)
	begin := session.Begin{Record: "LATER", Language: "en", Mode: "counsellor"}
	j, err := a.Renew(t.Context(), next(t), begin, old, asksAgain(t), nadia, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if j, err = a.Consult(t.Context(), begin.Record, session.Party{Name: "Omar Example"}, nil); err != nil {
		t.Fatal(err)
	}
	d.sitting.Journal = j
	if d.open(80, 24); !strings.Contains(d.shown(), "You answered version 1.0.0") {
		t.Errorf("%s", d.shown())
	}
}

// At each question that is asked again stands how it was, and what was answered.
func TestBefore(t *testing.T) {
	d := renewed(t, 80, 40)
	d.toEnd()
	for _, stop := range [][]string{
		{"enter", "Which of these", "Your answer was: Risks; Costs"},
		{"1 enter 1 enter", "Is it far", "This question is new."},
		{"1 enter", "How many visits", "Before, the question was: How many visits would there be?", "Your answer was: 9"},
	} {
		d.press(strings.Fields(stop[0])...)
		for _, words := range stop[1:] {
			if !strings.Contains(d.shown(), words) {
				t.Errorf("no %q:\n%s", words, d.shown())
			}
		}
	}
}

// An answer that is kept says nothing of before.
func TestWhatIsKeptIsAsItWas(t *testing.T) {
	d := renewed(t, 80, 40)
	if d.sitting.Session().Ask("trust"); strings.Contains(d.open(80, 40).shown(), "Your answer was") {
		t.Errorf("%s", d.shown())
	}
}

// All that is asked again is walked, nothing else is, and an answer that still fits is there already.
func TestOnlyWhatDiffersIsAskedAgain(t *testing.T) {
	d := renewed(t, 80, 24)
	s := d.sitting.Session()
	if s.Prompt().Kind != session.Difference {
		t.Fatalf("it begins at %s", s.Prompt().Kind)
	}
	if got := s.Record().Response.Answers["trust"]; got.Number != "7" {
		t.Errorf("an answer that did not change is %v", got)
	}
	var asked []string
	for range 60 {
		p := s.Prompt()
		if p.Kind == session.Agenda || p.Kind == session.Review {
			break
		}
		if p.Entry != nil && (len(asked) == 0 || asked[len(asked)-1] != p.Entry.ID) {
			asked = append(asked, p.Entry.ID)
		}
		switch shown := d.shown(); {
		case strings.Contains(shown, "Who answers?"):
			d.press("1", "enter")
		case strings.Contains(shown, "Read on"), p.Kind != session.Question:
			d.press("enter")
		default:
			d.press("1", "enter")
		}
	}
	if got, want := strings.Join(asked, " "), strings.Join(asksAgain(t), " "); got != want {
		t.Errorf("asked %q, want %q", got, want)
	}
}

// real is a desk over an archive in which the example has a next version.
func real(t testing.TB, a *records.Archive) *records.Desk {
	return &records.Desk{
		Counsellor:    nadia,
		Consultations: func(ctx context.Context) ([]records.Consultation, error) { return a.Consultations(ctx, 10) },
		Records:       a.List,
		Open: func(ctx context.Context, counsellor session.Party, wish records.Wish) (*records.Journal, error) {
			return a.Consult(ctx, wish.Record, counsellor, nil)
		},
		Newer: func(s *session.Session) (records.Newer, bool) {
			return records.Newer{Questionnaire: next(t), Asks: asksAgain(t)}, s.Questionnaire().Version == "1.0.0"
		},
		Renew: func(ctx context.Context, counsellor session.Party, id string, newer records.Newer) (*records.Journal, error) {
			begin := session.Begin{Record: "LATER", Language: "en", Mode: "counsellor"}
			return a.Renew(ctx, newer.Questionnaire, begin, id, newer.Asks, counsellor, nil)
		},
	}
}

// A newer version is offered where a record is opened, and nobody has to take it. The earlier record is let go.
func TestANewerVersionIsOffered(t *testing.T) {
	for keys, want := range map[string]string{"1 enter": "LATER", "2 enter": "EXAMPLE", "enter esc": ""} {
		d := prepare(t, Options{Now: tick()})
		a, old := outgrown(t, d)
		d.sitting.Desk = deskOf(t.Context(), real(t, a))
		if err := ready(t.Context(), d.sitting, Options{}); err != nil {
			t.Fatal(err)
		}
		d.open(80, 24).press("down", "down", "enter")
		if !strings.Contains(d.shown(), "There is a newer version") {
			t.Fatalf("not offered:\n%s", d.shown())
		}
		d.press(strings.Fields(keys)...)
		if want == "" {
			if d.sitting.Journal != nil || !strings.Contains(d.shown(), "Which record?") {
				t.Errorf("%s:\n%s", keys, d.shown())
			}
		} else if d.sitting.Journal == nil || d.sitting.Session().Record().Record != want {
			t.Fatalf("%s does not lead to %s:\n%s", keys, want, d.shown())
		}
		if want != "EXAMPLE" {
			j, err := a.Consult(t.Context(), old, nadia, nil)
			if err != nil {
				t.Errorf("%s: the earlier record is still taken: %v", keys, err)
			}
			j.Close()
		}
	}
}
