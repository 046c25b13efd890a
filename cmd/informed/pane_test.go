package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// pane is a real terminal: a window of tmux with a shell in it that starts the program and notes how it ended.
type pane struct {
	t       *testing.T
	socket  string
	dir     string // the program's folder, HOME and place for copies
	command []string
}

// patience is how long a test waits for what must come. It runs out only when the test fails.
const patience = 20 * time.Second

// open starts the program in a terminal of the given size.
func open(t *testing.T, width, height int, args ...string) *pane {
	t.Helper()
	return openProgram(t, program, width, height, args...)
}

func openProgram(t *testing.T, program string, width, height int, args ...string) *pane {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("this test needs tmux, which .ci/run installs")
	}
	p := &pane{t: t, socket: fmt.Sprintf("informed-%d-%s", os.Getpid(), strings.ReplaceAll(t.Name(), "/", "-")), dir: t.TempDir()}
	script := `stty -g >settings.before; "$0" "$@"; echo $? >status; stty -g >settings.after; echo ended; exec sleep 60`
	p.command = append([]string{"-c", p.dir, "env", "HOME=" + p.dir, "TMPDIR=" + p.dir, "XDG_CONFIG_HOME=", "XDG_DATA_HOME=", "LANG=C.UTF-8", "TEA_TRACE=" + filepath.Join(p.dir, "trace"), "sh", "-c", script, program}, args...)
	start := []string{"-L", p.socket, "-f", os.DevNull, "new-session", "-d", "-x", fmt.Sprint(width), "-y", fmt.Sprint(height)}
	if out, err := exec.Command("tmux", append(start, p.command...)...).CombinedOutput(); err != nil {
		t.Fatalf("start tmux: %v: %s", err, out)
	}
	t.Cleanup(func() { exec.Command("tmux", "-L", p.socket, "kill-server").Run() })
	return p
}

// again starts the program once more in the same place, as whoever comes back does.
func (p *pane) again() {
	p.t.Helper()
	p.tmux(append([]string{"respawn-pane", "-k"}, p.command...)...)
}

func (p *pane) tmux(args ...string) string {
	p.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-L", p.socket}, args...)...).CombinedOutput()
	if err != nil {
		p.t.Fatalf("tmux %s: %v: %s", args[0], err, out)
	}
	return string(out)
}

// press types keys in tmux's words: Enter, Down, Escape, C-q, or letters.
func (p *pane) press(keys ...string) {
	p.t.Helper()
	p.tmux(append([]string{"send-keys"}, keys...)...)
}

func (p *pane) shown() string { return p.tmux("capture-pane", "-p") }

// await waits until the terminal shows the words, and gives the screen.
func (p *pane) await(words string) string {
	p.t.Helper()
	return p.when(words, func(shown string) bool { return strings.Contains(shown, words) })
}

func (p *pane) when(what string, ready func(shown string) bool) string {
	p.t.Helper()
	shown := ""
	for late := time.After(patience); ; {
		if shown = p.shown(); ready(shown) {
			return shown
		}
		select {
		case <-late:
			p.t.Fatalf("the terminal never showed %s; it shows\n%s", what, shown)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// still waits until the screen has not changed for longer than a new screen takes no Enter, and gives it.
func (p *pane) still() string {
	p.t.Helper()
	shown, since := p.shown(), time.Now()
	return p.when("the same for a while", func(now string) bool {
		if now != shown {
			shown, since = now, time.Now()
		}
		return time.Since(since) > 300*time.Millisecond
	})
}

// enter presses Enter once the screen takes it.
func (p *pane) enter() {
	p.t.Helper()
	p.still()
	p.press("Enter")
}

// signal sends a signal to the program.
func (p *pane) signal(name string) {
	p.t.Helper()
	shell := strings.TrimSpace(p.tmux("display-message", "-p", "#{pane_pid}"))
	child, err := exec.Command("pgrep", "-P", shell).Output()
	if err != nil {
		p.t.Fatalf("find the program: %v", err)
	}
	if err := exec.Command("kill", "-"+name, strings.TrimSpace(string(child))).Run(); err != nil {
		p.t.Fatalf("send %s: %v", name, err)
	}
}

// ended waits for the end and checks what the program leaves: its exit status, the settings of the terminal, the plain
// screen without a trace of what was on it, the mouse and the cursor as before.
func (p *pane) ended(status string, traces ...string) {
	p.t.Helper()
	p.await("ended")
	read := func(name string) string {
		b, err := os.ReadFile(filepath.Join(p.dir, name))
		if err != nil {
			p.t.Error(err)
		}
		return strings.TrimSpace(string(b))
	}
	if got := read("status"); got != status {
		p.t.Errorf("exit status %s, want %s\n%s", got, status, p.shown())
	}
	if before, after := read("settings.before"), read("settings.after"); before != after {
		p.t.Errorf("settings of the terminal are %s, were %s", after, before)
	}
	if got := strings.TrimSpace(p.tmux("display-message", "-p", "#{alternate_on}#{mouse_any_flag}#{cursor_flag}")); got != "001" {
		p.t.Errorf("alternate screen, mouse and cursor are %s, want 001", got)
	}
	all := p.tmux("capture-pane", "-p", "-S", "-")
	for _, trace := range traces {
		if strings.Contains(all, trace) {
			p.t.Errorf("%q is still on the terminal:\n%s", trace, all)
		}
	}
}
