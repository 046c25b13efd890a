package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	driver "modernc.org/sqlite"

	"informed/internal/store"
)

// Store is a [store.Store] in a database.
type Store struct {
	db      *sql.DB
	dialect dialect
	path    string
}

// Open opens the file of records at path, and makes it where there is none. Whatever an earlier process left in the log is
// brought to the disk first, so that nothing is taken for saved that a power cut could still undo.
func Open(ctx context.Context, path string) (*Store, error) { return open(ctx, path, sqlite) }

func open(ctx context.Context, path string, d dialect) (*Store, error) {
	const tried = "open the records"
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", tried, err)
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", tried, err)
	}
	if err := prepare(path); err != nil {
		return nil, fmt.Errorf("%s: %w", tried, err)
	}
	connector, err := driver.NewConnector(address(path))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", tried, err)
	}
	s := &Store{db: sql.OpenDB(connector), dialect: d, path: path}
	s.db.SetMaxOpenConns(1)
	if err := s.start(ctx); err != nil {
		s.db.Close()
		return nil, d.wrong(ctx, tried, err)
	}
	return s, nil
}

// address names the file and how each connection to it is set.
func address(path string) string {
	settings := url.Values{
		"mode":       {"rw"}, // never makes the file
		"_txlock":    {"immediate"},
		"_defensive": {"1"},
		"_dqs":       {"0"},
		"_pragma": {
			"busy_timeout(5000)",
			"synchronous(FULL)", // each commit is on the disk
			"foreign_keys(ON)",
			"trusted_schema(OFF)",
			"cell_size_check(ON)",
			"secure_delete(ON)",  // what was purged is overwritten
			"temp_store(MEMORY)", // no body outside of the folder
		},
	}
	file := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: settings.Encode()}
	return file.String()
}

// start checks that the file is one of records, and brings its schema up to date and its log to the disk.
func (s *Store) start(ctx context.Context) error {
	found, err := one(ctx, s.db, scanIdentity, s.dialect.identity)
	if err != nil {
		return err
	}
	if err := s.dialect.accept(found); err != nil {
		return err
	}
	switch mode, err := s.log(ctx); {
	case err != nil:
		return err
	case mode != "wal":
		return fmt.Errorf("%w: there can be no log beside the file", store.ErrPlace)
	}
	folder := filepath.Dir(s.path)
	if found.schema == 0 { // whoever made the folders may not have come to bring their names to the disk
		if err := syncAbove(folder); err != nil {
			return err
		}
	}
	if err := s.migrate(ctx, found); err != nil {
		return err
	}
	if err := closeFiles(s.path); err != nil {
		return err
	}
	if err := syncFolder(folder); err != nil { // with the name of the log; SQLite passes over it where that fails
		return err
	}
	return s.checkpoint(ctx)
}

// log has changes written to a log beside the file, and gives how they are really written. While others begin the same,
// SQLite refuses without waiting, so that this waits: for as long as SQLite does elsewhere.
func (s *Store) log(ctx context.Context) (mode string, err error) {
	const pause, tries = 10 * time.Millisecond, 500
	for range tries {
		mode, err = one(ctx, s.db, column[string], `PRAGMA journal_mode = WAL`)
		if _, sentinel := s.dialect.explain(err); sentinel != store.ErrBusy {
			return mode, err
		}
		select {
		case <-ctx.Done():
			return "", ctx.Err()
		case <-time.After(pause):
		}
	}
	return mode, err
}

// oldest is the first SQLite that does not lose commits when two connections bring the log to the disk at once.
const oldest = "3.51.3"

// accept refuses an engine that is too old, files of others, and files of newer versions of this program.
func (d dialect) accept(found identity) error {
	switch {
	case before(found.engine, oldest):
		return fmt.Errorf("this program was built with SQLite %s, which can lose answers; it needs %s", found.engine, oldest)
	case found.mark != d.mark && (found.mark != 0 || found.tables != 0 || found.schema != 0):
		return fmt.Errorf("%w: it is a database of another program", store.ErrDamaged)
	case found.schema < 0:
		return fmt.Errorf("%w: its form has no number", store.ErrDamaged)
	case found.schema > len(d.migrations):
		return fmt.Errorf("%w: they have form %d, and this version knows form %d; use the newer version, or another folder",
			store.ErrNewer, found.schema, len(d.migrations))
	}
	return nil
}

// before compares versions such as 3.51.3.
func before(version, other string) bool {
	a, b := strings.Split(version, "."), strings.Split(other, ".")
	for i := range b {
		m, n := 0, 0
		if i < len(a) {
			m, _ = strconv.Atoi(a[i])
		}
		n, _ = strconv.Atoi(b[i])
		if m != n {
			return m < n
		}
	}
	return false
}

// checkpoint moves what is in the log into the database, brings that to the disk and empties the log. Where another process
// is at work with it, that is left to them.
func (s *Store) checkpoint(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
	return err
}

// Close implements [store.Store].
func (s *Store) Close() error {
	if err := s.db.Close(); err != nil {
		return s.dialect.wrong(context.Background(), "close the records", err)
	}
	return nil
}
