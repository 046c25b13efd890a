package terminal

import (
	"errors"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

func TestCloseRestoresTheTerminal(t *testing.T) {
	e := newEmulator(t)
	e.watch()
	before := e.settings()
	terminal, err := Open(e.slave, e.slave)
	if err != nil {
		t.Fatal(err)
	}
	if !e.raw() {
		t.Error("the terminal is not raw when open")
	}
	if width, height := terminal.Size(); width != 40 || height != 10 {
		t.Errorf("Size = %d, %d, want 40, 10", width, height)
	}
	if err := terminal.Paint(Frame{Lines: []string{"secret"}}); err != nil {
		t.Error(err)
	}
	e.await(enterModes)
	e.press("typed ahead")
	for range 2 {
		if err := terminal.Close(); err != nil {
			t.Error(err)
		}
	}
	e.slave.WriteString("prompt")
	after := e.await("prompt")
	if !strings.HasSuffix(after, "\x1b[10;1H\x1b[K\x1b[1;1H"+leaveModes+"prompt") || strings.Count(after, leaveModes) != 1 {
		t.Errorf("the terminal is left with %q", after)
	}
	if diff := cmp.Diff(before, e.settings()); diff != "" {
		t.Errorf("settings (-before +after):\n%s", diff)
	}
	if n, err := unix.IoctlGetInt(int(e.slave.Fd()), unix.TIOCINQ); n != 0 || err != nil {
		t.Errorf("%d bytes of input are left, %v", n, err)
	}
	if err := terminal.Paint(Frame{}); !errors.Is(err, errClosed) {
		t.Errorf("Paint on a closed terminal = %v", err)
	}
}

func TestOpenNeedsATerminal(t *testing.T) {
	e := newEmulator(t)
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	for _, files := range [][2]*os.File{{null, e.slave}, {e.slave, null}} {
		if _, err := Open(files[0], files[1]); !errors.Is(err, ErrNotTerminal) {
			t.Errorf("Open = %v, want %v", err, ErrNotTerminal)
		}
	}
	if e.raw() {
		t.Error("the terminal is raw after Open has failed")
	}
}

func TestCloseDoesNotWaitForAStuckTerminal(t *testing.T) {
	e := newEmulator(t) // which takes nothing in
	e.resize(1000, 200)
	before := e.settings()
	terminal, err := Open(e.slave, e.slave)
	if err != nil {
		t.Fatal(err)
	}
	go terminal.Paint(page(1000, 200, 0))
	for len(terminal.turn) == 0 {
		runtime.Gosched() // until the painting has begun, which will not end
	}
	closed := make(chan error)
	go func() { closed <- terminal.Close() }()
	select {
	case err := <-closed:
		if !errors.Is(err, errStuck) {
			t.Errorf("Close = %v, want %v", err, errStuck)
		}
	case <-time.After(patience):
		t.Fatal("Close does not return")
	}
	if diff := cmp.Diff(before, e.settings()); diff != "" {
		t.Errorf("settings (-before +after):\n%s", diff)
	}
}
