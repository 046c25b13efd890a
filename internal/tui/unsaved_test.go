package tui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/tui/terminal"
)

const two = `format: informed/v1
id: two
version: 1.0.0
title: Two questions
items:
  - {id: hope, type: string, text: "What do you hope for?"}
  - {id: sure, type: yes-no, text: "Are you sure?"}
`

// asked puts a person in front of the first of two questions, the answers kept in w.
func asked(t *testing.T, w *weak) *desk {
	t.Helper()
	d := keep(t, w, twoQuestions(t), 80, 24)
	d.toEnd()
	d.press("enter")
	return d
}

func twoQuestions(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	q, found := yamlform.Load("two.yaml", []byte(two))
	if q == nil {
		t.Fatal(found)
	}
	return q
}

func (d *desk) shows(words ...string) {
	d.t.Helper()
	for _, w := range words {
		if !strings.Contains(d.shown(), w) {
			d.t.Errorf("%q is not on the screen:\n%s", w, d.shown())
		}
	}
}

// Where a step cannot be saved, that is said, with what is safe; nothing else is taken before it is saved, and then the
// person is where they would have been.
func TestTryingAgain(t *testing.T) {
	w := newWeak()
	straight := asked(t, newWeak())
	straight.press("x", "enter")
	d := asked(t, w)
	w.full()
	kept := len(w.entries(t, "EXAMPLE"))
	d.press("x", "enter")
	for _, key := range []string{"esc", "ctrl+q", "?", "t", "pgdown", "2", "1", "enter", "1", "enter"} {
		d.shows("Not saved yet", "safe", "The disk of this computer is full.")
		d.press(key)
	}
	d.shows("It is still not saved.")
	if got := len(w.entries(t, "EXAMPLE")); got != kept {
		t.Fatalf("%d entries are kept, %d were", got, kept)
	}
	w.mend()
	d.press("1", "enter")
	if diff := cmp.Diff(straight.shown(), d.shown()); diff != "" {
		t.Errorf("not where they would have been (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(kinds(straight.sitting.Session().Entries()), kinds(w.entries(t, "EXAMPLE"))); diff != "" {
		t.Errorf("kept entries (-want +got):\n%s", diff)
	}
	w.full()
	d.press("1", "enter")
	d.shows("Your last step is not saved yet.") // a new fault is told as a new one
}

func kinds(entries []session.Entry) []string {
	var out []string
	for _, e := range entries {
		out = append(out, e.Kind())
	}
	return out
}

func TestStoppingUnsaved(t *testing.T) {
	w := newWeak()
	d := asked(t, w)
	d.press("x", "enter")
	w.full()
	d.press("1", "enter", "2")
	if !d.send(keyOf("enter")) {
		t.Fatalf("the program goes on:\n%s", d.shown())
	}
	w.mend()
	result := conclude(d.sitting, d.program.keeper, terminal.Quit)
	if result.End != Unsaved || result.Fault == nil || result.Journal != d.sitting.Journal {
		t.Errorf("result %+v", result)
	}
	back := d.comeBack(w, nil)
	back.press("1", "enter")
	back.shows("Question 2 of 2", "( ) Yes")
	if got := back.sitting.Session().Response().Answers["hope"].Text; got != "x" {
		t.Errorf("the answer before is %q", got)
	}
}

func TestEachFaultHasItsWords(t *testing.T) {
	for fault, words := range map[error]string{
		store.ErrFull: "disk", store.ErrReadOnly: "does not let", store.ErrConflict: "another place", store.ErrDamaged: "right now",
	} {
		w := newWeak()
		d := asked(t, w)
		w.fails = func(int) error { return fault }
		d.press("S", "e", "c", "r", "e", "t", "enter")
		d.shows(words, "For someone who helps you: ")
		if strings.Contains(d.shown(), "Secret") {
			t.Errorf("an answer is on the screen:\n%s", d.shown())
		}
		if ours, _, _ := strings.Cut(d.shown(), "For someone"); strings.Contains(strings.ToLower(ours), "error") {
			t.Errorf("no kind word:\n%s", ours)
		}
	}
}

// slow begins to save what the key does, and gives what ends the save.
func (d *desk) slow(key string) (finish func() (ended bool)) {
	d.t.Helper()
	save := d.program.Update(keyOf(key))
	if save == nil {
		d.t.Fatalf("%q leads to no save", key)
	}
	d.program.Frame()
	return func() bool { return d.run(save) }
}

// outcome runs the commands of a save and gives the result.
func outcome(t *testing.T, save tea.Cmd) (result saved) {
	t.Helper()
	batch, ok := save().(tea.BatchMsg)
	if !ok {
		t.Fatal("this is no save")
	}
	for _, cmd := range batch {
		if r, ok := cmd().(saved); ok {
			result = r
		}
	}
	return result
}

// A save that takes long is told of, in the place of the keys. All else stays as it is.
func TestASlowSaveIsToldOf(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 15}} {
		d := asked(t, newWeak())
		d.resize(size[0], size[1])
		before := strings.Split(d.shown(), "\n")
		finish := d.slow("enter")
		d.program.Update(slow{})
		after := strings.Split(d.shown(), "\n")
		foot := len(before) - 2 // the last is what comes after the last line end
		if diff := cmp.Diff(before[:foot], after[:foot]); diff != "" || strings.TrimSpace(after[foot]) != "Saving. Please wait." {
			t.Errorf("%q, and above (-before +after):\n%s", after[foot], diff)
		}
		sound(t, d)
		finish()
		d.shows("Are you sure?")
		now := d.shown()
		d.program.Update(slow{}) // too late
		if diff := cmp.Diff(now, d.shown()); diff != "" {
			t.Errorf("a save that is done is told of:\n%s", diff)
		}
	}
}

