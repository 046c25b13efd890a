package sqlstore

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/store/storetest"
)

// inside makes a child think it is user uid of a machine of its own. As 0 it may mount file systems there; as any other, it
// has no more rights to its own files than their modes give.
func inside(t *testing.T, role, path string, uid int) {
	t.Helper()
	c := child(t, role, path)
	c.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: uid, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: uid, HostID: os.Getgid(), Size: 1}},
	}
	probe := *c
	probe.Args = []string{c.Args[0], "-test.run=^$"}
	if err := probe.Run(); err != nil {
		t.Skip("no namespaces here:", err)
	}
	run(t, c)
}

func childOfSystem(t *testing.T, role, path string) {
	switch role {
	case "full":
		mount(t, path, "size=512k")
		fillUp(t, path, store.ErrFull, func() (free func()) {
			ballast := filepath.Join(path, "ballast")
			if err := os.WriteFile(ballast, make([]byte, 200<<10), 0o600); err != nil {
				t.Fatal(err)
			}
			return func() { os.Remove(ballast) }
		})
	case "limit":
		fillUp(t, path, store.ErrFailing, func() (free func()) {
			var old syscall.Rlimit
			if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
				t.Fatal(err)
			}
			limit := old
			limit.Cur = 300 << 10
			if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
				t.Fatal(err)
			}
			return func() { syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old) }
		})
	case "no room at all":
		mount(t, path, "size=16k")
		if err := os.WriteFile(filepath.Join(path, "ballast"), make([]byte, 12<<10), 0o600); err != nil {
			t.Fatal(err)
		}
		refused(t, filepath.Join(path, "informed", "records.db"), store.ErrFull)
	case "read-only mount":
		mount(t, path, "size=4m")
		file := filepath.Join(path, "informed", "records.db")
		reopen(t, file).Close()
		if err := syscall.Mount("", path, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, "size=4m"); err != nil {
			t.Fatal(err)
		}
		refused(t, file, store.ErrReadOnly)
		refused(t, filepath.Join(path, "new", "records.db"), store.ErrReadOnly)
	case "denied":
		refused(t, path, store.ErrReadOnly)
	default:
		t.Fatal("unknown role", role)
	}
}

func mount(t *testing.T, path, data string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", path, "tmpfs", 0, data+",mode=700"); err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, path string, want error) {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err == nil {
		s.Close()
	}
	if !errors.Is(err, want) {
		t.Errorf("got %v, want %v", err, want)
	}
	t.Log(err)
}

// fillUp writes until there is no more room. What was confirmed must be there then, what was refused must not, and once
// there is room again the same can be kept.
func fillUp(t *testing.T, folder string, want error, press func() (free func())) {
	s := reopen(t, filepath.Join(folder, "informed", "records.db"))
	free := press()
	var links []session.Link
	var failed error
	for n := 0; failed == nil && n < 5000; n++ {
		longer := storetest.Longer("A", links, 1, fmt.Sprintf("%0800d", n))
		if failed = s.Append(t.Context(), storetest.Of("A", longer), longer[n:]); failed == nil {
			links = longer
		}
	}
	t.Logf("%d entries, then: %v", len(links), failed)
	if !errors.Is(failed, want) {
		t.Errorf("got %v, want %v", failed, want)
	}
	same(t, s, links)
	longer := storetest.Longer("A", links, 1, fmt.Sprintf("%0800d", len(links)))
	if err := s.Append(t.Context(), storetest.Of("A", longer), longer[len(links):]); !errors.Is(err, want) {
		t.Errorf("tried again without room: got %v, want %v", err, want)
	}
	free()
	if err := s.Append(t.Context(), storetest.Of("A", longer), longer[len(links):]); err != nil {
		t.Errorf("tried again with room: %v", err)
	}
	same(t, s, longer)
	s.Close()
	same(t, reopen(t, s.path), longer)
}

func same(t *testing.T, s *Store, want []session.Link) {
	t.Helper()
	links, err := s.Links(t.Context(), "A")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.EqualFunc(links, want, func(a, b session.Link) bool { return a.Hash == b.Hash }) {
		t.Errorf("got %d entries, want %d", len(links), len(want))
	}
}

func TestFullDisk(t *testing.T)          { inside(t, "full", t.TempDir(), 0) }
func TestNoRoomForANewFile(t *testing.T) { inside(t, "no room at all", t.TempDir(), 0) }
func TestReadOnlyMount(t *testing.T)     { inside(t, "read-only mount", t.TempDir(), 0) }

func TestFileSizeLimit(t *testing.T) {
	folder := t.TempDir()
	run(t, child(t, "limit", folder))
}

func TestModesThatForbidWriting(t *testing.T) {
	for name, deny := range map[string]func(path string) error{
		"file":             func(path string) error { return os.Chmod(path, 0o400) },
		"unreadable file":  func(path string) error { return os.Chmod(path, 0) },
		"folder":           func(path string) error { return os.Chmod(filepath.Dir(path), 0o500) },
		"folder, new file": func(path string) error { return errors.Join(os.Remove(path), os.Chmod(filepath.Dir(path), 0o500)) },
		"folder above": func(path string) error {
			folder := filepath.Dir(path)
			return errors.Join(os.RemoveAll(folder), os.Chmod(filepath.Dir(folder), 0o500))
		},
	} {
		t.Run(name, func(t *testing.T) {
			path, _ := filled(t, "A", 1)
			t.Cleanup(func() { os.Chmod(filepath.Dir(filepath.Dir(path)), 0o700); os.Chmod(filepath.Dir(path), 0o700) })
			if err := deny(path); err != nil {
				t.Fatal(err)
			}
			inside(t, "denied", path, 1000)
		})
	}
}
