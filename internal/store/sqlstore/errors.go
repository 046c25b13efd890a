package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"informed/internal/store"
)

// wrong says what was tried and what came of it, as one of the errors of store where it is one. What the database said in
// its own words is left out: after damage, they could be part of a body.
func (d dialect) wrong(ctx context.Context, tried string, err error) error {
	if err == nil {
		return nil
	}
	name, sentinel := d.explain(err)
	switch gaveUp := ctx.Err(); {
	case gaveUp != nil:
		return fmt.Errorf("%s: %w", tried, gaveUp)
	case sentinel != nil:
		return fmt.Errorf("%s: %w: %s", tried, sentinel, name)
	case name != "":
		return fmt.Errorf("%s: %s", tried, name)
	default:
		return fmt.Errorf("%s: %w", tried, err)
	}
}

// explainSQLite puts an error of SQLite into a class. name is "" for an error that is none of SQLite's.
func explainSQLite(err error) (name string, sentinel error) {
	var failed *driver.Error
	if !errors.As(err, &failed) {
		return "", nil
	}
	code := failed.Code()
	name = fmt.Sprintf("sqlite error %d", code)
	switch code & 0xff {
	case codes.SQLITE_FULL:
		return name, store.ErrFull
	case codes.SQLITE_READONLY, codes.SQLITE_CANTOPEN, codes.SQLITE_PERM, codes.SQLITE_AUTH:
		return name, store.ErrReadOnly
	case codes.SQLITE_CORRUPT, codes.SQLITE_NOTADB, codes.SQLITE_FORMAT, codes.SQLITE_CONSTRAINT, codes.SQLITE_MISMATCH:
		return name, store.ErrDamaged
	case codes.SQLITE_ERROR, codes.SQLITE_SCHEMA, codes.SQLITE_TOOBIG: // the statements are right, so the schema is not
		return name, store.ErrDamaged
	case codes.SQLITE_BUSY, codes.SQLITE_LOCKED, codes.SQLITE_PROTOCOL:
		return name, store.ErrBusy
	case codes.SQLITE_IOERR:
		return name, explainIO(code)
	default:
		return name, nil
	}
}

// explainIO tells a full disk from a failing one, as far as SQLite does: it says the same of a quota that is used up as of
// a disk that fails.
func explainIO(code int) error {
	switch code {
	case codes.SQLITE_IOERR_SHMSIZE:
		return store.ErrFull
	case codes.SQLITE_IOERR_SHORT_READ, codes.SQLITE_IOERR_CORRUPTFS, codes.SQLITE_IOERR_DATA:
		return store.ErrDamaged
	default:
		return store.ErrFailing
	}
}

// explainSystem puts an error about a file or folder into a class.
func explainSystem(tried string, err error) error {
	for _, class := range []struct {
		sentinel error
		of       []error
	}{
		{store.ErrFull, []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}},
		{store.ErrReadOnly, []error{syscall.EROFS, fs.ErrPermission}},
		{store.ErrFailing, []error{syscall.EIO}},
		{store.ErrPlace, []error{syscall.ENOTDIR, syscall.ELOOP, syscall.ENAMETOOLONG}},
	} {
		for _, cause := range class.of {
			if errors.Is(err, cause) {
				return fmt.Errorf("%s: %w: %w", tried, class.sentinel, err)
			}
		}
	}
	return fmt.Errorf("%s: %w", tried, err)
}
