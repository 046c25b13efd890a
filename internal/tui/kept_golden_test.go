package tui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/store"
)

// keptTour shows every screen that differs where answers are kept.
func keptTour(t *testing.T, width, height int) string {
	w := newWeak()
	var out strings.Builder
	show := func(name string, d *desk) { fmt.Fprintf(&out, "--- %s\n%s", name, d.shown()) }
	d := keep(t, w, twoQuestions(t), width, height)
	show("welcome", d)
	d.press("ctrl+q")
	show("stopping there", d)
	d.press("esc")
	d.toEnd()
	w.full()
	d.press("enter")
	show("the first step not saved", d)
	w.mend()
	d.press("1", "enter")
	d.press("W", "a", "l", "k", "enter")
	d = d.comeBack(w, func(context.Context) (*records.Journal, error) { return nil, store.ErrFull })
	d.sitting.Copies.Out = app.Stdout
	show("an unfinished record", d)
	d.press("ctrl+q")
	show("stopping there", d)
	d.press("esc", "2", "enter")
	show("beginning anew on a full disk", d)
	d.press("1", "enter", "2", "ctrl+q")
	show("stopping in the middle", d)
	d.press("3", "enter")
	show("saving a copy there", d)
	d.press("1", "enter")
	show("saved there", d)
	d.press("esc", "esc", "esc")
	w.full()
	d.press("enter")
	show("not saved", d)
	d.press("enter")
	show("nothing chosen there", d)
	d.press("1", "enter")
	show("still not saved", d)
	w.mend()
	d.press("1", "enter")
	show("saved in the end", d)
	d.press("enter", "ctrl+q")
	show("stopping at the end", d)
	d.press("esc", "s", "2", "enter")
	show("leaving without another copy", d)
	return out.String()
}

func TestKeptScreens(t *testing.T) {
	for _, size := range [][2]int{{100, 30}, {80, 24}, {40, 15}} {
		name := fmt.Sprintf("%dx%d", size[0], size[1])
		t.Run(name, func(t *testing.T) {
			compare(t, filepath.Join("testdata", "kept-"+name+".txt"), keptTour(t, size[0], size[1]))
		})
	}
}
