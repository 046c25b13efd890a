package terminal

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// size is the size in cells of the terminal behind out. Some serial lines do
// not know theirs; they get the size that terminals once had.
func size(out *os.File) (width, height int) {
	width, height, err := term.GetSize(int(out.Fd()))
	if err != nil || width < 1 || height < 1 {
		return 80, 24
	}
	return width, height
}

// writeAll writes all of b, waiting when out is shared with a process that made
// it non-blocking.
func writeAll(out *os.File, b []byte) error {
	for len(b) > 0 {
		n, err := out.Write(b)
		b = b[n:]
		if errors.Is(err, syscall.EAGAIN) {
			err = awaitRoom(out)
		}
		if err != nil {
			return fmt.Errorf("write to the terminal: %w", err)
		}
	}
	return nil
}

// awaitRoom returns when out takes bytes again or has failed for good.
func awaitRoom(out *os.File) error {
	for {
		_, err := unix.Poll([]unix.PollFd{{Fd: int32(out.Fd()), Events: unix.POLLOUT}}, -1)
		if !errors.Is(err, unix.EINTR) {
			return err
		}
	}
}

// writeWithin is writeAll that waits no longer than limit. A write that is stuck
// is left to itself.
func writeWithin(limit time.Duration, out *os.File, b []byte) error {
	done := make(chan error, 1)
	go func() { done <- writeAll(out, b) }()
	select {
	case err := <-done:
		return err
	case <-time.After(limit):
		return errStuck
	}
}
