package sqlstore

import (
	"context"
	"database/sql"
	"time"

	"informed/internal/store"
)

// Purge implements [store.Store]. What was purged is overwritten in the database, and then in the log. Where another
// process is at work with the log, it goes from there when that process is done, or when the records are opened next.
func (s *Store) Purge(ctx context.Context, t store.Tombstone) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		r, err := one(ctx, tx, scanRecord, selectRecord, t.Record)
		switch {
		case err != nil:
			return err
		case r.Entries != t.Entries || r.Head != t.Head:
			return store.ErrConflict
		}
		for _, statement := range []string{deleteLinks, deleteRecord} {
			if _, err := tx.ExecContext(ctx, statement, t.Record); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, insertStone, t.Record, t.At.UnixMilli(), t.By, t.Why, t.Entries, t.Head)
		return err
	})
	if err == nil {
		s.checkpoint(ctx) // the record is purged whatever comes of it
	}
	return s.dialect.wrong(ctx, "purge record "+t.Record, err)
}

// Tombstones implements [store.Store].
func (s *Store) Tombstones(ctx context.Context) ([]store.Tombstone, error) {
	stones, err := list(ctx, s.db, scanStone, selectStones)
	if err != nil {
		return nil, s.dialect.wrong(ctx, "list what was purged", err)
	}
	return stones, nil
}

func scanStone(row *sql.Rows) (t store.Tombstone, err error) {
	var at int64
	err = row.Scan(&t.Record, &at, &t.By, &t.Why, &t.Entries, &t.Head)
	t.At = time.UnixMilli(at).UTC()
	return t, err
}
