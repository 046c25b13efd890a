package tui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/store"
)

// visitor does at random what may be done at any moment of a consultation: also things that take several keys.
type visitor struct {
	*rand.Rand
	keys []string // to be pressed next
}

func (v *visitor) event(d *desk) tea.Msg {
	keys := []string{"f2", "f3", "f4", "f5", "f6", "n", "t", "a", "c", "o", "p", "d", "s", "?", "esc", "esc", "down", "1", "2", "3"}
	acts := []string{"a 1 enter", "a 2 enter 3 enter", "c 1 enter 1 enter", "c 2 enter 1 enter 3 enter", "o 1 enter", "o 3 enter x enter enter",
		"n x enter", "t x enter 1 enter", "t x enter 2 enter", "1 enter", "2 enter", "f2", "f2 f2", "esc esc esc f2", "d enter", "3", "4"}
	if len(v.keys) == 0 {
		switch v.IntN(6) {
		case 0, 1:
			return event(v.Rand, d)
		case 2, 3:
			return keyOf(keys[v.IntN(len(keys))])
		default:
			v.keys = strings.Fields(acts[v.IntN(len(acts))])
		}
	}
	key := v.keys[0]
	v.keys = v.keys[1:]
	return keyOf(key)
}

// confer does things at random in a consultation, and calls look after each.
func confer(t *testing.T, d *desk, r *rand.Rand, events int, look func(before []session.Entry)) {
	t.Helper()
	v := &visitor{Rand: r}
	for range events {
		before := d.sitting.Session().Entries()
		msg := v.event(d)
		if size, ok := msg.(tea.WindowSizeMsg); ok {
			d.w, d.h = size.Width, size.Height
		}
		if d.send(msg) {
			return
		}
		sound(t, d)
		look(before)
	}
}

// rounds is how often a property is tried.
func rounds() int {
	if testing.Short() {
		return 4
	}
	return 7
}

func TestNoEventOfAConsultationBreaksAFrame(t *testing.T) {
	kinds := map[session.Kind]int{}
	for seed := range uint64(rounds()) {
		r := rand.New(rand.NewPCG(seed, 11))
		open := counsel
		if seed%3 == 0 {
			open = begin
		}
		d := open(t, 40+r.IntN(161), 15+r.IntN(46))
		confer(t, d, r, 300, func([]session.Entry) { kinds[d.sitting.Session().Prompt().Kind]++ })
	}
	for _, kind := range []session.Kind{session.Agenda, session.Discuss, session.Probe, session.ProbeResult, session.People, session.Question, session.Review} {
		if kinds[kind] == 0 && !testing.Short() {
			t.Errorf("no event happened at %s: the test shows less than it says", kind)
		}
	}
	t.Log(kinds)
}

// While the screen is turned, nothing of what is the counsellor's alone is on it, whatever anybody presses: no guidance, no
// note, no other topic that is private.
func TestNothingOfTheCounsellorsIsShownWhileTurned(t *testing.T) {
	turned := 0
	for seed := range uint64(rounds()) {
		r := rand.New(rand.NewPCG(seed, 13))
		d := counsel(t, 40+r.IntN(161), 15+r.IntN(46))
		s := d.sitting.Session()
		for _, item := range []string{"cure", "works", "alone", ""} {
			if p := s.Note(item, "CANARY-NOTE of "+item); p != nil {
				t.Fatalf("%+v", *p)
			}
		}
		d.press("f2", "f2") // what was noted comes on the screen
		confer(t, d, r, 300, func([]session.Entry) {
			if !d.sitting.Turned() {
				return
			}
			turned++
			shown := d.shown()
			at := s.Prompt()
			own := at.Kind == session.Review || at.Kind == session.Done || at.Entry != nil && at.Entry.ID == "alone"
			if strings.Contains(shown, "CANARY") || strings.Contains(shown, "Do you feel alone") && !own {
				t.Fatalf("seed %d, at %s, turned:\n%s", seed, at.Kind, shown)
			}
		})
	}
	if turned < 100 {
		t.Errorf("%d frames were turned: the test shows less than it says", turned)
	}
}

// The control: unturned, the canaries are there.
func TestTheCanariesAreOnTheCounsellorsSide(t *testing.T) {
	d := counsel(t, 140, 40)
	d.sitting.Session().Note("cure", "CANARY-NOTE")
	d.press("1")
	if got := d.shown(); !strings.Contains(got, "CANARY-CURE") || !strings.Contains(got, "CANARY-NOTE") {
		t.Errorf("an item shows\n%s", got)
	}
}

// Whatever is pressed while the counsellor has the keyboard: no answer of the patient's changes, and nothing is said in their
// name.
func TestOnlyThePatientsHandChangesAnswers(t *testing.T) {
	said := 0
	for seed := range uint64(rounds()) {
		r := rand.New(rand.NewPCG(seed, 17))
		d := counsel(t, 40+r.IntN(161), 15+r.IntN(46))
		s := d.sitting.Session()
		answers, hand := s.Response().Answers, session.ByCounsellor
		confer(t, d, r, 300, func(before []session.Entry) {
			for _, e := range s.Entries()[len(before):] {
				switch event := e.Event.(type) {
				case session.Handed:
					hand = event.To
				case session.Answered, session.Tried, session.Flagged, session.Decided, session.Attested, session.Probed, session.Confirmed:
					said++
					if hand == session.ByCounsellor || e.Role == session.Counsellor {
						t.Fatalf("seed %d: %T by the hand of %s, in the name of %s", seed, event, hand, e.Role)
					}
				}
			}
			now := s.Response().Answers
			if diff := cmp.Diff(answers, now); diff != "" && len(s.Entries()) == len(before) {
				t.Fatalf("seed %d: answers changed without an entry:\n%s", seed, diff)
			}
			answers = now
		})
	}
	if said < 20 && !testing.Short() {
		t.Errorf("%d things were said: the test shows less than it says", said)
	}
}

