//go:build unix

package cli_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// onTerminal runs the program on a terminal that answers no question, and types the lines. It gives what was on it.
func onTerminal(t *testing.T, env string, lines []string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "informed", args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "NO_COLOR=", "ACCESSIBLE=", env)
	screen, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 50})
	if err != nil {
		t.Fatal(err)
	}
	defer screen.Close()
	if _, err := io.WriteString(screen, strings.Join(lines, "\n")+"\n"); err != nil {
		t.Fatal(err)
	}
	var shown bytes.Buffer
	io.Copy(&shown, screen) // ends with an error where the program closes the terminal
	if err := cmd.Wait(); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 130 {
			t.Errorf("%v\n%s", err, shown.String())
		}
	}
	return strings.ReplaceAll(shown.String(), "\r\n", "\n")
}

// On a terminal, asking line by line writes lines and nothing else: no escape sequence from whatever library.
func TestPlainOnATerminal(t *testing.T) {
	for _, env := range []string{"ACCESSIBLE=1", "TERM=dumb", "INFORMED_PLAIN=yes"} {
		t.Run(env, func(t *testing.T) {
			shown := onTerminal(t, env, []string{"", "yes", "q", "3"}, "testdata/files/example.yaml", "--no-store", "--out", t.TempDir())
			if strings.Contains(shown, "\x1b") {
				t.Errorf("an escape sequence is on the terminal: %q", shown)
			}
			for _, want := range []string{"Question 1 of 4", "Recorded: Yes", "No copy was saved."} {
				if !strings.Contains(shown, want) {
					t.Errorf("%q is not on the terminal:\n%s", want, shown)
				}
			}
			for line := range strings.Lines(shown) {
				if len(strings.TrimSpace(line)) > 50 {
					t.Errorf("wider than the terminal: %q", line)
				}
			}
		})
	}
}

// A command that only prints leaves the terminal alone.
func TestPrintingOnATerminal(t *testing.T) {
	for _, args := range [][]string{{"--version"}, {"list"}, {"lint", "testdata/files/example.yaml"}} {
		if shown := onTerminal(t, "A=b", nil, args...); strings.Contains(shown, "\x1b") {
			t.Errorf("%v: an escape sequence is on the terminal: %q", args, shown)
		}
	}
}
