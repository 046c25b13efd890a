package sqlstore

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/store/storetest"
)

// Names of the environment in which a child process learns what to do.
const (
	roleName = "SQLSTORE_TEST_ROLE"
	pathName = "SQLSTORE_TEST_PATH"
)

// TestChild is what a child process of the other tests does.
func TestChild(t *testing.T) {
	path := os.Getenv(pathName)
	switch role := os.Getenv(roleName); role {
	case "":
		t.Skip("only for child processes")
	case "write":
		writeInTurns(t, path)
	case "claim":
		claimForever(t, path)
	default:
		childOfSystem(t, role, path)
	}
}

// child makes a process of this test with a role.
func child(t *testing.T, role, path string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), program, "-test.run=^TestChild$", "-test.v")
	c.Env = append(os.Environ(), roleName+"="+role, pathName+"="+path)
	return c
}

// run waits for a child and tells what it said where it failed.
func run(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if said, err := c.CombinedOutput(); err != nil || !strings.Contains(string(said), "--- PASS: TestChild") {
		t.Errorf("%v\n%s", err, said)
	}
}

const turns = 30

// writeInTurns adds to one record that others add to as well, and to one of its own.
func writeInTurns(t *testing.T, path string) {
	s := reopen(t, path)
	own := fmt.Sprintf("P%d", os.Getpid())
	mine := storetest.Chain(own, turns, "said")
	for n := range turns {
		if err := s.Append(t.Context(), storetest.Of(own, mine[:n+1]), mine[n:n+1]); err != nil {
			t.Fatal(err)
		}
		for {
			links, err := s.Links(t.Context(), "SHARED")
			if err != nil {
				t.Fatal(err)
			}
			longer := storetest.Longer("SHARED", links, 1, "said by "+own)
			err = s.Append(t.Context(), storetest.Of("SHARED", longer), longer[len(links):])
			if err == nil {
				break
			}
			if !errors.Is(err, store.ErrConflict) {
				t.Fatal(err)
			}
		}
	}
}

func TestProcessesShareAFile(t *testing.T) {
	path, _ := filled(t, "SHARED", 1)
	const processes = 3
	s := reopen(t, path)
	done := make(chan struct{})
	for range processes {
		go func() {
			defer func() { done <- struct{}{} }()
			run(t, child(t, "write", path))
		}()
	}
	for range processes {
		<-done
	}
	records, err := s.Records(t.Context())
	if err != nil || len(records) != processes+1 {
		t.Fatalf("got %d records, %v", len(records), err)
	}
	for _, r := range records {
		links, err := s.Links(t.Context(), r.ID)
		if err != nil {
			t.Fatal(err)
		}
		want := turns
		if r.ID == "SHARED" {
			want = 1 + processes*turns
		}
		if err := session.Verify(r.ID, links); err != nil || len(links) != want || r.Entries != want {
			t.Errorf("%s has %d links and says %d, want %d: %v", r.ID, len(links), r.Entries, want, err)
		}
	}
}

func claimForever(t *testing.T, path string) {
	s := reopen(t, path)
	if _, err := s.Claim(t.Context(), "A"); err != nil {
		t.Fatal(err)
	}
	fmt.Println("claimed")
	io.Copy(io.Discard, os.Stdin)
}

func TestClaimEndsWithItsProcess(t *testing.T) {
	path, _ := filled(t, "A", 1)
	s := reopen(t, path)
	for _, signal := range []os.Signal{syscall.SIGKILL, syscall.SIGTERM} {
		c := child(t, "claim", path)
		in, err := c.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for lines.Scan() && lines.Text() != "claimed" {
		}
		if _, err := s.Claim(t.Context(), "A"); !errors.Is(err, store.ErrClaimed) {
			t.Errorf("while the other has it: got %v, want ErrClaimed", err)
		}
		other, err := s.Claim(t.Context(), "B")
		if err != nil {
			t.Error(err)
		} else {
			other()
		}
		if err := c.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		c.Wait()
		release, err := s.Claim(t.Context(), "A")
		if err != nil {
			t.Fatalf("after the other was ended by %v: %v", signal, err)
		}
		if err := release(); err != nil {
			t.Error(err)
		}
	}
	if left, err := os.ReadDir(filepath.Join(filepath.Dir(path), "claims")); err != nil || len(left) != 0 {
		t.Errorf("claims that were let go are still there: %v, %v", left, err)
	}
}
