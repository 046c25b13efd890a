package tui

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/session"
)

var nadia = session.Party{Name: "Nadia Example", Title: "nurse", ID: "N-1"}

// counselled puts a counsellor in front of the record of a patient who went through the example alone.
func counselled(t testing.TB, w, h int, decision string, begin func(*session.Session)) *desk {
	t.Helper()
	now := tick()
	s := session.Start(load(t, "testdata/every-type.yaml"), example(), session.Scribe{Now: now})
	sheet, found := app.ReadAnswers("answers.yaml", []byte(strings.Replace(toured, "decision: decline", "decision: "+decision, 1)))
	if found != nil {
		t.Fatal(found)
	}
	if found := app.Fill(s, sheet); found != nil {
		t.Fatal(found)
	}
	if p := s.Consult(nadia, []session.Need{session.IfInterpreted, session.IfCannotRead}); p != nil {
		t.Fatal(p.Code)
	}
	begin(s)
	d := prepare(t, Options{Now: now})
	d.sitting.Copies.Out = app.Stdout
	d.sitting.Journal = records.Unkept(s)
	return d.open(w, h)
}

// sizes are those that the screens of a consultation are looked at in.
var sizes = [][2]int{{140, 40}, {80, 24}, {60, 20}, {40, 15}}

// walk presses the keys of each stop and compares what is shown then.
func walk(t *testing.T, name string, open func(w, h int) *desk, stops [][2]string) {
	t.Helper()
	for _, size := range sizes {
		d := open(size[0], size[1])
		var out strings.Builder
		for _, stop := range stops {
			for _, key := range strings.Fields(stop[1]) {
				if key == "on" {
					d.toEnd()
					key = "enter"
				}
				d.press(key)
			}
			sound(t, d)
			fmt.Fprintf(&out, "--- %s\n%s", stop[0], d.shown())
		}
		compare(t, filepath.Join("testdata", fmt.Sprintf("%s-%dx%d.txt", name, size[0], size[1])), out.String())
	}
}

func TestPeople(t *testing.T) {
	open := func(w, h int) *desk {
		return counselled(t, w, h, "agree", func(s *session.Session) { s.ToPeople() })
	}
	walk(t, "people", open, [][2]string{
		{"who is here", ""},
		{"nobody chosen", "on"},
		{"everybody chosen", "2 3 4 5"},
		{"the patient, as they signed before", "enter"},
		{"no name", "backspace backspace backspace backspace enter"},
		{"whether they read", "N o o r enter"},
		{"the representative", "2 enter"},
		{"what they are to the patient", "S a m enter"},
		{"by what right", "s o n enter"},
		{"the interpreter", "c o u r t enter"},
		{"which language", "D a r a enter"},
		{"where they are", "D a r i enter"},
		{"the witness", "2 enter"},
		{"back, with what was chosen", "esc"},
		{"all who are here", "enter W i m enter"},
		{"one of them", "4 enter"},
		{"the name to correct", "1 enter"},
		{"corrected", "backspace n enter"},
		{"one who does not take part", "2 enter 2 enter"},
		{"someone else", "4 enter"},
	})
}
