package kiosk

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// dirty is what a program leaves that was killed: pages in the scrollback, an alternate screen, modes, a title, and the
// beginning of a sequence.
func dirty() string {
	return strings.Repeat(canary+"\r\n", 200) + "\x1b]2;" + canary + "\a" +
		"\x1b[?1049h\x1b[?1002h\x1b[?1006h\x1b[?2004h\x1b[?25l\x1b[?7l\x1b[5;10r\x1b[1;7;31m" + strings.Repeat(canary, 50) + "\x1b]2;" + canary
}

// left writes to a real terminal, and tells what it then holds and in which modes it is.
func left(t *testing.T, name, written string) string {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("this test needs tmux, which .ci/run installs")
	}
	file := filepath.Join(t.TempDir(), "written")
	if err := os.WriteFile(file, []byte(written), 0o600); err != nil {
		t.Fatal(err)
	}
	socket := fmt.Sprintf("kiosk-%d-%s", os.Getpid(), name)
	tmux := func(args ...string) string {
		out, err := exec.Command("tmux", append([]string{"-L", socket, "-f", os.DevNull}, args...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("tmux %s: %v: %s", args[0], err, out)
		}
		return string(out)
	}
	done := file + ".done"
	tmux("new-session", "-d", "-x", "80", "-y", "24", "sh", "-c", `cat "$0"; : >"$1"; exec sleep 60`, file, done)
	t.Cleanup(func() { tmux("kill-server") })
	for late := time.Now().Add(20 * time.Second); ; {
		if _, err := os.Stat(done); err == nil {
			break
		}
		if time.Now().After(late) {
			t.Fatal("tmux does not start")
		}
		<-time.After(10 * time.Millisecond)
	}
	modes := "#{alternate_on}#{mouse_any_flag}#{wrap_flag}#{cursor_flag} #{scroll_region_upper}-#{scroll_region_lower} #{history_size} title=#{pane_title}"
	for settled, held := time.Now().Add(time.Second), ""; ; <-time.After(20 * time.Millisecond) { // tmux reads in its own time
		now := tmux("display-message", "-p", modes) + tmux("capture-pane", "-p", "-S", "-")
		if now == held && (!strings.Contains(now, canary) || time.Now().After(settled)) {
			return now
		}
		held = now
	}
}

func TestAWipeLeavesNothingOnARealTerminal(t *testing.T) {
	if got := left(t, "dirty", dirty()); !strings.Contains(got, canary) || strings.HasPrefix(got, "0011") {
		t.Errorf("the control: a terminal that was not wiped holds\n%s", got)
	}
	got := left(t, "wiped", dirty()+wiped)
	if want := "0011 0-23 0 title=\n"; strings.TrimRight(got, "\n") != strings.TrimRight(want, "\n") {
		t.Errorf("it holds\n%s\nwant\n%s", got, want)
	}
}
