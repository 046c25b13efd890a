package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"syscall"
	"testing"
	"time"

	codes "modernc.org/sqlite/lib"

	"informed/internal/store"
	"informed/internal/store/storetest"
)

func TestSystemErrorsHaveAClass(t *testing.T) {
	for cause, want := range map[error]error{
		syscall.ENOSPC: store.ErrFull, syscall.EDQUOT: store.ErrFull, syscall.EFBIG: store.ErrFull,
		syscall.EROFS: store.ErrReadOnly, syscall.EACCES: store.ErrReadOnly, syscall.EPERM: store.ErrReadOnly,
		syscall.EIO: store.ErrFailing, syscall.ENOTDIR: store.ErrPlace, syscall.ELOOP: store.ErrPlace,
		syscall.ENOENT: fs.ErrNotExist,
	} {
		if err := explainSystem("try", &fs.PathError{Op: "open", Path: "x", Err: cause}); !errors.Is(err, want) {
			t.Errorf("%v: got %v, want %v", cause, err, want)
		}
	}
}

func TestFailuresOfTheDiskHaveAClass(t *testing.T) {
	for code, want := range map[int]error{
		codes.SQLITE_IOERR_SHMSIZE: store.ErrFull, codes.SQLITE_IOERR_FSYNC: store.ErrFailing, codes.SQLITE_IOERR_WRITE: store.ErrFailing,
		codes.SQLITE_IOERR_READ: store.ErrFailing, codes.SQLITE_IOERR_SHORT_READ: store.ErrDamaged, codes.SQLITE_IOERR_DIR_FSYNC: store.ErrFailing,
	} {
		if got := explainIO(code); got != want {
			t.Errorf("%d: got %v, want %v", code, got, want)
		}
	}
	if name, sentinel := explainSQLite(errors.New("something else")); sentinel != nil || name != "" {
		t.Errorf("got %v, %q", sentinel, name)
	}
}

// What fails because the caller gave up is told as that, whatever the database calls it.
func TestGivingUpIsTold(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	if err := sqlite.wrong(ctx, "try", sql.ErrTxDone); !errors.Is(err, sql.ErrTxDone) {
		t.Errorf("before: got %v", err)
	}
	cancel()
	if err := sqlite.wrong(ctx, "try", sql.ErrTxDone); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	if err := sqlite.wrong(ctx, "try", nil); err != nil {
		t.Errorf("nothing went wrong: got %v", err)
	}
}

// Whoever waits for another program's change can give up, and is told if it takes too long.
func TestWaitForAnotherProgram(t *testing.T) {
	path, links := filled(t, "A", 1)
	other, s := reopen(t, path), reopen(t, path)
	tx, err := other.db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	longer := storetest.Longer("A", links, 1, "said")
	r := storetest.Of("A", longer)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	begun := time.Now()
	if err := s.Append(ctx, r, longer[1:]); !errors.Is(err, context.DeadlineExceeded) || time.Since(begun) > 3*time.Second {
		t.Errorf("given up: got %v after %v, want context.DeadlineExceeded at once", err, time.Since(begun))
	}
	if got, err := s.Links(t.Context(), "A"); err != nil || len(got) != 1 {
		t.Errorf("reading meanwhile: got %d links, %v", len(got), err)
	}
	if _, err := s.db.Exec(`PRAGMA busy_timeout = 10`); err != nil {
		t.Fatal(err)
	}
	if err := s.Append(t.Context(), r, longer[1:]); !errors.Is(err, store.ErrBusy) {
		t.Errorf("too long: got %v, want ErrBusy", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := s.Append(t.Context(), r, longer[1:]); err != nil {
		t.Errorf("once it is done: %v", err)
	}
}

func TestConnectionsAreSet(t *testing.T) {
	s := fresh(t)
	if n := s.db.Stats().MaxOpenConnections; n != 1 {
		t.Errorf("up to %d connections, want 1", n)
	}
	for pragma, want := range map[string]string{
		"synchronous": "2", "foreign_keys": "1", "trusted_schema": "0", "secure_delete": "1", "busy_timeout": "5000",
		"temp_store": "2", "journal_mode": "wal", "cell_size_check": "1",
	} {
		if got, err := one(t.Context(), s.db, column[string], `PRAGMA `+pragma); got != want || err != nil {
			t.Errorf("%s: got %q, %v, want %q", pragma, got, err, want)
		}
	}
}
