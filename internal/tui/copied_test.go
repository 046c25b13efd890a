package tui

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/session"
	"informed/internal/store"
)

// atSaving puts a person in front of the choice where a copy goes, past two questions.
func atSaving(t *testing.T, w *weak) *desk {
	t.Helper()
	d := asked(t, w)
	d.press("x", "enter", "1", "enter", "enter", "s", "1")
	d.shows("A copy of your checklist would be saved here")
	return d
}

// That a copy was given is part of the record, and saved before it is told.
func TestACopyIsOnRecord(t *testing.T) {
	w := newWeak()
	d := atSaving(t, w)
	d.press("enter")
	d.shows("Your copy is here", "Your record is kept on this computer")
	entries := w.entries(t, "EXAMPLE")
	if diff := cmp.Diff(session.Event(session.Copied{Format: "md"}), entries[len(entries)-1].Event); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The result of a command waits while a step is not saved: it would bring up a screen, or another step.
func TestResultsWaitThroughAFault(t *testing.T) {
	w := newWeak()
	d := atSaving(t, w)
	write := d.program.Update(keyOf("enter"))
	d.sitting.Session().Pause(session.Stopped) // anything that cannot be saved
	w.fails = func(int) error { return store.ErrFull }
	d.press("up")
	d.shows("Not saved yet")
	d.send(write())
	d.shows("Not saved yet")
	w.mend()
	d.press("1", "enter")
	d.shows("Your copy is here")
}
