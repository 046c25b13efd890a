package terminal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

const (
	// chunk is how many bytes are asked for at once. It leaves room in Bubble
	// Tea's buffer of 256 bytes for the end of an event that was cut, and never
	// fills it, for Bubble Tea tears events apart where its buffer ends.
	chunk = 192

	// What came in parts belongs together when the next part comes this soon.
	// An Esc by itself is a key, which must not wait long; half a character
	// never is.
	escapeWait = 10 * time.Millisecond
	eventWait  = 100 * time.Millisecond
)

// errHungUp says that the other end of the terminal is gone.
var errHungUp = errors.New("the terminal has hung up")

// input is the terminal as Bubble Tea reads it. Each read gives whole events,
// so that the parts of an arrow key on a slow line are not taken for Esc and
// letters. It takes the excess out of pastes, and replies of the terminal
// altogether. It remains a file, by whose descriptor Bubble Tea can interrupt
// its reading; so nothing can be kept back from one read for the next but the
// beginning of what must go on.
type input struct {
	*os.File
	pasting bool
	room    int    // how many more bytes of the paste are kept
	held    []byte // the first part of what may be the end of the paste
}

// Read reads some events. Its error is errHungUp when there will be no more;
// Bubble Tea would pass over io.EOF and wait for ever.
func (in *input) Read(p []byte) (int, error) {
	for {
		n := copy(p, in.held)
		k, err := in.File.Read(p[n : n+min(len(p)-n, chunk)])
		if err != nil {
			return 0, readError(err)
		}
		n += k
		for n < len(p)-1 && in.more(p[:n]) {
			k, err := in.File.Read(p[n : n+1])
			if err != nil {
				return 0, readError(err)
			}
			n += k
		}
		if n = in.filter(p[:n]); n > 0 || !in.ready(0) {
			return n, nil
		}
	}
}

// readError tells the end of the terminal from other trouble, and from none: a
// terminal that another process made non-blocking may have nothing to read.
func readError(err error) error {
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, syscall.EIO):
		return errHungUp
	case errors.Is(err, syscall.EAGAIN):
		return nil
	}
	return fmt.Errorf("read from the terminal: %w", err)
}

// more reports whether b breaks off in an event and the rest of it is there.
func (in *input) more(b []byte) bool {
	rest := in.unfinished(b)
	switch {
	case len(rest) == 0:
		return false
	case len(rest) == 1 && rest[0] == escape:
		return in.ready(escapeWait)
	default:
		return in.ready(eventWait)
	}
}

// unfinished is the event at the end of b that is not whole. Nothing in a paste
// counts, as it can go on in the next read.
func (in *input) unfinished(b []byte) []byte {
	pasting := in.pasting
	for len(b) > 0 {
		if pasting {
			_, after, ended := bytes.Cut(b, []byte(pasteEnd))
			if !ended {
				return nil
			}
			b, pasting = after, false
			continue
		}
		n, whole := eventLength(b)
		if !whole {
			return b
		}
		pasting = string(b[:n]) == pasteStart
		b = b[n:]
	}
	return nil
}

// ready reports whether something can be read before wait is over.
func (in *input) ready(wait time.Duration) bool {
	for {
		n, err := unix.Poll([]unix.PollFd{{Fd: int32(in.Fd()), Events: unix.POLLIN}}, int(wait.Milliseconds()))
		if !errors.Is(err, unix.EINTR) {
			return n > 0
		}
	}
}
