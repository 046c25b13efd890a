package sqlstore

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/store/storetest"
)

// filled makes a closed file with a record of n entries and gives its path.
func filled(t testing.TB, id string, n int) (path string, links []session.Link) {
	t.Helper()
	s := fresh(t)
	links = storetest.Chain(id, n, "said")
	if err := s.Append(t.Context(), storetest.Of(id, links), links); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.path, links
}

func modes(t *testing.T, path string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, name := range []string{filepath.Dir(path), path, path + "-wal", path + "-shm", filepath.Join(filepath.Dir(path), "claims"), filepath.Join(filepath.Dir(path), "claims", "A.lock")} {
		info, err := os.Lstat(name)
		if err != nil {
			t.Fatal(err)
		}
		found[filepath.Base(name)] = fmt.Sprintf("%o", info.Mode().Perm())
	}
	return found
}

// The umask of this process is set, so this test runs alone.
func TestNobodyElseCanRead(t *testing.T) {
	want := map[string]string{"deep": "700", "records.db": "600", "records.db-wal": "600", "records.db-shm": "600", "claims": "700"}
	for _, mask := range []int{0, 0o022, 0o077, 0o277} {
		path := filepath.Join(t.TempDir(), "new", "deep", "records.db")
		old := syscall.Umask(mask)
		s, err := Open(t.Context(), path)
		if err == nil {
			_, err = s.Claim(t.Context(), "A")
		}
		syscall.Umask(old)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		want["A.lock"] = fmt.Sprintf("%o", 0o600&^mask) // nothing is in it
		if diff := cmp.Diff(want, modes(t, path)); diff != "" {
			t.Errorf("umask %o (-want +got):\n%s", mask, diff)
		}
	}
}

func TestOpenedFileIsClosedToOthers(t *testing.T) {
	path, _ := filled(t, "A", 1)
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	s := reopen(t, path)
	if _, err := s.Claim(t.Context(), "A"); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"informed": "700", "records.db": "600", "records.db-wal": "600", "records.db-shm": "600", "claims": "700", "A.lock": "600"}
	if diff := cmp.Diff(want, modes(t, path)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPlacesThatAreRefused(t *testing.T) {
	path, _ := filled(t, "A", 1)
	folder := filepath.Dir(path)
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	open := t.TempDir()
	do(os.Chmod(open, 0o755))
	do(os.Chmod(filepath.Dir(folder), 0o700))
	do(os.Symlink(path, filepath.Join(folder, "soft.db")))
	do(os.WriteFile(filepath.Join(folder, "two.db"), nil, 0o600))
	do(os.Link(filepath.Join(folder, "two.db"), filepath.Join(folder, "names.db")))
	do(os.Symlink(folder, filepath.Join(open, "moved")))
	for name, want := range map[string]string{
		filepath.Join(open, "records.db"):       "others can get into the folder",
		filepath.Join(folder, "soft.db"):        "is a link",
		filepath.Join(folder, "two.db"):         "has another name elsewhere",
		filepath.Join(folder, "two.db", "x.db"): "not a",
		folder:                                  "is not a file",
	} {
		_, err := Open(t.Context(), name)
		if !errors.Is(err, store.ErrPlace) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want ErrPlace, %q", name, err, want)
		}
	}
	for _, mode := range []os.FileMode{0o755, 0o750, 0o701, 0o777 | os.ModeSticky} {
		do(os.Chmod(open, mode))
		if _, err := Open(t.Context(), filepath.Join(open, "records.db")); !errors.Is(err, store.ErrPlace) {
			t.Errorf("a folder of mode %o: got %v, want ErrPlace", mode.Perm(), err)
		}
		if _, err := os.Stat(filepath.Join(open, "records.db")); err == nil {
			t.Error("a file was made in a folder that others can get into")
		}
	}
	s := reopen(t, filepath.Join(open, "moved", "records.db")) // a folder may be a link
	if _, err := s.Record(t.Context(), "A"); err != nil {
		t.Error(err)
	}
}

