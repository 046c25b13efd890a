package main_test

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

var junk = flag.Int("junk", 30_000, "how many random bytes are typed at the kiosk, over 20 seeds")

// typist is somebody who types anything at a kiosk that strace watches.
type typist struct {
	t       *testing.T
	keys    *os.File
	command *exec.Cmd
	mu      sync.Mutex
	shown   []byte // since it was last forgotten
}

func sit(t *testing.T, trace string) *typist {
	t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("this test needs strace, which .ci/run installs")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "kiosk.yaml")
	config := "clinic: An Example Clinic\nquestionnaire: " + example(t) + "\n" + hashed(t, "27182818")
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("strace", "-f", "-qq", "-e", "trace=execve", "-e", "signal=none", "-o", trace, program, "kiosk", "--config", file)
	command.Env = []string{"TERM=tmux-256color", "HOME=" + dir, "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8"}
	command.Dir = dir
	keys, err := pty.StartWithSize(command, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		t.Fatal(err)
	}
	s := &typist{t: t, keys: keys, command: command}
	t.Cleanup(func() { command.Process.Kill(); keys.Close() })
	go s.watch()
	return s
}

func (s *typist) watch() {
	b := make([]byte, 1<<16)
	for {
		n, err := s.keys.Read(b)
		if err != nil {
			return
		}
		s.mu.Lock()
		s.shown = append(s.shown, b[:n]...)
		if len(s.shown) > 1<<16 {
			s.shown = s.shown[len(s.shown)-1<<15:]
		}
		s.mu.Unlock()
	}
}

func (s *typist) typed(b []byte) {
	s.t.Helper()
	if _, err := s.keys.Write(b); err != nil {
		s.t.Fatalf("the kiosk takes no more keys: %v", err)
	}
}

// alive waits until the kiosk draws one of its screens, which all have keys in their last line.
func (s *typist) alive() {
	s.t.Helper()
	height := uint16(24)
	for late := time.Now().Add(patience); ; {
		s.mu.Lock()
		s.shown = s.shown[:0]
		s.mu.Unlock()
		height ^= 24 ^ 25 // another size makes it draw everything
		if err := pty.Setsize(s.keys, &pty.Winsize{Cols: 80, Rows: height}); err != nil {
			s.t.Fatal(err)
		}
		<-time.After(50 * time.Millisecond)
		s.mu.Lock()
		drawn := bytes.Contains(s.shown, []byte("Enter")) || bytes.Contains(s.shown, []byte("Esc"))
		shown := string(s.shown)
		s.mu.Unlock()
		if drawn {
			return
		}
		if time.Now().After(late) {
			s.t.Fatalf("the kiosk is not on one of its screens: %q", shown)
		}
	}
}

// sequences are all single control bytes, alone and after ESC, and the beginnings of sequences before any byte.
func sequences() []byte {
	var out []byte
	for c := range 256 {
		out = append(out, byte(c), 0x1b, byte(c))
		for _, start := range []string{"\x1b[", "\x1b]", "\x1bP", "\x1bO", "\x1b[200~", "\x1b[<0;1;"} {
			out = append(append(out, start...), byte(c), 'x', '\a')
			out = append(out, "\x1b[201~"...)
		}
	}
	return out
}

var execution = regexp.MustCompile(`execve\("([^"]*)", \[([^\]]*)\]`)

// Whatever is typed, the kiosk stays on one of its screens, and starts nothing but the process of the next patient.
func TestTypingAnythingDoesNotLeaveTheKiosk(t *testing.T) {
	t.Parallel()
	trace := filepath.Join(t.TempDir(), "trace")
	s := sit(t, trace)
	s.alive()
	s.typed(sequences())
	s.alive()
	for seed := range 20 {
		r := rand.New(rand.NewPCG(uint64(seed), 5))
		for left := *junk / 20; left > 0; left -= 512 {
			b := make([]byte, min(left, 512))
			for i := range b {
				b[i] = byte(r.IntN(256))
			}
			s.typed(b)
		}
		s.alive()
	}
	content, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	patients, others := started(string(content), program)
	for _, line := range others {
		t.Errorf("it started %s", line)
	}
	if patients == 0 {
		t.Error("the trace has no patient in it: it would have no other program either")
	}
	t.Logf("%d bytes, and %d patients", *junk+len(sequences()), patients)
	s.end()
}

// started reads from a trace how many processes of patients there were, and what else was started.
func started(trace, program string) (patients int, others []string) {
	for _, line := range strings.Split(strings.TrimSpace(trace), "\n") {
		call := execution.FindStringSubmatch(line)
		switch {
		case call == nil: // the second half of a call that another thread interrupted
		case call[1] != program:
			others = append(others, line)
		case strings.Contains(call[2], `"kiosk", "patient", "--config"`):
			patients++
		}
	}
	return patients, others
}

func TestTheControlAnotherProgramIsFoundInATrace(t *testing.T) {
	const trace = `11 execve("/x/informed", ["/x/informed", "kiosk", "--config", "/x/kiosk.yaml"], 0x1 /* 5 vars */) = 0
12 execve("/x/informed", ["/x/informed", "kiosk", "patient", "--config", "/x/kiosk.yaml"], 0x1 /* 5 vars */) = 0
13 execve("/bin/sh", ["sh", "-c", "ls"], 0x1 /* 5 vars */ <unfinished ...>
13 <... execve resumed>) = 0
`
	patients, others := started(trace, "/x/informed")
	if patients != 1 || len(others) != 1 || !strings.Contains(others[0], "/bin/sh") {
		t.Errorf("%d patients, others %q", patients, others)
	}
}

// end tells the kiosk to end, and sees that it does.
func (s *typist) end() {
	s.t.Helper()
	out, err := exec.Command("pgrep", "-P", strconv.Itoa(s.command.Process.Pid)).Output()
	if err != nil {
		s.t.Fatalf("the kiosk has ended: %v", err)
	}
	supervisor, err := strconv.Atoi(strings.TrimSpace(string(out)))
	if err != nil {
		s.t.Fatal(err)
	}
	if err := unix.Kill(supervisor, unix.SIGTERM); err != nil {
		s.t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- s.command.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			s.t.Errorf("the kiosk ended with %v", err)
		}
	case <-time.After(patience):
		s.t.Error("the kiosk does not end when told to")
	}
}
