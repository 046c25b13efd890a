package tui

import (
	"context"
	"errors"
	"testing"

	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/tui/terminal"
)

// other begins a record beside that of the example, and counts how often it is asked to.
func other(t *testing.T, w *weak, d *desk, times *int) Begin {
	return func(ctx context.Context) (*records.Journal, error) {
		*times++
		return w.archive(d).Begin(ctx, twoQuestions(t), session.Begin{Record: "OTHER", Language: "en", Mode: "patient"})
	}
}

func TestGoingOnWithAnOffer(t *testing.T) {
	w, times := newWeak(), 0
	d := asked(t, w)
	d.press("S", "e", "c", "r", "e", "t", "enter")
	left := d.shown()
	back := d.comeBack(w, other(t, w, d, &times))
	back.shows("You began this on 2026-11-22 at 09:00, and stopped at question 2 of 2.", "( ) Go on", "( ) Begin anew")
	if got := back.shown(); times > 0 || len(w.entries(t, "EXAMPLE")) != len(d.sitting.Session().Entries()) {
		t.Errorf("something was written before the person chose:\n%s", got)
	}
	back.press("esc", "enter", "enter") // neither chooses anything
	back.press("1", "enter")
	if got := back.shown(); got != left {
		t.Errorf("not where it was left:\n%s\nbut\n%s", left, got)
	}
	entries := w.entries(t, "EXAMPLE")
	if _, ok := entries[len(entries)-1].Event.(session.Resumed); !ok || times > 0 {
		t.Errorf("the journal ends with %v, and %d others were begun", entries[len(entries)-1].Event, times)
	}
}

func TestBeginningAnew(t *testing.T) {
	w, times := newWeak(), 0
	d := asked(t, w)
	kept := len(d.sitting.Session().Entries())
	back := d.comeBack(w, other(t, w, d, &times))
	w.full()
	back.press("2", "enter")
	back.shows("You cannot begin anew right now. The disk of this computer is full.", "( ) Go on", "(•) Begin anew")
	w.mend()
	back.press("enter")
	back.shows("Two questions", "kept on this computer")
	back.toEnd()
	back.press("enter")
	if times != 2 || len(w.entries(t, "OTHER")) == 0 || len(w.entries(t, "EXAMPLE")) != kept {
		t.Errorf("begun %d times, %d entries in the old record", times, len(w.entries(t, "EXAMPLE")))
	}
	if result := conclude(back.sitting, back.program.keeper, terminal.Quit); result.Journal == back.sitting.Offer {
		t.Error("the result names the old record")
	}
}

// A key pressed twice begins one record.
func TestBeginningAnewOnce(t *testing.T) {
	w, times := newWeak(), 0
	back := asked(t, w).comeBack(w, nil)
	back.sitting.Begin = func() (*records.Journal, error) { times++; return nil, errors.New("example") }
	back.press("2")
	begin := back.program.Update(keyOf("enter"))
	if again := back.program.Update(keyOf("enter")); again != nil {
		t.Error("a second Enter begins a second record")
	}
	back.send(begin())
	if times != 1 {
		t.Errorf("begun %d times", times)
	}
}

func TestStoppingAtAnOffer(t *testing.T) {
	w := newWeak()
	d := asked(t, w)
	kept := len(d.sitting.Session().Entries())
	back := d.comeBack(w, nil)
	back.press("ctrl+q", "1", "enter")
	back.shows("Begin anew")
	back.press("ctrl+q", "2")
	if !back.send(keyOf("enter")) {
		t.Fatalf("the program goes on:\n%s", back.shown())
	}
	result := conclude(back.sitting, back.program.keeper, terminal.Quit)
	if result.End != Stopped || result.Journal != nil || len(w.entries(t, "EXAMPLE")) != kept {
		t.Errorf("%+v, and %d entries", result, len(w.entries(t, "EXAMPLE")))
	}
}

// Going on is a step, too: on a full disk it is not taken silently.
func TestGoingOnOnAFullDisk(t *testing.T) {
	w := newWeak()
	back := asked(t, w).comeBack(w, nil)
	w.full()
	back.press("1", "enter")
	back.shows("Not saved yet")
	w.fails = func(int) error { return store.ErrDamaged }
	back.press("1", "enter")
	back.shows("right now")
	w.mend()
	back.press("1", "enter")
	back.shows("Question 1 of 2")
}
