package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
)

// seat is a place at a program: a terminal that answers what it is asked, and notes what is written to it and when.
type seat struct {
	command  *exec.Cmd
	terminal *os.File
	began    time.Time
	arrivals chan arrival
	shown    strings.Builder
}

// arrival is what the program wrote at one time.
type arrival struct {
	at   time.Time
	text []byte
}

// limit is how long a program may take over a frame before it counts as broken.
const limit = 20 * time.Second

// sit starts a program with that many questions, in a home of its own in which it was started before.
func sit(p program, questions int, home string) (*seat, error) {
	if p.ready != nil {
		if err := inside(home, p.path, p.ready).Run(); err != nil {
			return nil, fmt.Errorf("make %s ready: %w", p.name, err)
		}
	}
	command := inside(home, p.path, p.args[questions])
	began := time.Now()
	terminal, err := pty.StartWithSize(command, &pty.Winsize{Rows: 30, Cols: 100})
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", p.name, err)
	}
	s := &seat{command: command, terminal: terminal, began: began, arrivals: make(chan arrival, 1024)}
	go s.listen()
	return s, nil
}

// inside makes a command in a home.
func inside(home, path string, args []string) *exec.Cmd {
	command := exec.Command(path, args...)
	command.Dir = home
	command.Env = []string{
		"HOME=" + home, "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8", "TERM=xterm-256color", "COLORTERM=truecolor",
	}
	return command
}

// listen notes what comes and answers queries, until the program is gone.
func (s *seat) listen() {
	defer close(s.arrivals)
	buffer := make([]byte, 1<<16)
	var rest []byte
	for {
		n, err := s.terminal.Read(buffer)
		at := time.Now()
		if n > 0 {
			var reply []byte
			reply, rest = answer(append(rest, buffer[:n]...))
			_, _ = s.terminal.Write(reply)
			s.arrivals <- arrival{at, append([]byte(nil), buffer[:n]...)}
		}
		if err != nil {
			return
		}
	}
}

// await waits until the program has shown the words since it was last awaited, and gives the time they came.
func (s *seat) await(words string) (time.Time, error) {
	late := time.After(limit)
	for {
		select {
		case a, open := <-s.arrivals:
			s.shown.Write(a.text)
			if shown := ansi.Strip(s.shown.String()); strings.Contains(shown, words) {
				s.shown.Reset()
				return a.at, nil
			} else if !open {
				return time.Time{}, fmt.Errorf("it ended before it showed %q; it showed:\n%s", words, shown)
			}
		case <-late:
			return time.Time{}, fmt.Errorf("it never showed %q; it showed:\n%s", words, ansi.Strip(s.shown.String()))
		}
	}
}

// settle waits until nothing has come for that long, and gives how much came before and when the last of it did.
func (s *seat) settle(silence time.Duration) (bytes int, last time.Time) {
	for {
		select {
		case a, open := <-s.arrivals:
			if !open {
				return bytes, last
			}
			bytes, last = bytes+len(a.text), a.at
		case <-time.After(silence):
			return bytes, last
		}
	}
}

// lead presses a key and gives the time until its frame is whole, which ends with the words.
func (s *seat) lead(key, words string) (time.Duration, error) {
	pressed := time.Now()
	if _, err := s.terminal.WriteString(key); err != nil {
		return 0, err
	}
	shown, err := s.await(words)
	return shown.Sub(pressed), err
}

// press presses a key and takes in the frame that it causes. drawn is false when there is none within two seconds.
func (s *seat) press(key string) (frame stroke, drawn bool) {
	pressed := time.Now()
	if _, err := s.terminal.WriteString(key); err != nil {
		return stroke{}, false
	}
	select {
	case a, open := <-s.arrivals:
		bytes, last := s.settle(pause)
		if bytes == 0 {
			last = a.at
		}
		return stroke{first: a.at.Sub(pressed), whole: last.Sub(pressed), bytes: len(a.text) + bytes}, open
	case <-time.After(2 * time.Second):
		return stroke{}, false
	}
}

// leave ends the program.
func (s *seat) leave() {
	_ = s.command.Process.Signal(syscall.SIGTERM)
	ended := time.AfterFunc(time.Second, func() { _ = s.command.Process.Kill() })
	for range s.arrivals {
	}
	_ = s.command.Wait()
	ended.Stop()
	_ = s.terminal.Close()
}