func TestASaveSaysWhenItIsSlow(t *testing.T) {
	d := asked(t, newWeak())
	k := d.program.keeper
	k.soon = 0
	batch := k.save(d.sitting.Journal)().(tea.BatchMsg)
	if _, ok := batch[1]().(slow); !ok {
		t.Error("nothing is said of a slow save")
	}
	batch[0]()
	k.soon = time.Hour
	batch = k.save(d.sitting.Journal)().(tea.BatchMsg)
	batch[0]()
	if got := batch[1](); got != nil {
		t.Errorf("%v is said of a quick save", got)
	}
}

// What is typed while something is being saved is taken afterwards, all of it, in its order.
func TestKeysWaitForASave(t *testing.T) {
	d := asked(t, newWeak())
	before := d.shown()
	finish := d.slow("ctrl+t")
	for _, key := range []string{"H", "o", "p", "e", "left", "left", "backspace", "a"} {
		if cmd := d.program.Update(keyOf(key)); cmd != nil {
			t.Error("a key did something while a save was under way")
		}
	}
	if diff := cmp.Diff(before, d.shown()); diff != "" {
		t.Errorf("something new was shown before it was saved:\n%s", diff)
	}
	finish()
	d.shows("Hape", "Marked: you want to talk about this.")
}

func TestSomeKeysMayBeLostButNotTheirOrder(t *testing.T) {
	d := asked(t, newWeak())
	finish := d.slow("ctrl+t")
	typed := ""
	for n := range 2 * maxWaiting {
		letter := string(rune('a' + n%26))
		typed += letter
		d.program.Update(keyOf(letter))
	}
	finish()
	d.press("enter")
	if got := d.sitting.Session().Response().Answers["hope"].Text; got != typed[:maxWaiting] {
		t.Errorf("got %q", got)
	}
}

