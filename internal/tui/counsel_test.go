package tui

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/session"
)

// nurse is who counsels in tests.
func nurse() session.Party { return session.Party{Name: "Nadia Example", Title: "nurse", ID: "N-1"} }

// left gives the record that a patient left, with something of every kind to talk about.
func left(t testing.TB, now session.Scribe) *session.Session {
	t.Helper()
	begin := example()
	s := session.Start(load(t, "testdata/consultation.yaml"), begin, now)
	answers := map[string][]string{
		"cure": {"yes"}, "cost": {"some"}, "works": {"always", "sure"}, "safe": {"always", "no"}, "alone": {"yes"}, "family": {"no"},
		"decision": {"defer"},
	}
	for n := 0; s.Prompt().Kind != session.Done && n < 60; n++ {
		p := s.Prompt()
		if p.Entry != nil && p.Kind != session.Feedback {
			if list := answers[p.Entry.ID]; len(list) > len(p.Answer.Codes) {
				if problem := s.Answer(p.Entry.ID, questionnaire.Codes(list[len(p.Answer.Codes)])); problem != nil {
					t.Fatalf("%+v", *problem)
				}
				if p.Entry.Type == questionnaire.TypeQuiz {
					continue
				}
			}
		}
		if p.Kind == session.Attest {
			s.Answer(p.Entry.ID, questionnaire.Value{Text: "Amina Example"})
		}
		if problem := s.Next(); problem != nil {
			t.Fatalf("%+v", *problem)
		}
	}
	return s
}

// counsel sits down with what a patient left.
func counsel(t testing.TB, w, h int) *desk {
	t.Helper()
	now := tick()
	d := prepare(t, Options{Now: now})
	s := left(t, session.Scribe{Now: now})
	if p := s.Consult(nurse(), nil); p != nil {
		t.Fatalf("%+v", *p)
	}
	d.sitting.Journal = records.Unkept(s)
	d.sitting.Copies.Out = app.Stdout
	return d.open(w, h)
}

// begin opens a new record with the counsellor beside the patient.
func begin(t testing.TB, w, h int) *desk {
	t.Helper()
	now := tick()
	d := prepare(t, Options{Now: now})
	s := session.Start(load(t, "testdata/consultation.yaml"), example(), session.Scribe{Now: now})
	if p := s.Consult(nurse(), nil); p != nil {
		t.Fatalf("%+v", *p)
	}
	d.sitting.Journal = records.Unkept(s)
	return d.open(w, h)
}

// consultation is a walk past the screens of a consultation: what each is called, and the keys that lead there.
func consultation() [][2]string {
	return [][2]string{
		{"the agenda", ""},
		{"its keys", "?"},
		{"another topic", "esc down"},
		{"an item", "1"},
		{"an item, the other side", "f4"},
		{"the keys of an item", "f3"},
		{"a note", "esc n"},
		{"a note that was begun", "A s k e d space t w i c e ."},
		{"a note that was begun, turned", "f2"},
		{"the note in the record", "f2 enter"},
		{"a teach-back", "t"},
		{"the explanation", "I t space i s space a space w a r n i n g . enter"},
		{"the outcome", "2 enter o"},
		{"the outcome before the patient's word", "1 enter"},
		{"who answers", "esc c"},
		{"is it settled", "1 enter"},
		{"the keyboard goes back", "1 enter"},
		{"resolved", "f2 o 1 enter"},
		{"the agenda after it", "esc"},
		{"a claim to go over", "2"},
		{"asked afresh", "a 2 enter 3 enter"},
		{"what that showed", "1 enter"},
		{"where to", "enter o 3 enter"},
		{"by when", "D r space E x a m p l e enter"},
		{"no such day", "s o o n enter"},
		{"referred", "backspace backspace backspace backspace 2 0 2 6 - 1 2 - 0 1 enter"},
		{"the agenda in the end", "esc"},
		{"turned", "f2"},
		{"turned back", "f2"},
	}
}

// beginning is a walk through the questions of a new consultation.
func beginning() [][2]string {
	return [][2]string{
		{"welcome", ""},
		{"a question, with guidance beside it", "enter"},
		{"the guidance", "f4"},
		{"the keys of a question", "f3"},
		{"back at the question", "esc enter"},
		{"who answers", "1 enter"},
		{"the patient has the keyboard", "1 enter enter"},
		{"the counsellor has it back", "f2"},
		{"turned", "f2"},
	}
}

