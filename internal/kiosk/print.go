package kiosk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"time"
)

// Printer prints by giving a program what is to be printed on its standard input.
type Printer struct {
	Command []string      // the program and its arguments; no shell reads them
	Env     []string      // its whole environment
	Within  time.Duration // how long it may take
}

// errNoPrinter means that no program is set.
var errNoPrinter = errors.New("no program prints")

// afterwards is how long a program that was killed may still hold its input.
const afterwards = time.Second

// Print prints, and returns once the program has ended. The error says what the program did, and holds nothing of what was
// to be printed.
func (p Printer) Print(content []byte) error {
	if len(p.Command) == 0 {
		return errNoPrinter
	}
	ctx, cancel := context.WithTimeout(context.Background(), p.Within)
	defer cancel()
	command := exec.CommandContext(ctx, p.Command[0], p.Command[1:]...)
	command.Stdin, command.Env, command.WaitDelay, command.SysProcAttr = bytes.NewReader(content), p.Env, afterwards, alone()
	command.Cancel = func() error { return end(command.Process) }
	err := command.Run()
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return fmt.Errorf("print: %s took longer than %s", p.Command[0], p.Within)
	case err != nil:
		return fmt.Errorf("print: %s: %w", p.Command[0], err)
	}
	return nil
}
