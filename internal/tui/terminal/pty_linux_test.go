package terminal

import (
	"bytes"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// patience is how long a test waits for what must come; it is over only when
// the test fails.
const patience = 10 * time.Second

// emulator is the person's end of a terminal. It takes in whatever is written.
type emulator struct {
	t      testing.TB
	master *os.File
	slave  *os.File // the program's end

	mu   sync.Mutex
	seen bytes.Buffer
	news chan struct{} // one token when there may be more in seen
}

// newEmulator opens a terminal of 40×10 cells.
func newEmulator(t testing.TB) *emulator {
	t.Helper()
	blocking, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer blocking.Close()
	fd, err := unix.FcntlInt(blocking.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	master := os.NewFile(uintptr(fd), "master") // that can be closed while it is read
	e := &emulator{t: t, master: master, slave: slave, news: make(chan struct{}, 1)}
	e.resize(40, 10)
	t.Cleanup(func() { master.Close(); slave.Close() })
	return e
}

// watch takes in what the program writes, from now on.
func (e *emulator) watch() {
	go func() {
		b := make([]byte, 4096)
		for {
			n, err := e.master.Read(b)
			if err != nil {
				return
			}
			e.mu.Lock()
			e.seen.Write(b[:n])
			e.mu.Unlock()
			select {
			case e.news <- struct{}{}:
			default:
			}
		}
	}()
}

func (e *emulator) resize(width, height uint16) {
	e.t.Helper()
	if err := pty.Setsize(e.slave, &pty.Winsize{Cols: width, Rows: height}); err != nil {
		e.t.Fatal(err)
	}
}

func (e *emulator) press(keys string) {
	e.t.Helper()
	if _, err := e.master.WriteString(keys); err != nil {
		e.t.Fatal(err)
	}
}

// text is all that was written so far.
func (e *emulator) text() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.seen.String()
}

// await returns what was written up to and with want, and forgets it.
func (e *emulator) await(want string) string {
	e.t.Helper()
	late := time.After(patience)
	for {
		e.mu.Lock()
		if i := bytes.Index(e.seen.Bytes(), []byte(want)); i >= 0 {
			got := string(e.seen.Next(i + len(want)))
			e.mu.Unlock()
			return got
		}
		e.mu.Unlock()
		select {
		case <-e.news:
		case <-late:
			e.t.Fatalf("the terminal shows no %q, only %q", want, e.text())
		}
	}
}

// settings are those that raw mode changes.
func (e *emulator) settings() unix.Termios {
	e.t.Helper()
	termios, err := unix.IoctlGetTermios(int(e.slave.Fd()), unix.TCGETS)
	if err != nil {
		e.t.Fatal(err)
	}
	return *termios
}

// raw reports whether the terminal gives keys as they come.
func (e *emulator) raw() bool {
	return e.settings().Lflag&(unix.ICANON|unix.ECHO|unix.ISIG) == 0
}

// unraw sets the terminal as a shell would.
func unraw(t *testing.T, e *emulator) {
	t.Helper()
	termios := e.settings()
	termios.Lflag |= unix.ICANON | unix.ECHO | unix.ISIG
	if err := unix.IoctlSetTermios(int(e.slave.Fd()), unix.TCSETS, &termios); err != nil {
		t.Fatal(err)
	}
}
