package main_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"testing"

	"github.com/creack/pty"
)

// When the terminal goes away there is no more input, and nobody to ask. That is the end, and never an answer.
func TestATerminalThatGoesAwayEndsTheProgram(t *testing.T) {
	t.Parallel()
	command := exec.CommandContext(t.Context(), program, example(t))
	command.Env = append(os.Environ(), "TERM=tmux-256color", "HOME="+t.TempDir(), "XDG_CONFIG_HOME=")
	command.Dir = t.TempDir()
	terminal, err := pty.StartWithSize(command, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		t.Fatal(err)
	}
	var shown bytes.Buffer
	for b := make([]byte, 4096); !bytes.Contains(shown.Bytes(), []byte("A short one")); {
		n, err := terminal.Read(b)
		if err != nil {
			t.Fatalf("the program ended early: %v: %s", err, shown.Bytes())
		}
		shown.Write(b[:n])
	}
	if err := terminal.Close(); err != nil {
		t.Fatal(err)
	}
	var ended *exec.ExitError
	if err := command.Wait(); !errors.As(err, &ended) || ended.ExitCode() != 130 {
		t.Errorf("ended with %v, want exit status 130", err)
	}
	if left, err := os.ReadDir(command.Dir); err != nil || len(left) > 0 {
		t.Errorf("the folder holds %v, %v", left, err)
	}
}
