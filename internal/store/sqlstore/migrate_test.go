package sqlstore

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	driver "modernc.org/sqlite"

	"informed/internal/store"
	"informed/internal/store/storetest"
)

// newer is the dialect of a version of this program that is yet to come.
func newer() dialect {
	d := sqlite
	d.migrations = append(append([]string{}, sqlite.migrations...),
		`ALTER TABLE records ADD COLUMN extra TEXT NOT NULL DEFAULT 'none'`,
		`UPDATE records SET extra = 'some'; CREATE TABLE more (it TEXT) STRICT`)
	return d
}

func schema(t *testing.T, s *Store) int {
	t.Helper()
	found, err := one(t.Context(), s.db, scanIdentity, s.dialect.identity)
	if err != nil {
		t.Fatal(err)
	}
	return found.schema
}

func TestOlderFileIsBroughtUpToDate(t *testing.T) {
	path, links := filled(t, "A", 3)
	s, err := open(t.Context(), path, newer())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := schema(t, s); got != len(newer().migrations) {
		t.Errorf("got schema %d", got)
	}
	extra, err := one(t.Context(), s.db, column[string], `SELECT extra FROM records WHERE id = 'A'`)
	if extra != "some" || err != nil {
		t.Errorf("got %q, %v", extra, err)
	}
	got, err := s.Links(t.Context(), "A")
	if err != nil || len(got) != len(links) || got[2].Hash != links[2].Hash {
		t.Errorf("the record: %v, %v", got, err)
	}
}

// A step that fails leaves the file as it was after the step before, for the older program to go on with.
func TestStepThatFailsIsUndone(t *testing.T) {
	path, _ := filled(t, "A", 3)
	broken := sqlite
	broken.migrations = append(append([]string{}, sqlite.migrations...), `CREATE TABLE half (it TEXT) STRICT; nonsense`)
	if _, err := open(t.Context(), path, broken); err == nil {
		t.Fatal("the broken step was taken")
	}
	s := reopen(t, path)
	if tables, err := list(t.Context(), s.db, column[string], `SELECT name FROM sqlite_schema WHERE name = 'half'`); len(tables) != 0 || err != nil {
		t.Errorf("got %v, %v", tables, err)
	}
	if _, err := s.Record(t.Context(), "A"); err != nil {
		t.Error(err)
	}
}

func TestNewerFileIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "informed", "records.db")
	s, err := open(t.Context(), path, newer())
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	before, _ := os.ReadFile(path)
	_, err = Open(t.Context(), path)
	if !errors.Is(err, store.ErrNewer) || !strings.Contains(err.Error(), "use the newer version") {
		t.Errorf("got %v, want ErrNewer and what to do", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
}

func TestManyBringItUpToDateAtOnce(t *testing.T) {
	path, _ := filled(t, "A", 3)
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			s, err := open(t.Context(), path, newer())
			if err != nil {
				t.Error(err)
				return
			}
			s.Close()
		})
	}
	wg.Wait()
}

func TestFilesOfOthersAreRefused(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "informed")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "other.db")
	for name, content := range map[string]string{
		"a note": "dear diary, this is no database\n", "nulls": strings.Repeat("\x00", 8192), "one byte": "S",
		"a header alone": "SQLite format 3\x00", "a header and rubbish": "SQLite format 3\x00" + strings.Repeat("rubbish!", 1000),
	} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(t.Context(), path); !errors.Is(err, store.ErrDamaged) {
			t.Errorf("%s: got %v, want ErrDamaged", name, err)
		}
		if after, _ := os.ReadFile(path); string(after) != content {
			t.Errorf("%s: the file was changed", name)
		}
	}
	for name, statement := range map[string]string{"of another program": `PRAGMA application_id = 1`, "of no program": `PRAGMA application_id = 0`} {
		ours, _ := filled(t, "A", 1)
		db := raw(t, ours)
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
		db.Close()
		if _, err := Open(t.Context(), ours); !errors.Is(err, store.ErrDamaged) || !strings.Contains(err.Error(), "another program") {
			t.Errorf("%s: got %v, want ErrDamaged", name, err)
		}
	}
}

func TestImpossibleSchema(t *testing.T) {
	path, _ := filled(t, "A", 1)
	for _, version := range []int{0, -1, -1 << 31} {
		s := &Store{db: raw(t, path), dialect: sqlite}
		if _, err := s.db.Exec(fmt.Sprintf(sqlite.advance, version)); err != nil {
			t.Fatal(err)
		}
		s.Close()
		if _, err := Open(t.Context(), path); !errors.Is(err, store.ErrDamaged) {
			t.Errorf("schema %d: got %v, want ErrDamaged", version, err)
		}
	}
}

// raw opens a database without asking what it is.
func raw(t *testing.T, path string) *sql.DB {
	t.Helper()
	connector, err := driver.NewConnector(address(path))
	if err != nil {
		t.Fatal(err)
	}
	return sql.OpenDB(connector)
}

func TestOpenGivenUp(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	path := filepath.Join(t.TempDir(), "informed", "records.db")
	if _, err := Open(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was made")
	}
}

func TestUseAfterClose(t *testing.T) {
	s := fresh(t)
	s.Close()
	links := storetest.Chain("A", 1, "said")
	if err := s.Append(t.Context(), storetest.Of("A", links), links); err == nil || errors.Is(err, store.ErrDamaged) {
		t.Errorf("got %v", err)
	}
}

// What the first version of this program kept is there in full, in no consultation, and goes on.
func TestFirstFormIsBroughtUpToDate(t *testing.T) {
	old := sqlite
	old.migrations = old.migrations[:1]
	path := filepath.Join(t.TempDir(), "informed", "records.db")
	s, err := open(t.Context(), path, old)
	if err != nil {
		t.Fatal(err)
	}
	links := storetest.Chain("A", 3, "said")
	want := storetest.Of("A", links[:2])
	if _, err := s.db.Exec(`INSERT INTO records (id, questionnaire, version, text, region, status, started, updated, entries, head)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, want.ID, want.Questionnaire, want.Version, want.Text, want.Region,
		string(want.Status), want.Started.UnixMilli(), want.Updated.UnixMilli(), want.Entries, want.Head); err != nil {
		t.Fatal(err)
	}
	for _, l := range links[:2] {
		if _, err := s.db.Exec(insertLink, "A", l.Seq, l.At.UnixMilli(), l.Body, l.Prev, l.Hash); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	s = reopen(t, path)
	if got, err := s.Record(t.Context(), "A"); err != nil || got != want {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
	next := storetest.Of("A", links)
	next.Stage, next.Consulted = store.Consulting, next.Updated
	if err := s.Append(t.Context(), next, links[2:]); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Consultations(t.Context(), 9); err != nil || len(got) != 1 || got[0] != next {
		t.Errorf("got %v, %v, want %v", got, err, next)
	}
	if h, err := s.Health(t.Context()); err != nil || !h.Sound() {
		t.Errorf("%v, %v", h, err)
	}
}
