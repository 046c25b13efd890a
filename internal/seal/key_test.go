package seal_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"informed/internal/seal"
)

func key(t testing.TB) seal.Key {
	t.Helper()
	k, err := seal.LoadKey(filepath.Join(t.TempDir(), "signing.key"))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestKeyIsMadeOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "informed")
	path := filepath.Join(dir, "signing.key")
	first, err := seal.LoadKey(path)
	if err != nil {
		t.Fatal(err)
	}
	again, err := seal.LoadKey(path)
	if err != nil || again.Verifier() != first.Verifier() {
		t.Errorf("read %s, %v; made %s", again.Verifier(), err, first.Verifier())
	}
	if shape := regexp.MustCompile(`^informed-[0-9A-HJKMNP-TV-Z]{8}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$`); !shape.MatchString(first.Verifier()) {
		t.Errorf("public key %s", first.Verifier())
	}
	for name, want := range map[string]os.FileMode{dir: 0o700, path: 0o600} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: mode %v, %v", name, info.Mode(), err)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	content, _ := os.ReadFile(path)
	if _, err := note.NewSigner(strings.TrimSpace(string(content))); err != nil {
		t.Error(err)
	}
	for _, form := range []string{"%v", "%+v", "%#v", "%s"} {
		if s := fmt.Sprintf(form, first); strings.Contains(s, "PRIVATE") || strings.Contains(s, strings.TrimSpace(string(content[60:]))) {
			t.Errorf("%s shows the key: %s", form, s)
		}
	}
}

// Programs that start at once use one key, whoever makes it.
func TestKeyRace(t *testing.T) {
	for range 20 {
		path := filepath.Join(t.TempDir(), "informed", "signing.key")
		var wait sync.WaitGroup
		var mutex sync.Mutex
		made := map[string]int{}
		for range 16 {
			wait.Go(func() {
				k, err := seal.LoadKey(path)
				if err != nil {
					t.Error(err)
				}
				mutex.Lock()
				defer mutex.Unlock()
				made[k.Verifier()]++
			})
		}
		wait.Wait()
		if len(made) != 1 {
			t.Fatalf("%d keys were in use", len(made))
		}
	}
}

func TestKeyRaceOfProcesses(t *testing.T) {
	if path := os.Getenv("SEAL_TEST_KEY"); path != "" {
		k, err := seal.LoadKey(path)
		fmt.Println("key:", k.Verifier(), err)
		return
	}
	path := filepath.Join(t.TempDir(), "informed", "signing.key")
	var wait sync.WaitGroup
	var mutex sync.Mutex
	made := map[string]bool{}
	for range 8 {
		wait.Go(func() {
			cmd := exec.Command(os.Args[0], "-test.run=^TestKeyRaceOfProcesses$")
			cmd.Env = append(os.Environ(), "SEAL_TEST_KEY="+path)
			out, err := cmd.CombinedOutput()
			mutex.Lock()
			defer mutex.Unlock()
			line, _, _ := strings.Cut(string(out), "\n")
			made[line] = true
			if err != nil || !strings.HasSuffix(line, "<nil>") {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	wait.Wait()
	if len(made) != 1 {
		t.Errorf("keys: %v", made)
	}
}

func TestKeysThatAreRefused(t *testing.T) {
	good := func(t *testing.T) (dir, path string) {
		dir = filepath.Join(t.TempDir(), "informed")
		path = filepath.Join(dir, "signing.key")
		if _, err := seal.LoadKey(path); err != nil {
			t.Fatal(err)
		}
		return dir, path
	}
	tests := []struct {
		name   string
		change func(dir, path string) error
		want   error
	}{
		{"read by the group", func(_, path string) error { return os.Chmod(path, 0o640) }, seal.ErrExposed},
		{"read by all", func(_, path string) error { return os.Chmod(path, 0o604) }, seal.ErrExposed},
		{"folder written by all", func(dir, _ string) error { return os.Chmod(dir, 0o777) }, seal.ErrExposed},
		{"empty", func(_, path string) error { return os.Truncate(path, 0) }, seal.ErrNoKey},
		{"cut", func(_, path string) error { return os.Truncate(path, 40) }, seal.ErrNoKey},
		{"other", func(_, path string) error { return os.WriteFile(path, []byte("canary"), 0o600) }, seal.ErrNoKey},
		{"folder in its place", func(_, path string) error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o700)) }, seal.ErrNoKey},
		{"dangling link", func(dir, path string) error { return errors.Join(os.Remove(path), os.Symlink("nowhere", path)) }, os.ErrNotExist},
		{"link out", func(dir, path string) error {
			return errors.Join(os.Rename(path, dir+".key"), os.Symlink(dir+".key", path))
		}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir, path := good(t)
			if err := test.change(dir, path); err != nil {
				t.Fatal(err)
			}
			k, err := seal.LoadKey(path)
			if err == nil || test.want != nil && !errors.Is(err, test.want) || k.Verifier() != "" {
				t.Errorf("got %q, %v, want %v", k.Verifier(), err, test.want)
			} else if strings.Contains(err.Error(), "canary") || !strings.Contains(err.Error(), path) {
				t.Errorf("got %v", err)
			}
		})
	}
	if _, err := seal.LoadKey("/proc/informed/signing.key"); err == nil {
		t.Error("made a key where none can be made")
	}
}
