package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
)

// migrate brings the schema up to date, each version in a transaction of its own. Another process may do the same at the
// same time: who comes second finds it done.
func (s *Store) migrate(ctx context.Context, found identity) error {
	for found.schema < len(s.dialect.migrations) {
		err := s.change(ctx, func(tx *sql.Tx) error {
			var err error
			if found, err = one(ctx, tx, scanIdentity, s.dialect.identity); err != nil {
				return err
			}
			if err := s.dialect.accept(found); err != nil || found.schema == len(s.dialect.migrations) {
				return err
			}
			return s.dialect.step(ctx, tx, found.schema)
		})
		if err != nil {
			return err
		}
		found.schema++
	}
	return nil
}

// step makes a schema one version newer.
func (d dialect) step(ctx context.Context, tx *sql.Tx, version int) error {
	for _, statement := range []string{d.migrations[version], d.claim, fmt.Sprintf(d.advance, version+1)} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// change runs work in a transaction that writes: all of it is done or nothing.
func (s *Store) change(ctx context.Context, work func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := work(tx); err != nil {
		tx.Rollback()
		return err
	}
	return tx.Commit()
}
