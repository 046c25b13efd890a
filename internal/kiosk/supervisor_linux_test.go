package kiosk

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// canary is what a patient wrote.
const canary = "canary-answer"

// TestMain makes the test binary double as the program of a patient, which ends as its arguments say.
func TestMain(m *testing.M) {
	if os.Getenv("KIOSK_TEST_PATIENT") == "" {
		os.Exit(m.Run())
	}
	switch os.Getenv("KIOSK_TEST_PATIENT") {
	case "hardened":
		hardened()
		return
	case "soak":
		soaked(os.Args[2])
		return
	}
	fmt.Print("\x1b[?1049h\x1b[?1002h\x1b[2J\x1b[H", canary, " code[", os.Args[2], "]\x1b]2;", canary)
	line := make([]byte, 1)
	os.Stdin.Read(line)
	switch string(line) {
	case "s":
		os.Exit(StatusStaff)
	case "p":
		panic(canary)
	case "r":
		os.NewFile(Report, "report").WriteString("fault.go:12\x1b[2J\n" + strings.Repeat("x", 500))
		os.Exit(StatusBroken)
	case "k":
		unix.Kill(os.Getpid(), unix.SIGKILL)
	case "a": // alive for longer than it may be silent where there is time
		report := os.NewFile(Report, "report")
		for range 15 {
			Alive(report)
			<-time.After(100 * time.Millisecond)
		}
	case "z":
		unix.Kill(os.Getpid(), unix.SIGSTOP)
		<-time.After(time.Minute) // another thread may be the first that stops
	case "f":
		unix.IoctlSetInt(1, unix.TCXONC, unix.TCOOFF)
		fmt.Print(canary) // which waits until the output goes on
	case "l": // for ever
		for n := 0; ; n++ {
		}
	}
}

// soaked is a patient who is soon gone.
func soaked(way string) {
	fmt.Print("\x1b[?1049h\x1b[2J", canary)
	report := os.NewFile(Report, "report")
	switch way {
	case "signs":
		for range 100 {
			Alive(report)
		}
	case "broken":
		report.WriteString("fault.go:12")
		os.Exit(StatusBroken)
	case "kill":
		unix.Kill(os.Getpid(), unix.SIGKILL)
	case "staff":
		os.Exit(StatusStaff)
	}
}

// room is a terminal with a supervisor on it.
type room struct {
	t      *testing.T
	keys   *os.File
	tty    *os.File
	ended  chan error
	log    bytes.Buffer
	mu     sync.Mutex
	screen []byte
	news   chan struct{}

	forgets bool // what is shown
}

func start(t *testing.T, program string) *room {
	t.Helper()
	return patiently(t, program, 0)
}

// patiently starts a supervisor that ends processes which give no sign for so long.
func patiently(t *testing.T, program string, silence time.Duration) *room {
	t.Helper()
	r := terminal(t)
	s := r.supervisor(program, silence)
	go func() { r.ended <- s.Run() }()
	return r
}

// terminal opens a terminal with nobody on it.
func terminal(t *testing.T) *room {
	t.Helper()
	r := opened(t)
	t.Cleanup(r.close)
	return r
}

// opened is terminal for whoever closes it.
func opened(t *testing.T) *room {
	t.Helper()
	blocking, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	fd, err := unix.FcntlInt(blocking.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	blocking.Close()
	if err == nil {
		err = unix.SetNonblock(fd, true)
	}
	if err == nil {
		err = pty.Setsize(tty, &pty.Winsize{Cols: 80, Rows: 60})
	}
	if err != nil {
		t.Fatal(err)
	}
	keys := os.NewFile(uintptr(fd), "keys") // that can be closed while it is read
	r := &room{t: t, keys: keys, tty: tty, ended: make(chan error, 1), news: make(chan struct{}, 1)}
	go r.read()
	return r
}

func (r *room) close() { r.tty.Close(); r.keys.Close() }

// supervisor is one that owns the terminal.
func (r *room) supervisor(program string, silence time.Duration) *Supervisor {
	return &Supervisor{
		In: r.tty, Out: r.tty, Program: program, Env: []string{"KIOSK_TEST_PATIENT=1", "GOTRACEBACK=none"},
		Args: func(code string) []string { return []string{"-patient", code} }, Closed: "Out of order.",
		Log: &r.log, Rest: time.Millisecond, Silence: silence, Now: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) },
	}
}

func (r *room) read() {
	b := make([]byte, 4096)
	for {
		n, err := r.keys.Read(b)
		if err != nil {
			return
		}
		r.mu.Lock()
		if !r.forgets {
			r.screen = append(r.screen, b[:n]...)
		}
		r.mu.Unlock()
		select {
		case r.news <- struct{}{}:
		default:
		}
	}
}

