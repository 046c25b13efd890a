package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"informed/internal/app"
	"informed/internal/store"
)

// listing gives all records, or those of a visit.
func (s System) listing(ctx context.Context, a archive, all bool, visit string) ([]store.Record, error) {
	if all {
		return a.List(ctx)
	}
	return s.visited(ctx, a, visit)
}

// visited gives the records of a visit. Where only some could be read, it says so and goes on with what was found.
func (s System) visited(ctx context.Context, a archive, visit string) ([]store.Record, error) {
	found, err := a.Visit(ctx, visit)
	if err != nil && len(found) > 0 {
		fmt.Fprintf(s.Err, "note: %v\nhint: %s\n", err, hinted(err))
		err = nil
	}
	return found, err
}

// onlyVisited gives the one record of a visit. No error holds the code: it says of somebody that they were here.
func (s System) onlyVisited(ctx context.Context, a archive, visit string) (store.Record, error) {
	found, err := s.visited(ctx, a, visit)
	switch {
	case err != nil:
		return store.Record{}, err
	case len(found) == 0:
		return store.Record{}, &app.Fault{Err: fmt.Errorf("find the record of a visit: %w", store.ErrNotFound), Hint: "ask for the code once more, sign by sign"}
	case len(found) > 1:
		var ids []string
		for _, r := range found {
			ids = append(ids, r.ID)
		}
		return store.Record{}, &app.Fault{Err: errors.New("find the record of a visit: there are " + strings.Join(ids, ", ")), Hint: "name one of them"}
	}
	return found[0], nil
}
