package tui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/store"
)

// deferred is a desk at which commands come to an end when they like, and in any order, as on a slow machine.
type deferred struct {
	*desk
	store   *weak
	pending []tea.Cmd
	last    string // what was on the screen before
	news    int    // how often something new came up
}

// do delivers a message and checks every frame that comes of it. What waited for a save is let through one by one, as
// each could be the next to be saved.
func (d *deferred) do(msg tea.Msg) error {
	waiting := d.program.waiting
	if _, ok := msg.(saved); ok {
		d.program.waiting = nil
	}
	d.put(d.program.Update(msg))
	if err := d.look(); err != nil || d.program.waiting != nil {
		return err
	}
	for len(waiting) > 0 && !d.program.saving && d.sitting.Fault == nil {
		d.program.waiting, waiting = waiting[:1:1], waiting[1:]
		for _, cmd := range d.program.catchUp() {
			d.put(cmd)
		}
		if err := d.look(); err != nil {
			return err
		}
	}
	d.program.waiting = waiting
	return nil
}

// look says what is wrong with showing what is new on the screen: that it rests on what is not in the store. While
// something is saved or cannot be, only that may be new.
func (d *deferred) look() error {
	now := d.shown()
	if now == d.last {
		return nil
	}
	d.last = now
	d.news++
	kept, said := len(d.store.entries(d.t, "EXAMPLE")), len(d.sitting.Session().Entries())
	if !d.sitting.Session().Begun() {
		said = 0 // nothing is kept of who only looked in
	}
	words := d.sitting.Words
	tells := strings.Contains(now, words.Text("unsaved.head")) || strings.Contains(now, words.Text("save.busy"))
	if kept < said && !tells {
		return fmt.Errorf("%d of %d entries are saved, and this is shown:\n%s", kept, said, now)
	}
	return nil
}

func (d *deferred) put(cmd tea.Cmd) {
	if cmd != nil {
		d.pending = append(d.pending, cmd)
	}
}

// settle lets one of the commands come to its end.
func (d *deferred) settle(r *rand.Rand) (ended bool, err error) {
	if len(d.pending) == 0 {
		return false, nil
	}
	n := r.IntN(len(d.pending))
	cmd := d.pending[n]
	d.pending = append(d.pending[:n], d.pending[n+1:]...)
	switch msg := cmd().(type) {
	case nil:
		return false, nil
	case tea.QuitMsg:
		return true, nil
	case tea.BatchMsg:
		for _, cmd := range msg {
			d.put(cmd)
		}
		return false, nil
	default:
		return false, d.do(msg)
	}
}

// wander does a few hundred things at random in front of a slow and failing store. It gives the first wrong frame.
func wander(t *testing.T, seed uint64, w *weak, events int) (news int, err error) {
	r := rand.New(rand.NewPCG(seed, 7))
	d := &deferred{desk: keep(t, w, load(t, "testdata/every-type.yaml"), 60+r.IntN(60), 20+r.IntN(20)), store: w}
	d.last, d.program.keeper.soon = d.shown(), 0
	w.fails = func(int) error {
		if r.IntN(8) == 0 {
			return []error{store.ErrFull, store.ErrReadOnly, store.ErrDamaged}[r.IntN(3)]
		}
		return nil
	}
	for range events {
		if r.IntN(2) == 0 {
			ended, err := d.settle(r)
			if ended || err != nil {
				return d.news, err
			}
			continue
		}
		msg := event(r, d.desk)
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

// Whatever is done, however slow the disk is and however often it fails: nothing new is shown before all it rests on is
// saved.
func TestNothingIsShownBeforeItIsSaved(t *testing.T) {
	news := 0
	for seed := range uint64(12) {
		n, err := wander(t, seed, newWeak(), 600)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		news += n
	}
	if news < 400 {
		t.Errorf("%d new frames: the test shows less than it says", news)
	}
}

// The check must be able to fail: with a store that keeps nothing of what it says it keeps, something unsaved is shown.
func TestAFrameShownBeforeItIsSavedIsFound(t *testing.T) {
	for seed := range uint64(4) {
		w := newWeak()
		w.lies = true
		if _, err := wander(t, seed, w, 600); err == nil {
			t.Errorf("seed %d: nothing was found", seed)
		}
	}
}