// A note and the patient's words that were begun are there again, wherever the counsellor went meanwhile.
func TestWhatACounsellorBeganToWriteStays(t *testing.T) {
	for _, leave := range [][]string{{"f2", "f2"}, {"f4", "f4"}, {"ctrl+q", "1", "enter"}, {"esc", "n"}, {"esc", "esc", "1", "n"}} {
		d := counsel(t, 80, 24)
		d.press("1", "n", "H", "a", "l", "f")
		d.resize(40, 15)
		d.press(leave...)
		d.resize(140, 40)
		if !strings.Contains(d.shown(), "> Half") {
			t.Errorf("after %v:\n%s", leave, d.shown())
		}
		d.press("enter", "n")
		if strings.Contains(d.shown(), "> Half") {
			t.Errorf("after %v, what is in the record is there again:\n%s", leave, d.shown())
		}
		if n := len(d.sitting.Session().Discussion("cure").Entries); n != 1 {
			t.Errorf("after %v, %d entries", leave, n)
		}
	}
}

// A counsellor's step is shown once it is saved, however slow the disk is and however often it fails.
func TestNothingOfAConsultationIsShownBeforeItIsSaved(t *testing.T) {
	news := 0
	for seed := range uint64(6) {
		n, err := conferSlowly(t, seed, newWeak(), 300)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		news += n
	}
	if news < 100 {
		t.Errorf("%d new frames: the test shows less than it says", news)
	}
}

// conferSlowly is [wander] in a consultation.
func conferSlowly(t *testing.T, seed uint64, w *weak, events int) (news int, err error) {
	r := rand.New(rand.NewPCG(seed, 19))
	v := &visitor{Rand: r}
	now := tick()
	kept := prepare(t, Options{Now: now})
	j, err := w.archive(kept).BeginConsult(t.Context(), load(t, "testdata/consultation.yaml"), example(), nurse(), nil)
	if err != nil {
		return 0, fmt.Errorf("open: %w", err)
	}
	kept.sitting.Journal = j
	d := &deferred{desk: kept.open(60+r.IntN(90), 20+r.IntN(20)), store: w}
	d.last, d.program.keeper.soon = d.shown(), 0
	w.fails = func(int) error {
		if r.IntN(8) == 0 {
			return []error{store.ErrFull, store.ErrReadOnly, store.ErrDamaged}[r.IntN(3)]
		}
		return nil
	}
	for range events {
		if r.IntN(2) == 0 {
			if ended, err := d.settle(r); ended || err != nil {
				return d.news, err
			}
			continue
		}
		msg := v.event(d.desk)
		if size, ok := msg.(tea.WindowSizeMsg); ok {
			d.w, d.h = size.Width, size.Height
		}
		if err := d.do(msg); err != nil {
			return d.news, err
		}
		sound(t, d.desk)
	}
	return d.news, nil
}

// Nobody needs a mouse, and nobody needs keys: each topic opens by a click, and so does what can be done about it.
func TestAConsultationByMouse(t *testing.T) {
	d := counsel(t, 140, 40)
	d.click("Whether it works")
	d.click("Write a note")
	d.press("H", "i", "enter")
	d.click("Where it came out")
	d.click("Still open")
	d.click("Enter Next")
	talk := d.sitting.Session().Discussion("works")
	if len(talk.Entries) != 2 || talk.Outcome.Outcome != session.Unsettled {
		t.Errorf("%d entries, outcome %q:\n%s", len(talk.Entries), talk.Outcome.Outcome, d.shown())
	}
}

// A patient who comes to the end of the questions finds the screen that asks for the keyboard, and not the agenda.
func TestAfterTheLastQuestionTheKeyboardGoesBack(t *testing.T) {
	d := begin(t, 80, 24)
	s := d.sitting.Session()
	s.HandTo(session.ByPatient, "")
	for n := 0; s.Prompt().Kind != session.Agenda && n < 200; n++ {
		p := s.Prompt()
		if p.Kind == session.Question && p.Answer.IsZero() && p.Entry.Type == questionnaire.TypeYesNo {
			d.press("1")
		}
		d.press("enter")
	}
	d.press("enter", "enter", "esc", "1") // the hand goes on
	if got := d.shown(); !strings.Contains(got, "Please give the keyboard back to Nadia Example.") || strings.Contains(got, "Promises") {
		t.Fatalf("it shows\n%s", got)
	}
	d.press("f2")
	if hand, _ := s.Hand(); hand != session.ByCounsellor || !strings.Contains(d.shown(), "What to talk about") {
		t.Errorf("after F2 the keyboard is %s's:\n%s", hand, d.shown())
	}
}
