package tui

import (
	"strings"
	"testing"

	"informed/internal/records"
	"informed/internal/store"
)

// Where only others can read the record, nobody is told that starting again will go on with it.
func TestWhatIsSealedIsNotPromisedBack(t *testing.T) {
	w := newWeak()
	d := prepare(t, Options{Now: tick()})
	a := &records.Archive{Store: w, Now: d.sitting.Now, Seal: func(b []byte) []byte { return b }}
	j, err := a.Begin(t.Context(), twoQuestions(t), example())
	if err != nil {
		t.Fatal(err)
	}
	d.sitting.Journal = j
	d.open(80, 24)
	d.toEnd()
	d.press("enter", "W", "ctrl+q")
	sealed := func() {
		t.Helper()
		d.shows("staff", "EXAMPLE")
		if got := d.shown(); strings.Contains(got, "informed records resume") {
			t.Errorf("a command that cannot work is on the screen:\n%s", got)
		}
	}
	sealed()
	d.press("esc")
	w.fails = func(int) error { return store.ErrFull }
	d.press("enter")
	d.shows("Not saved yet")
	sealed()
}
