package sqlstore

import (
	"context"
	"database/sql"
	"fmt"

	"informed/internal/store"
)

// source is what statements can be put to: the database, or a transaction.
type source interface {
	QueryContext(ctx context.Context, statement string, args ...any) (*sql.Rows, error)
}

// list gives what a statement finds. scan reads one row. What is wrong with a row is not told: it would tell what the row
// holds.
func list[V any](ctx context.Context, from source, scan func(row *sql.Rows) (V, error), statement string, args ...any) ([]V, error) {
	rows, err := from.QueryContext(ctx, statement, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []V
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, fmt.Errorf("%w: a row is not as it should be", store.ErrDamaged)
		}
		found = append(found, v)
	}
	return found, rows.Err()
}

// one gives the only row that a statement finds, or ErrNotFound.
func one[V any](ctx context.Context, from source, scan func(row *sql.Rows) (V, error), statement string, args ...any) (V, error) {
	found, err := list(ctx, from, scan, statement, args...)
	switch {
	case err != nil:
		return *new(V), err
	case len(found) == 0:
		return *new(V), store.ErrNotFound
	default:
		return found[0], nil
	}
}

// column reads a row of one column.
func column[V any](row *sql.Rows) (v V, err error) {
	err = row.Scan(&v)
	return v, err
}
