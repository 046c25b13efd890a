package tui

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"informed/internal/session"
	"informed/internal/tui/terminal"
)

// prompt is all that a front end is asked to show.
func prompt(t *testing.T, s *session.Session) string {
	t.Helper()
	data, err := json.MarshalIndent([]any{s.Prompt(), s.Review(), s.Response()}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// goOn lets the person come back and choose to go on.
func (d *desk) goOn(w *weak) *desk {
	back := d.comeBack(w, nil)
	back.press("1", "enter")
	return back
}

// freshly sends a message and reports whether a screen came up that was drawn for the first time, with nothing typed on it yet.
func (d *desk) freshly(msg tea.Msg) (fresh, ended bool) {
	before := d.sitting.Session().Entries()
	top := d.program.router.Top()
	ended = d.send(msg)
	entries := d.sitting.Session().Entries()
	_, shown := entries[len(entries)-1].Event.(session.Shown)
	return shown && len(entries) > len(before) && d.program.router.Top() != top, ended
}

// pressed are the keys of someone who gets somewhere.
var pressed = strings.Fields("enter enter enter enter enter enter enter 1 1 2 3 down down up esc t ctrl+t ? x 7 end")

// Wherever it is left and however, whoever goes on is at the screen that was left: the same question, the same feedback,
// the same line of the review.
func TestGoingOnIsWhereItWasLeft(t *testing.T) {
	kinds := map[session.Kind]int{}
	edits := 0
	for seed := range uint64(18) {
		r := rand.New(rand.NewPCG(seed, 9))
		w := newWeak()
		d := keep(t, w, load(t, "testdata/every-type.yaml"), 80, 24)
		for range 200 {
			fresh, ended := d.freshly(keyOf(pressed[r.IntN(len(pressed))]))
			if ended {
				break
			}
			s := d.sitting.Session()
			if !s.Begun() || s.Record().Status != session.InProgress || r.IntN(8) > 0 {
				continue
			}
			kinds[s.Prompt().Kind]++
			if s.Prompt().Editing {
				edits++
			}
			left := d.shown()
			if r.IntN(2) == 0 {
				conclude(d.sitting, d.program.keeper, []terminal.Reason{terminal.Quit, terminal.HungUp}[r.IntN(2)])
			}
			back := d.goOn(w)
			if diff := cmp.Diff(prompt(t, s), prompt(t, back.sitting.Session())); diff != "" {
				t.Fatalf("seed %d: the prompt (-left +back):\n%s", seed, diff)
			}
			if diff := cmp.Diff(left, back.shown()); fresh && diff != "" {
				t.Fatalf("seed %d: the screen (-left +back):\n%s", seed, diff)
			}
			d = back
		}
	}
	for _, kind := range []session.Kind{session.Welcome, session.Read, session.Question, session.Feedback, session.Review, session.Decide} {
		if kinds[kind] == 0 {
			t.Errorf("nobody left at %s: the test shows less than it says (%v)", kind, kinds)
		}
	}
	if edits == 0 {
		t.Error("nobody left while changing an answer: the test shows less than it says")
	}
	t.Log(kinds, edits)
}
