package plain

import (
	"bufio"
	"context"
	"errors"
	"io"
	"syscall"

	"informed/internal/questionnaire"
)

// maxLine is where a line is cut: every character of the longest answer may take four bytes. What is longer is then found
// to be too long as an answer.
const maxLine = 4 * (questionnaire.MaxAnswer + 1)

// errInputEnded means that there is nobody there any more.
var errInputEnded = errors.New("the input ended")

// lines hands out the input one line at a time. A goroutine reads, and only when a line is wanted, so that a signal does
// not have to wait for one.
type lines struct {
	want chan struct{}
	next chan string
	err  error // why there are no more; set before next is closed
}

func newLines(r io.Reader) *lines {
	l := &lines{want: make(chan struct{}), next: make(chan string, 1)}
	go l.read(bufio.NewReader(r))
	return l
}

// stop lets the goroutine end, after the line that it may still be waiting for.
func (l *lines) stop() { close(l.want) }

func (l *lines) read(r *bufio.Reader) {
	defer close(l.next)
	for range l.want {
		line, err := readLine(r)
		if err != nil {
			l.err = err
			return
		}
		l.next <- line
	}
}

// line waits for a line, without its line end. It may not be called again after an error.
func (l *lines) line(ctx context.Context) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	l.want <- struct{}{}
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case line, ok := <-l.next:
		if !ok {
			return "", l.err
		}
		return line, nil
	}
}

// readLine reads to the end of a line and keeps as much as fits.
func readLine(r *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part[:min(len(part), maxLine+1-len(line))]...)
		switch {
		case err == nil:
			return trimEnd(line), nil
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.Is(err, io.EOF), errors.Is(err, syscall.EIO): // EIO: the terminal hung up
			return "", errInputEnded
		default:
			return "", err
		}
	}
}

func trimEnd(line []byte) string {
	n := len(line)
	for n > 0 && (line[n-1] == '\n' || line[n-1] == '\r') {
		n--
	}
	return string(line[:n])
}
