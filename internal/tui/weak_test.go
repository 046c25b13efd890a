package tui

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/store/memory"
)

// weak is a store that fails when it is told to, and then keeps nothing.
type weak struct {
	store.Store
	appends int
	fails   func(append int) error // counted from 1
	lies    bool                   // says that it keeps what it does not keep
}

func newWeak() *weak {
	return &weak{Store: memory.New(), fails: func(int) error { return nil }}
}

func (w *weak) Append(ctx context.Context, r store.Record, links []session.Link) error {
	w.appends++
	if err := w.fails(w.appends); err != nil {
		return fmt.Errorf("write /example/records.db: %w", err)
	}
	if w.lies {
		return nil
	}
	return w.Store.Append(ctx, r, links)
}

func (w *weak) Claim(ctx context.Context, id string) (func() error, error) {
	if err := w.fails(0); err != nil {
		return nil, fmt.Errorf("write /example/claims: %w", err)
	}
	return w.Store.Claim(ctx, id)
}

// full makes the store fail from now on.
func (w *weak) full() { w.fails = func(int) error { return store.ErrFull } }

func (w *weak) mend() { w.fails = func(int) error { return nil } }

func (w *weak) archive(d *desk) *records.Archive {
	return &records.Archive{Store: w, Now: d.sitting.Now}
}

// entries gives the journal of a record as it is kept.
func (w *weak) entries(t testing.TB, id string) []session.Entry {
	t.Helper()
	links, err := w.Links(t.Context(), id)
	if errors.Is(err, store.ErrNotFound) { // nothing is kept of who only looked in
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	entries, err := session.Open(id, links, nil)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// keep puts a person in front of a questionnaire whose answers are kept in a store.
func keep(t testing.TB, w *weak, q *questionnaire.Questionnaire, width, height int) *desk {
	t.Helper()
	return keepAt(t, w, q, tick(), width, height)
}

func keepAt(t testing.TB, w *weak, q *questionnaire.Questionnaire, now func() time.Time, width, height int) *desk {
	t.Helper()
	d := prepare(t, Options{Now: now})
	j, err := w.archive(d).Begin(t.Context(), q, example())
	if err != nil {
		t.Fatal(err)
	}
	d.sitting.Journal = j
	return d.open(width, height)
}

// comeBack lets the person leave without a word, as when the power is cut, and sit down again.
func (d *desk) comeBack(w *weak, begin Begin) *desk {
	d.t.Helper()
	if d.sitting.Journal != nil {
		d.sitting.Journal.Close()
	}
	back := prepare(d.t, Options{Now: d.sitting.Now, Begin: begin})
	j, ok, err := w.archive(d).Unfinished(d.t.Context(), d.sitting.Session().Questionnaire().ID)
	if err != nil || !ok {
		d.t.Fatalf("nothing unfinished was found: %v", err)
	}
	back.sitting.Offer = j
	return back.open(d.w, d.h)
}