// TestConsultationScreens compares every screen of a consultation with how it was when someone last looked at it.
func TestConsultationScreens(t *testing.T) {
	for _, size := range [][2]int{{140, 40}, {80, 24}, {60, 20}, {40, 15}} {
		name := fmt.Sprintf("%dx%d", size[0], size[1])
		t.Run(name, func(t *testing.T) {
			var out strings.Builder
			tell := func(d *desk, stops [][2]string) {
				for _, stop := range stops {
					d.walk(stop[1])
					fmt.Fprintf(&out, "--- %s\n%s", stop[0], d.shown())
				}
			}
			tell(counsel(t, size[0], size[1]), consultation())
			tell(begin(t, size[0], size[1]), beginning())
			compare(t, filepath.Join("testdata", "counsel-"+name+".txt"), out.String())
		})
	}
}

// walk presses keys, and reads to the end before it goes on.
func (d *desk) walk(keys string) {
	for _, key := range strings.Fields(keys) {
		if key == "enter" {
			d.toEnd()
		}
		d.press(key)
	}
}

// Whoever has read on opens nothing that is out of view.
func TestTheAgendaOpensWhatIsInView(t *testing.T) {
	d := counsel(t, 60, 15)
	d.press("end", "enter")
	if got := d.sitting.Session().Prompt(); got.Kind != session.Agenda || !strings.Contains(d.shown(), "> 1 [!] Promises") {
		t.Errorf("at %s after Enter:\n%s", got.Kind, d.shown())
	}
	d.press("end", "down")
	if got := d.shown(); strings.Contains(got, "Promises") || !strings.Contains(got, "> ") {
		t.Errorf("the arrows begin elsewhere:\n%s", got)
	}
}

// The checklist of a patient who has the keyboard is without what was noted. The counsellor reads it there, and so does whoever
// reads a copy.
func TestWhatWasNotedIsNotOnATurnedChecklist(t *testing.T) {
	d := counsel(t, 100, 200)
	s := d.sitting.Session()
	s.Note("cure", "CANARY-NOTE")
	d.walk("d enter 1 enter 2 enter A enter")
	if at := s.Prompt().Kind; at != session.Done || !d.sitting.Turned() {
		t.Fatalf("at %s:\n%s", at, d.shown())
	}
	if strings.Contains(d.shown(), "CANARY") {
		t.Errorf("turned, it shows\n%s", d.shown())
	}
	if d.press("f2"); !strings.Contains(d.shown(), "CANARY-NOTE") {
		t.Errorf("turned back, it shows\n%s", d.shown())
	}
}

// A counsellor who types for the patient can note something in their own name, and then types for the patient as before.
func TestANoteWhileTypingForThePatient(t *testing.T) {
	d := begin(t, 140, 40)
	s := d.sitting.Session()
	d.walk("enter 1 enter 2 enter 3 enter enter n H i enter")
	entries := s.Discussion(s.Prompt().Entry.ID).Entries
	hand, why := s.Hand()
	if len(entries) != 1 || entries[0].Role != session.Counsellor || entries[0].Typist != (session.Typist{}) || hand != session.ForPatient || why == "" {
		t.Errorf("%d entries, then the keyboard is %s's, %q:\n%s", len(entries), hand, why, d.shown())
	}
}

// From wherever a consultation is, one key leads to the agenda: also from a record that a patient left in the middle.
func TestTheAgendaIsOneKeyAway(t *testing.T) {
	for _, keys := range []string{"f5", "enter f5", "enter f4 f5", "enter f2 f2 f5"} {
		d := begin(t, 80, 24)
		d.walk(keys)
		if at := d.sitting.Session().Prompt().Kind; at != session.Agenda {
			t.Errorf("after %s at %s:\n%s", keys, at, d.shown())
		}
	}
	d := begin(t, 80, 24)
	if d.walk("enter f2 f5"); d.sitting.Session().Prompt().Kind == session.Agenda {
		t.Error("it is there while the screen is turned, too")
	}
}