// An Enter or a click that came before the next screen was in sight was meant for the one before, however long the save
// took.
func TestAnEnterThatWaitedSkipsNoScreen(t *testing.T) {
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	d := keepAt(t, newWeak(), twoQuestions(t), func() time.Time { return at }, 80, 24)
	later := func() { at = at.Add(time.Second) }
	later()
	d.press("enter")
	later()
	finish := d.slow("enter")
	later()
	d.program.Update(keyOf("1"))
	d.program.Update(keyOf("enter"))
	d.program.Update(tea.MouseMsg{X: 4, Y: 7, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	later()
	finish()
	d.shows("Question 2 of 2", "(•) Yes")
	later()
	d.press("enter")
	d.shows("Your answers")
}

// A key that waited may be the next thing to be saved; what comes after it waits on.
func TestKeysWaitForOneSaveAfterAnother(t *testing.T) {
	w := newWeak()
	d := asked(t, w)
	first := d.program.Update(keyOf("ctrl+t"))
	for _, key := range []string{"a", "ctrl+t", "b", "ctrl+t", "c"} {
		d.program.Update(keyOf(key))
	}
	second := d.program.Update(outcome(t, first))
	if d.shows("> a\n"); len(d.program.waiting) != 3 || second == nil {
		t.Errorf("%d keys wait for the second save", len(d.program.waiting))
	}
	d.run(second)
	d.shows("abc", "Marked: you want to talk about this.")
	flags := slices.DeleteFunc(kinds(w.entries(t, "EXAMPLE")), func(kind string) bool { return kind != "flagged" })
	if len(flags) != 3 {
		t.Errorf("%d marks were saved", len(flags))
	}
}

// What was typed before a fault was known is not meant for the screen that tells of it. The letters are there afterwards;
// Enter is to be pressed again, as a screen has come up since.
func TestKeysWaitThroughAFault(t *testing.T) {
	w := newWeak()
	d := asked(t, w)
	w.full()
	finish := d.slow("ctrl+t")
	for _, key := range []string{"2", "enter"} {
		d.program.Update(keyOf(key))
	}
	if finish() {
		t.Fatal("keys that were meant for another screen stopped everything")
	}
	w.mend()
	d.press("1", "enter")
	d.shows("Question 1 of 2", "> 2")
}

func TestAResizeDuringASave(t *testing.T) {
	d := asked(t, newWeak())
	finish := d.slow("enter")
	d.program.Update(tea.WindowSizeMsg{Width: 40, Height: 15})
	d.w, d.h = 40, 15
	sound(t, d)
	d.shows("Saving. Please wait.")
	if strings.Contains(d.shown(), "sure") {
		t.Errorf("the next screen is shown before it is saved:\n%s", d.shown())
	}
	finish()
	sound(t, d)
	d.shows("Are you sure?")
}

// The session is left alone while it is being saved: a run of this under the race detector shows it.
func TestNothingTouchesTheJournalDuringASave(t *testing.T) {
	d := asked(t, newWeak())
	save := d.program.Update(keyOf("enter"))
	done := make(chan tea.Msg)
	go func() { done <- outcome(t, save) }()
	for range 100 {
		d.program.Update(keyOf("t"))
		d.program.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		d.program.Frame()
	}
	d.send(<-done)
	d.shows("Are you sure?")
}

func TestHowItWasLeft(t *testing.T) {
	tests := []struct {
		reason terminal.Reason
		end    End
		why    session.Reason
	}{
		{terminal.Quit, Stopped, session.Stopped},
		{terminal.Interrupted, Interrupted, session.Interrupted},
		{terminal.HungUp, HungUp, session.Interrupted},
		{terminal.Failed, Stopped, session.Interrupted},
	}
	for _, test := range tests {
		w := newWeak()
		d := asked(t, w)
		d.program.Update(keyOf("enter")) // and never saved
		result := conclude(d.sitting, d.program.keeper, test.reason)
		if result.End != test.end || result.Fault != nil {
			t.Errorf("%v: %+v", test.reason, result)
		}
		entries := w.entries(t, "EXAMPLE")
		last := entries[len(entries)-1].Event
		if diff := cmp.Diff(session.Event(session.Paused{Why: test.why}), last); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.reason, diff)
		}
		if d.sitting.Journal.Pending() {
			t.Errorf("%v: what was done last is not saved", test.reason)
		}
	}
}

// That the note of leaving is not saved is no loss; that an answer is not is told.
func TestLeavingOnAFullDisk(t *testing.T) {
	w := newWeak()
	d := asked(t, w)
	w.full()
	if result := conclude(d.sitting, d.program.keeper, terminal.Quit); result.Fault != nil || result.End != Stopped {
		t.Errorf("all was saved, but: %+v", result)
	}
	w = newWeak()
	d = asked(t, w)
	w.full()
	d.program.Update(keyOf("enter"))
	if result := conclude(d.sitting, d.program.keeper, terminal.Interrupted); result.Fault == nil {
		t.Error("a step is lost, and nobody is told")
	}
}

// A disk that hangs holds up the end for a while, and not for ever.
func TestLeavingDoesNotWaitForEver(t *testing.T) {
	w := newWeak()
	d := asked(t, w)
	hangs, begun := make(chan struct{}), make(chan struct{})
	w.fails = func(int) error {
		close(begun)
		<-hangs
		return nil
	}
	save := d.program.Update(keyOf("enter"))
	done := make(chan tea.Msg)
	go func() { done <- outcome(t, save) }()
	<-begun
	k := d.program.keeper
	k.patience = time.Millisecond
	if result := conclude(d.sitting, k, terminal.Interrupted); result.Fault == nil {
		t.Error("nothing is known of the last step, and nobody is told")
	}
	close(hangs)
	<-done
}