// await gives what was written up to the words, and forgets it.
func (r *room) await(words string) string {
	r.t.Helper()
	for late := time.After(20 * time.Second); ; {
		r.mu.Lock()
		i := bytes.Index(r.screen, []byte(words))
		if i >= 0 {
			got := string(r.screen[:i+len(words)])
			r.screen = r.screen[i+len(words):]
			r.mu.Unlock()
			return got
		}
		rest := string(r.screen)
		r.mu.Unlock()
		select {
		case <-r.news:
		case <-late:
			r.t.Fatalf("the terminal never got %q but %q", words, rest)
		}
	}
}

func (r *room) press(key string) {
	r.t.Helper()
	if _, err := r.keys.WriteString(key); err != nil {
		r.t.Fatal(err)
	}
}

// over waits for the end of the supervisor, which staff or a signal brought about.
func (r *room) over() {
	r.t.Helper()
	select {
	case err := <-r.ended:
		if err != nil {
			r.t.Error(err)
		}
	case <-time.After(20 * time.Second):
		r.t.Fatal("the supervisor does not end")
	}
}

// settings are those of the terminal.
func (r *room) settings() unix.Termios {
	r.t.Helper()
	termios, err := unix.IoctlGetTermios(int(r.tty.Fd()), unix.TCGETS)
	if err != nil {
		r.t.Fatal(err)
	}
	return *termios
}

// Each session ends in another way. After each the terminal is wiped before anything else is shown.
func TestEveryEndIsFollowedByAWipe(t *testing.T) {
	tests := []struct{ name, key, code, cause string }{
		{"the next", "n", "", ""},
		{"a panic", "p", "code", "exit status 2"},
		{"a fault", "r", "code", "fault.go:12[2Jxxx"},
		{"a kill", "k", "code", "signal 9"},
	}
	r := start(t, os.Args[0])
	before := ""
	for _, test := range tests {
		r.await(wiped)
		shown := r.await("]")
		if !strings.Contains(shown, "code["+before+"]") {
			t.Errorf("before %s: the next patient is told %q, want %q", test.name, shown, before)
		}
		r.press(test.key)
		before = ""
		if test.code != "" {
			before = (ending{status: -1, report: test.cause}).code()
			if strings.HasSuffix(test.cause, "xxx") {
				before = (ending{status: -1, report: "fault.go:12[2J" + strings.Repeat("x", mostReport-len("fault.go:12\x1b[2J"))}).code()
			}
			r.await("Out of order.")
		}
	}
	r.await(wiped)
	r.await("code[" + before + "]")
	r.press("s")
	r.over()
	r.await(wiped)
	log := r.log.String()
	if strings.Contains(log, canary) || strings.Contains(log, "\x1b") || strings.Count(log, "\n") != 3 {
		t.Errorf("the log is %q", log)
	}
	for _, want := range []string{"2026-11-22T09:00:00Z session broke off: code ", "fault.go:12", "signal 9", "exit status 2"} {
		if !strings.Contains(log, want) {
			t.Errorf("the log does not say %q: %q", want, log)
		}
	}
	if r.settings().Lflag&(unix.ECHO|unix.ICANON|unix.ISIG) != unix.ECHO|unix.ICANON|unix.ISIG {
		t.Error("the terminal is not as it was before")
	}
}

func TestAProgramThatIsNotThereIsToldAndTriedAgain(t *testing.T) {
	r := start(t, "/nowhere/informed")
	r.await("Out of order.")
	r.await("Out of order.")
	unix.Kill(os.Getpid(), unix.SIGTERM)
	r.over()
	if r.await(wiped); strings.Contains(r.log.String(), canary) {
		t.Error(r.log.String())
	}
}

func TestOnlyBeingToldToEndEndsTheSupervisor(t *testing.T) {
	r := start(t, os.Args[0])
	r.await("code[]")
	for _, signal := range []syscall.Signal{
		unix.SIGINT, unix.SIGQUIT, unix.SIGHUP, unix.SIGTSTP, unix.SIGUSR1, unix.SIGUSR2, unix.SIGPIPE, unix.SIGALRM, unix.SIGCONT,
		unix.SIGTTIN, unix.SIGTTOU, unix.SIGWINCH, unix.SIGABRT, unix.SIGSEGV, unix.SIGVTALRM, unix.SIGIO, unix.SIGPWR,
	} {
		if err := unix.Kill(os.Getpid(), signal); err != nil {
			t.Fatal(err)
		}
	}
	r.press("n")
	r.await("code[]")
	unix.Kill(os.Getpid(), unix.SIGTERM)
	r.over()
}

func TestTheEndOfTheTerminalIsTheEnd(t *testing.T) {
	r := start(t, os.Args[0])
	r.await("code[]")
	r.keys.Close()
	select {
	case err := <-r.ended:
		if err == nil {
			t.Error("a terminal that went away is no error")
		}
	case <-time.After(20 * time.Second):
		t.Fatal("goes on without a terminal")
	}
}
