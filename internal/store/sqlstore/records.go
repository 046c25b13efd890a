package sqlstore

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"informed/internal/store"
)

// Record implements [store.Store].
func (s *Store) Record(ctx context.Context, id string) (store.Record, error) {
	r, err := one(ctx, s.db, scanRecord, selectRecord, id)
	if err != nil {
		return store.Record{}, s.dialect.wrong(ctx, "look for record "+id, err)
	}
	return r, nil
}

// Records implements [store.Store].
func (s *Store) Records(ctx context.Context) ([]store.Record, error) {
	records, err := list(ctx, s.db, scanRecord, selectRecords)
	if err != nil {
		return nil, s.dialect.wrong(ctx, "list the records", err)
	}
	return records, nil
}

// Unfinished implements [store.Store].
func (s *Store) Unfinished(ctx context.Context, questionnaire string, most int) ([]store.Record, error) {
	records, err := list(ctx, s.db, scanRecord, selectUnfinished, questionnaire, most)
	if err != nil {
		return nil, s.dialect.wrong(ctx, "list the unfinished records", err)
	}
	return records, nil
}

// Consultations implements [store.Store].
func (s *Store) Consultations(ctx context.Context, most int) ([]store.Record, error) {
	records, err := list(ctx, s.db, scanRecord, selectOpen, most)
	if err != nil {
		return nil, s.dialect.wrong(ctx, "list the open consultations", err)
	}
	return records, nil
}

func scanRecord(row *sql.Rows) (r store.Record, err error) {
	var consulted, started, updated int64
	err = row.Scan(&r.ID, &r.Questionnaire, &r.Version, &r.Text, &r.Region, &r.Status, &r.Stage, &consulted, &started, &updated, &r.Entries, &r.Head)
	r.Started, r.Updated = time.UnixMilli(started).UTC(), time.UnixMilli(updated).UTC()
	if consulted != 0 {
		r.Consulted = time.UnixMilli(consulted).UTC()
	}
	return r, err
}

// milliseconds gives a time as it is kept, 0 for none.
func milliseconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

// Keep implements [store.Store].
func (s *Store) Keep(ctx context.Context, hash string, text []byte) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		kept, err := one(ctx, tx, column[[]byte], selectText, hash)
		switch {
		case errors.Is(err, store.ErrNotFound):
			_, err = tx.ExecContext(ctx, insertText, hash, append([]byte{}, text...)) // nil would be no text at all
		case err == nil && !bytes.Equal(kept, text):
			err = fmt.Errorf("%w: there is another", store.ErrDamaged)
		}
		return err
	})
	return s.dialect.wrong(ctx, "keep the text "+hash, err)
}

// Text implements [store.Store].
func (s *Store) Text(ctx context.Context, hash string) ([]byte, error) {
	text, err := one(ctx, s.db, column[[]byte], selectText, hash)
	if err != nil {
		return nil, s.dialect.wrong(ctx, "read the text "+hash, err)
	}
	return text, nil
}
