package terminal

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// ErrNotTerminal says that what was to be opened is a file, a pipe or nothing.
var ErrNotTerminal = errors.New("not a terminal")

var (
	errClosed = errors.New("write to the terminal: it is closed")
	errStuck  = errors.New("write to the terminal: it takes no more output")
)

// closeWithin bounds how long a terminal that takes no more bytes can hold up
// Close, which has two such steps.
const closeWithin = 300 * time.Millisecond

// Terminal is a terminal in full-screen use. Close may be called at any time
// from any goroutine.
type Terminal struct {
	in, out *os.File
	before  *term.State // of in, to be restored

	turn    chan struct{} // holds a token while someone paints or writes
	painter painter       // for whoever has the turn

	closed  chan struct{}
	closing sync.Once
	problem error // of closing
}

// Open takes the terminal over: raw mode, alternate screen, mouse and bracketed
// paste on, cursor hidden. Whoever opens a terminal must close it. The error
// wraps ErrNotTerminal when in or out is not a terminal.
func Open(in, out *os.File) (*Terminal, error) {
	for _, f := range []*os.File{in, out} {
		if !term.IsTerminal(int(f.Fd())) {
			return nil, fmt.Errorf("open the terminal: %s: %w", f.Name(), ErrNotTerminal)
		}
	}
	before, err := term.GetState(int(in.Fd()))
	if err != nil {
		return nil, fmt.Errorf("read the terminal's settings: %w", err)
	}
	t := &Terminal{
		in: in, out: out, before: before,
		turn:   make(chan struct{}, 1),
		closed: make(chan struct{}),
	}
	if err := t.enter(); err != nil {
		return nil, errors.Join(err, t.Close())
	}
	return t, nil
}

// Size is the terminal's width and height in cells, as last measured.
func (t *Terminal) Size() (width, height int) {
	_ = t.alone(func() error {
		width, height = t.painter.width, t.painter.height
		return nil
	})
	return width, height
}

// Paint shows f. Only rows that differ from the last frame are written, and
// nothing when none does. Should f break the promises of Frame, rows beyond the
// screen are dropped, lines are cut at its edge and unsafe bytes are taken out.
func (t *Terminal) Paint(f Frame) error {
	return t.alone(func() error {
		err := writeAll(t.out, t.painter.draw(f))
		if err != nil {
			t.painter.stale = true
		}
		return err
	})
}

// Close blanks the screen, gives the terminal back as Open found it and throws
// away what was typed but not read. Only the first call does anything; all
// return what it returned. It takes well under a second even when the terminal
// is stuck.
func (t *Terminal) Close() error {
	t.closing.Do(func() { t.problem = t.leave() })
	return t.problem
}

// enter sets the terminal up, be it for the first time or again after someone
// else has had it.
func (t *Terminal) enter() error {
	return t.alone(func() error {
		if _, err := term.MakeRaw(int(t.in.Fd())); err != nil {
			return fmt.Errorf("put the terminal into raw mode: %w", err)
		}
		t.painter.resize(size(t.out))
		return writeAll(t.out, []byte(enterModes))
	})
}

// measure asks for the terminal's size. The next frame is painted whole.
func (t *Terminal) measure() {
	_ = t.alone(func() error {
		t.painter.resize(size(t.out))
		return nil
	})
}

// alone calls f while nobody else paints or writes, unless the terminal is
// closed.
func (t *Terminal) alone(f func() error) error {
	select {
	case <-t.closed:
		return errClosed
	case t.turn <- struct{}{}:
	}
	defer func() { <-t.turn }()
	return f()
}

// leave undoes enter. It keeps the turn, so that nothing is painted afterwards.
func (t *Terminal) leave() error {
	err := errStuck
	select {
	case t.turn <- struct{}{}:
		err = writeWithin(closeWithin, t.out, append(t.painter.wipe(), leaveModes...))
	case <-time.After(closeWithin):
	}
	close(t.closed)
	discardInput(t.in)
	if restoring := term.Restore(int(t.in.Fd()), t.before); restoring != nil {
		err = errors.Join(err, fmt.Errorf("restore the terminal's settings: %w", restoring))
	}
	return err
}
