package cli

import (
	"context"
	"errors"
	"fmt"

	"informed/internal/app"
	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/text"
)

// errPurged means that a record was here once.
var errPurged = errors.New("it was purged")

// find gives the record that someone means. Of one that was purged, the error wraps errPurged and says when that was.
func (a archive) find(ctx context.Context, typed string) (store.Record, error) {
	if r, err := a.Store.Record(ctx, typed); err == nil {
		return r, nil // whoever gives whole ids may give many, and looking through the list takes its time
	}
	r, err := a.Find(ctx, typed)
	if !errors.Is(err, store.ErrNotFound) {
		return r, err
	}
	if t, gone, failed := a.Gone(ctx, typed); failed == nil && gone {
		return r, &app.Fault{Err: fmt.Errorf("find the record %s: %w", t.Record, purged(t)), Hint: "a copy of it can still be checked; its answers are gone"}
	}
	return r, err
}

// note writes into a record that something is about to be done with it.
func (a archive) note(ctx context.Context, what, id string, event session.Event) error {
	err := a.Note(ctx, id, event)
	if errors.Is(err, store.ErrClaimed) {
		return &app.Fault{Err: fmt.Errorf("%s the record %s: %w", what, id, store.ErrClaimed), Hint: "it has to be written into the record, so close it there first"}
	}
	return err
}

func purged(t store.Tombstone) error {
	who := ""
	if t.By != "" {
		who = " by " + text.CleanLine(t.By)
	}
	return fmt.Errorf("%w on %s%s (%s), with %d entries", errPurged, minute(t.At), who, text.CleanLine(t.Why), t.Entries)
}
