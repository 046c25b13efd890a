package records

import (
	"context"
	"errors"
	"fmt"

	"informed/internal/app"
	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/visit"
)

// Visit lists the records of the visit with a code, the last updated first. Letters of any case, spaces and dashes wherever
// they stand make no difference. It reads the first entry of each record and no answer.
//
// The error is a [*app.Fault]. Where some records could not be read, it says how many; it then wraps [ErrSealed] if a key is
// missing, and what was found among the others is given all the same. It never holds the code.
func (a *Archive) Visit(ctx context.Context, code string) ([]store.Record, error) {
	wanted := visit.Bare(code)
	if wanted == "" {
		return nil, &app.Fault{Err: errors.New("look for the records of a visit: there is no code"), Hint: "give the code of the visit"}
	}
	list, err := a.List(ctx)
	if err != nil {
		return nil, err
	}
	var found []store.Record
	var unread tally
	for _, r := range list {
		has, err := a.visit(ctx, r.ID)
		switch {
		case ctx.Err() != nil:
			return nil, broken("look for the records of a visit", ctx.Err())
		case err != nil:
			unread.add(err)
		case visit.Bare(has) == wanted:
			found = append(found, r)
		}
	}
	return found, unread.fault(len(list))
}

// visit gives the code of the visit that a record belongs to, "" for none.
func (a *Archive) visit(ctx context.Context, id string) (string, error) {
	links, err := a.Store.Links(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		return "", nil // it was purged a moment ago
	}
	if err != nil {
		return "", err
	}
	entries, err := session.Open(id, links[:min(1, len(links))], a.Unseal)
	if err != nil {
		return "", err
	}
	if len(entries) > 0 {
		if begun, ok := entries[0].Event.(session.Started); ok {
			return begun.Visit, nil
		}
	}
	return "", session.ErrStrange
}

// tally counts records that could not be read.
type tally struct{ sealed, other int }

func (t *tally) add(err error) {
	if errors.Is(err, session.ErrUnreadable) || errors.Is(err, ErrSealed) {
		t.sealed++
	} else {
		t.other++
	}
}

// fault says how many of a number of records could not be read. It is nil for none.
func (t tally) fault(of int) error {
	what := fmt.Sprintf("look for the records of a visit: %d of %d records could not be read", t.sealed+t.other, of)
	switch {
	case t.sealed > 0:
		return &app.Fault{Err: fmt.Errorf("%s: %w", what, ErrSealed), Hint: "name the file with the key: --identity FILE"}
	case t.other > 0:
		return &app.Fault{Err: errors.New(what), Hint: "informed verify tells more"}
	default:
		return nil
	}
}