func TestOddPaths(t *testing.T) {
	for _, name := range []string{"a b", "a?mode=ro", "a#b", "a%41b", "ä ö", "a&b=c", ":memory:", "a'b\"c", "file:x"} {
		path := filepath.Join(t.TempDir(), name, name+".db")
		s := reopen(t, path)
		links := storetest.Chain("A", 1, "said")
		if err := s.Append(t.Context(), storetest.Of("A", links), links); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestManyOpenANewFileAtOnce(t *testing.T) {
	for range 5 {
		path := filepath.Join(t.TempDir(), "informed", "records.db")
		var wg sync.WaitGroup
		for i := range 8 {
			wg.Go(func() {
				s, err := Open(t.Context(), path)
				if err != nil {
					t.Error(err)
					return
				}
				defer s.Close()
				id := fmt.Sprintf("R%d", i)
				links := storetest.Chain(id, 2, "said")
				if err := s.Append(t.Context(), storetest.Of(id, links), links); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		records, err := reopen(t, path).Records(t.Context())
		if err != nil || len(records) != 8 {
			t.Errorf("got %d records and %v, want 8", len(records), err)
		}
	}
}

func TestVersions(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"3.51.2", "3.51.3", true}, {"3.51.3", "3.51.3", false}, {"3.54.1", "3.51.3", false}, {"3.9.9", "3.51.3", true},
		{"4", "3.51.3", false}, {"3.51", "3.51.3", true}, {"", "3.51.3", true}, {"10.0.0", "3.51.3", false},
	} {
		if got := before(test.a, test.b); got != test.want {
			t.Errorf("%s before %s: got %v", test.a, test.b, got)
		}
	}
	old := sqlite
	old.identity = strings.Replace(old.identity, "sqlite_version()", "'3.51.2'", 1)
	if _, err := open(t.Context(), filepath.Join(t.TempDir(), "informed", "records.db"), old); err == nil || !strings.Contains(err.Error(), "3.51.2") {
		t.Errorf("an engine that loses commits: got %v", err)
	}
}

func TestHealth(t *testing.T) {
	s := fresh(t)
	h, err := s.Health(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if before(h.Engine, oldest) || h.Size == 0 {
		t.Errorf("engine %s, %d bytes", h.Engine, h.Size)
	}
	h.Engine, h.Size = "", 0
	want := Health{Path: s.path, Schema: len(sqlite.migrations), Journal: "wal", Synchronous: 2, FolderMode: os.ModeDir | 0o700, FileMode: 0o600}
	if diff := cmp.Diff(want, h); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !h.Sound() {
		t.Error("a new file is not sound")
	}
	for name, change := range map[string]func(h *Health){
		"synchronous": func(h *Health) { h.Synchronous = 1 },
		"journal":     func(h *Health) { h.Journal = "delete" },
		"folder":      func(h *Health) { h.FolderMode |= 0o001 },
		"file":        func(h *Health) { h.FileMode |= 0o040 },
		"faults":      func(h *Health) { h.Faults = []string{"something"} },
	} {
		bad := want
		change(&bad)
		if bad.Sound() {
			t.Errorf("%s: this should not be sound", name)
		}
	}
	if _, err := s.db.Exec(`PRAGMA foreign_keys = OFF; INSERT INTO links VALUES ('LOST', 1, 0, x'00', '', '')`); err != nil {
		t.Fatal(err)
	}
	h, err = s.Health(t.Context())
	if diff := cmp.Diff([]string{"1 entries belong to no record"}, h.Faults); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// What a process left in the log when it died is in the file itself once the records were opened again.
func TestOpenBringsTheLogToTheDisk(t *testing.T) {
	path, _ := filled(t, "A", 1)
	s := reopen(t, path)
	canary := []byte("a canary in the log")
	l := storetest.Link(session.Root("B"), canary)
	if err := s.Append(t.Context(), storetest.Of("B", []session.Link{l}), []session.Link{l}); err != nil {
		t.Fatal(err)
	}
	dead := filepath.Join(t.TempDir(), "informed", "records.db") // as it would be after a crash
	if err := os.Mkdir(filepath.Dir(dead), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, suffix := range []string{"", "-wal"} {
		data, err := os.ReadFile(path + suffix) // read in the process that has it open; nothing is written to it later
		if err == nil {
			err = os.WriteFile(dead+suffix, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if data, _ := os.ReadFile(dead); bytes.Contains(data, canary) {
		t.Fatal("the entry was not in the log alone, so this shows nothing")
	}
	reopen(t, dead)
	if data, _ := os.ReadFile(dead); !bytes.Contains(data, canary) {
		t.Error("the entry is not in the file")
	}
	if info, err := os.Stat(dead + "-wal"); err != nil || info.Size() != 0 {
		t.Errorf("the log is not empty: %v, %v", info, err)
	}
}
