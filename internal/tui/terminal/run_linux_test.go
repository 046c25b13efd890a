package terminal

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// program is a probe in a process of its own.
type program struct {
	*emulator
	cmd    *exec.Cmd
	before unix.Termios // the settings that it found
	report bytes.Buffer // how it ended, and all else it has to say
}

func start(t *testing.T) *program {
	t.Helper()
	p := &program{emulator: newEmulator(t), cmd: exec.CommandContext(t.Context(), os.Args[0])}
	p.before = p.settings()
	p.cmd.Env = append(os.Environ(), "TERMINAL_TEST_PROGRAM=1")
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = p.slave, p.slave, &p.report
	p.watch()
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

func (p *program) signal(s os.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		p.t.Fatal(err)
	}
}

func TestRunRestoresTheTerminalHoweverItEnds(t *testing.T) {
	tests := []struct {
		name    string
		keys    string
		shown   string // after keys, before signals
		signals []os.Signal
		want    string // a pattern of reason, signal and error
	}{
		{name: "quit", keys: "q", want: "1 <nil> <nil>"},
		{name: "interrupt key", keys: "i", want: "2 <nil> <nil>"},
		{name: "SIGINT", signals: []os.Signal{syscall.SIGINT}, want: "2 interrupt <nil>"},
		{name: "SIGTERM", signals: []os.Signal{syscall.SIGTERM}, want: "2 terminated <nil>"},
		{name: "SIGQUIT", signals: []os.Signal{syscall.SIGQUIT}, want: "2 quit <nil>"},
		{name: "SIGHUP", signals: []os.Signal{syscall.SIGHUP}, want: "3 hangup <nil>"},
		{
			name: "two signals, when unresponsive", keys: "h", shown: hanging,
			signals: []os.Signal{syscall.SIGINT, syscall.SIGTERM},
			want:    "2 (interrupt|terminated) the program did not stop when told to, and was left",
		},
		{name: "panic in Update", keys: "u", want: "0 <nil> the program met a fault and stopped .child_test.go:[0-9]+."},
		{name: "panic in Frame", keys: "v", want: "0 <nil> the program met a fault and stopped .child_test.go:[0-9]+."},
		{name: "panic in a command", keys: "c", want: "0 <nil> the program met a fault and stopped .child_test.go:[0-9]+."},
		{name: "panic in a batch in a sequence", keys: "s", want: "0 <nil> the program met a fault and stopped .child_test.go:[0-9]+."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := start(t)
			p.await("size 40×10.")
			p.await(secret)
			p.press(tt.keys)
			p.await(tt.shown)
			for _, s := range tt.signals {
				p.signal(s)
			}
			if err := p.cmd.Wait(); err != nil {
				t.Errorf("the program ended with %v", err)
			}
			if !regexp.MustCompile("^" + tt.want + "$").Match(p.report.Bytes()) {
				t.Errorf("the program reports %q, want %q", &p.report, tt.want)
			}
			p.slave.WriteString("prompt")
			if rest := p.await("prompt"); !strings.HasSuffix(rest, "\x1b[K\x1b[1;1H"+leaveModes+"prompt") {
				t.Errorf("the terminal is left with %q", rest)
			}
			if diff := cmp.Diff(p.before, p.settings()); diff != "" {
				t.Errorf("settings (-before +after):\n%s", diff)
			}
		})
	}
}

func TestRunEndsWhenTheTerminalIsGone(t *testing.T) {
	p := start(t)
	p.await(secret)
	p.master.Close()
	if err := p.cmd.Wait(); err != nil {
		t.Errorf("the program ended with %v", err)
	}
	if want := "3 <nil> <nil>"; p.report.String() != want {
		t.Errorf("the program reports %q, want %q", &p.report, want)
	}
}

func TestRunIsNotStopped(t *testing.T) {
	p := start(t)
	p.await(secret)
	p.press("z\x1a\x1c\x03")
	p.await(`keys 4, last "ctrl+c".`)
	for _, s := range []os.Signal{syscall.SIGTSTP, syscall.SIGUSR1, syscall.SIGPIPE} {
		p.signal(s)
	}
	p.press("x")
	p.await(`keys 5, last "x".`)
	p.press("q")
	if err := p.cmd.Wait(); err != nil {
		t.Error(err)
	}
}

func TestRunGivesKeysWholeAndSingly(t *testing.T) {
	p := start(t)
	p.await(secret)
	for _, part := range []string{"\x1b[", "A", "12", "\x1b]11;rgb:", "0/0/0\x1b\\", "سل", pasteStart, "two words", pasteEnd} {
		p.press(part)
	}
	p.await(`keys 6, last "[two words]".`)
	p.press("q")
	if err := p.cmd.Wait(); err != nil {
		t.Error(err)
	}
}

func TestRunFollowsTheSize(t *testing.T) {
	p := start(t)
	p.await(secret)
	p.resize(50, 4)
	p.signal(syscall.SIGWINCH)
	s := newScreen(t, 50, 4)
	shown := p.await("size 50×4.") + p.await(syncOff)
	s.write([]byte(shown[strings.LastIndex(shown, syncOn):]))
	compareScreen(t, s, (&probe{size: struct{ Width, Height int }{50, 4}}).Frame())
	p.press("q")
	if err := p.cmd.Wait(); err != nil {
		t.Error(err)
	}
}

func TestRunSetsTheTerminalUpAgainWhenResumed(t *testing.T) {
	p := start(t)
	p.await(secret)
	unraw(t, p.emulator)
	p.signal(syscall.SIGCONT)
	p.await(enterModes)
	p.await("size 40×10.")
	if !p.raw() {
		t.Error("the terminal is not raw again")
	}
	p.press("q")
	if err := p.cmd.Wait(); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(p.before, p.settings()); diff != "" {
		t.Errorf("settings (-before +after):\n%s", diff)
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	e := newEmulator(t)
	e.watch()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		e.await(secret)
		cancel()
	}()
	end, err := Run(ctx, e.slave, e.slave, &probe{})
	if end != (End{Reason: Interrupted}) || err != nil {
		t.Errorf("Run = %v, %v", end, err)
	}
	if e.raw() {
		t.Error("the terminal is still raw")
	}
}

func TestAwaitLeavesAProgramThatDoesNotEnd(t *testing.T) {
	caught := &signals{ending: make(chan os.Signal, 1)}
	caught.ending <- syscall.SIGTERM
	asked := false
	told, err := await(t.Context(), nil, caught, func() { asked = true }, time.Nanosecond)
	if told == nil || *told != (End{Interrupted, syscall.SIGTERM}) || !errors.Is(err, ErrUnresponsive) || !asked {
		t.Errorf("await = %v, %v, having asked %v", told, err, asked)
	}
}
