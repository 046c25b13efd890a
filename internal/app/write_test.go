package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func open(t *testing.T, dir string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

// files gives the names in a folder with what they hold.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		found[entry.Name()] = ""
		if entry.Type().IsRegular() {
			content, _ := os.ReadFile(filepath.Join(dir, entry.Name()))
			found[entry.Name()] = string(content)
		}
	}
	return found
}

func TestPutWritesOverNothing(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "list.md"), []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", filepath.Join(dir, "list-2.md")); err != nil {
		t.Fatal(err)
	}
	name, err := put(open(t, dir), "list.md", []byte("new"))
	if err != nil || name != "list-3.md" {
		t.Fatalf("got %q, %v", name, err)
	}
	want := map[string]string{"list.md": "old", "list-2.md": "", "list-3.md": "new"}
	if diff := cmp.Diff(want, files(t, dir)); diff != "" {
		t.Error(diff)
	}
	info, err := os.Stat(filepath.Join(dir, "list-3.md"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

// Several programs that save at once into one folder each get a file of their own, whole.
func TestPutAtOnce(t *testing.T) {
	dir := t.TempDir()
	var wait sync.WaitGroup
	for i := range 20 {
		root := open(t, dir)
		wait.Go(func() {
			if _, err := put(root, "list.md", []byte(strings.Repeat("x", i+1))); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	var sizes []int
	for _, content := range files(t, dir) {
		sizes = append(sizes, len(content))
	}
	slices.Sort(sizes)
	for i, size := range sizes {
		if size != i+1 {
			t.Fatalf("sizes %v, want 1 to 20", sizes)
		}
	}
}

func TestPutStaysInside(t *testing.T) {
	outside := t.TempDir()
	dir := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "way-out")); err != nil {
		t.Fatal(err)
	}
	root := open(t, dir)
	for _, name := range []string{"../x", "/etc/informed-test", "way-out/x", "a\x00b", strings.Repeat("n", 300)} {
		if got, err := put(root, name, []byte("x")); err == nil {
			t.Errorf("%q was written as %q", name, got)
		}
	}
	if diff := cmp.Diff(map[string]string{}, files(t, outside)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]string{"way-out": ""}, files(t, dir)); diff != "" {
		t.Errorf("left behind:\n%s", diff)
	}
}

func TestClaim(t *testing.T) {
	dir := t.TempDir()
	root := open(t, dir)
	for name, content := range map[string]string{"temporary": "new", "taken": "old"} {
		if err := root.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := claim(root, "temporary", "taken"); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a name that is taken: got %v", err)
	}
	if err := claim(root, "missing", "free"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file to name: got %v", err)
	}
	if diff := cmp.Diff(map[string]string{"temporary": "new", "taken": "old"}, files(t, dir)); diff != "" {
		t.Errorf("failures left something:\n%s", diff)
	}
	if err := claim(root, "temporary", "free"); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"free": "new", "taken": "old"}, files(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestPutLeavesNothingOnFailure(t *testing.T) {
	dir := t.TempDir()
	root := open(t, dir)
	root.Close()
	if _, err := put(root, "list.md", []byte("x")); err == nil {
		t.Error("wrote into a folder that is closed")
	}
	if diff := cmp.Diff(map[string]string{}, files(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestCauseNamesNoTemporaryFile(t *testing.T) {
	root := open(t, t.TempDir())
	_, err := root.Open("missing")
	if got := cause(err); !errors.Is(got, fs.ErrNotExist) || strings.Contains(got.Error(), "missing") {
		t.Errorf("got %q", got)
	}
	err = root.Link("missing", "other")
	if got := cause(err); strings.Contains(got.Error(), "missing") {
		t.Errorf("got %q", got)
	}
}
