package terminal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Model is a program that is shown on a terminal. Its methods are called by one
// goroutine, one at a time; the commands it gives run in goroutines of their own.
type Model interface {
	// Init is called first. Its command is run; nil is none.
	Init() tea.Cmd
	// Update takes a key, a mouse event, the result of a command, or the
	// terminal's size (tea.WindowSizeMsg), which comes before the first frame
	// and after every change. Its command is run; tea.Quit ends the program.
	Update(tea.Msg) tea.Cmd
	// Frame is what the screen shall show; it is asked for after every Update.
	Frame() Frame
}

// Reason is why a program ended.
type Reason int

const (
	Failed      Reason = iota // the error says what went wrong
	Quit                      // the program ended itself
	Interrupted               // a signal, or the context, ended it
	HungUp                    // the terminal is gone: no more input, nobody to write to, or SIGHUP
)

// End is how a program ended.
type End struct {
	Reason Reason
	Signal os.Signal // which ended the program; nil when none did
}

// ErrUnresponsive says that the program did not end when it was told to. It may
// still be at work, so its model must not be used any more.
var ErrUnresponsive = errors.New("the program did not stop when told to, and was left")

// grace is how long a program that is told to end may take.
const grace = 2 * time.Second

// Run shows model on the terminal that in and out are, until it ends. However
// that comes about, the terminal is as before when Run returns. Errors are
// ErrNotTerminal, ErrUnresponsive, a *Fault for a panic, and what reading,
// writing or restoring gave.
func Run(ctx context.Context, in, out *os.File, model Model) (End, error) {
	caught := watch() // before there is anything to restore
	defer caught.stop()
	t, err := Open(in, out)
	if err != nil {
		return End{}, err
	}
	defer t.Close()
	end, err := run(ctx, t, model, caught, grace)
	if closing := t.Close(); end.Reason != HungUp {
		err = errors.Join(err, closing)
	}
	return end, err
}

// run is Run on an open terminal, which it leaves open.
func run(ctx context.Context, t *Terminal, model Model, caught *signals, grace time.Duration) (End, error) {
	l := &loop{model: model, terminal: t}
	program := tea.NewProgram(l,
		tea.WithInput(&input{File: t.in}),
		tea.WithoutRenderer(),
		tea.WithoutSignalHandler(),
		tea.WithoutCatchPanics(),
		tea.WithFilter(withoutStopping),
	)
	l.quit = func() { go program.Quit() }

	ended := make(chan error, 1)
	go func() {
		_, err := program.Run()
		ended <- errors.Join(l.failure, err)
	}()
	go caught.forward(program)

	told, err := await(ctx, ended, caught, l.quit, grace)
	return outcome(told, err)
}

// await waits for the program to end. When it has to be told to, told says how
// it shall be reported. A second signal cuts the grace short.
func await(ctx context.Context, ended <-chan error, caught *signals, quit func(), grace time.Duration) (told *End, err error) {
	var late <-chan time.Time
	done := ctx.Done()
	tell := func(end End) {
		told, done, late = &end, nil, time.After(grace)
		quit()
	}
	for {
		select {
		case err := <-ended:
			return told, err
		case s := <-caught.ending:
			if told != nil {
				return told, ErrUnresponsive
			}
			tell(endFor(s))
		case <-done:
			tell(End{Reason: Interrupted})
		case <-late:
			return told, ErrUnresponsive
		}
	}
}

// endFor is the end that a signal brings.
func endFor(s os.Signal) End {
	if s == syscall.SIGHUP {
		return End{Reason: HungUp, Signal: s}
	}
	return End{Reason: Interrupted, Signal: s}
}

// outcome makes the end of a program and an error of what it was told and what
// it met. That nobody is at the terminal any more is an end and no error.
func outcome(told *End, err error) (End, error) {
	gone := errors.Is(err, errHungUp) || errors.Is(err, syscall.EIO) || errors.Is(err, syscall.EPIPE)
	var fault *Fault
	switch {
	case errors.As(err, &fault):
		return End{}, fault
	case told != nil && (err == nil || gone):
		return *told, nil
	case told != nil:
		return *told, err
	case gone:
		return End{Reason: HungUp}, nil
	case errors.Is(err, tea.ErrInterrupted):
		return End{Reason: Interrupted}, nil
	case err != nil:
		return End{}, fmt.Errorf("run the program on the terminal: %w", err)
	}
	return End{Reason: Quit}, nil
}
