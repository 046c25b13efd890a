package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"informed/internal/session"
	"informed/internal/store"
)

// Append implements [store.Store].
func (s *Store) Append(ctx context.Context, r store.Record, links []session.Link) error {
	if err := store.Check(r, links); err != nil {
		return fmt.Errorf("append: %w", err)
	}
	err := s.change(ctx, func(tx *sql.Tx) error {
		fresh, err := missing(ctx, tx, r.ID, links)
		if err != nil || len(fresh) == 0 {
			return err
		}
		return insert(ctx, tx, r, fresh)
	})
	return s.dialect.wrong(ctx, "append to record "+r.ID, err)
}

// missing gives those of links that are not kept yet, or ErrConflict.
func missing(ctx context.Context, tx *sql.Tx, id string, links []session.Link) ([]session.Link, error) {
	kept, err := list(ctx, tx, scanEnd, selectTail, id, links[0].Seq-1)
	if err != nil {
		return nil, err
	}
	if len(kept) == 0 {
		switch _, err := one(ctx, tx, scanStone, selectStone, id); {
		case err == nil:
			return nil, store.ErrConflict
		case !errors.Is(err, store.ErrNotFound):
			return nil, err
		}
	}
	fresh, ok := store.Beyond(kept, links)
	if !ok {
		return nil, store.ErrConflict
	}
	return fresh, nil
}

// scanEnd reads number and hash of an entry.
func scanEnd(row *sql.Rows) (l session.Link, err error) {
	err = row.Scan(&l.Seq, &l.Hash)
	return l, err
}

// insert writes links, and the record as it is with them.
func insert(ctx context.Context, tx *sql.Tx, r store.Record, links []session.Link) error {
	if _, err := tx.ExecContext(ctx, upsertRecord, r.ID, r.Questionnaire, r.Version, r.Text, r.Region, string(r.Status),
		string(r.Stage), milliseconds(r.Consulted), r.Started.UnixMilli(), r.Updated.UnixMilli(), r.Entries, r.Head); err != nil {
		return err
	}
	for _, l := range links {
		if _, err := tx.ExecContext(ctx, insertLink, r.ID, l.Seq, l.At.UnixMilli(), l.Body, l.Prev, l.Hash); err != nil {
			return err
		}
	}
	return nil
}

// Links implements [store.Store].
func (s *Store) Links(ctx context.Context, id string) ([]session.Link, error) {
	links, err := list(ctx, s.db, scanLink, selectLinks, id)
	if err == nil && len(links) == 0 {
		err = store.ErrNotFound
	}
	if err != nil {
		return nil, s.dialect.wrong(ctx, "read record "+id, err)
	}
	return links, nil
}

func scanLink(row *sql.Rows) (l session.Link, err error) {
	var at int64
	err = row.Scan(&l.Seq, &at, &l.Body, &l.Prev, &l.Hash)
	l.At = time.UnixMilli(at).UTC()
	return l, err
}
