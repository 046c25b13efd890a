package kiosk

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"golang.org/x/term"
)

// Supervisor runs one patient after the other on a terminal.
type Supervisor struct {
	In, Out *os.File // the terminal
	Program string   // the path of this program
	// Args gives the arguments for the next patient. code is that of the fault that ended the session before, "" for none.
	Args   func(code string) []string
	Env    []string      // the whole environment of a patient's process
	Closed string        // what the screen says while the program cannot be started
	Log    io.Writer     // takes a line for each session that broke off; it never holds anything of an answer
	Rest   time.Duration // how long to wait after a program that ended as soon as it was started; it doubles
	// Silence is how long the process of a patient may give no sign, see [Alive], before it is taken to be stuck and is ended;
	// 0 for as long as it likes.
	Silence time.Duration
	Now     func() time.Time // for the log
}

// How long a session lasts at least that was one, and the longest rest after one that was none.
const (
	shortest = 2 * time.Second
	longRest = time.Minute
)

// Run serves patients until staff leave with their PIN or the process is told to end with SIGTERM, or the terminal goes
// away. The terminal is then as it was before, with nothing on it. The error says what it could not do.
func (s *Supervisor) Run() error {
	runtime.LockOSThread() // a patient's process is to die with the thread that started it
	defer runtime.UnlockOSThread()
	if err := Harden(); err != nil {
		return fmt.Errorf("keep a kiosk: %w", err)
	}
	ignored, ending := make(chan os.Signal, 1), make(chan os.Signal, 4)
	signal.Notify(ignored) // nobody reads it
	signal.Notify(ending, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(ignored)
	defer signal.Stop(ending)
	before, err := term.GetState(int(s.In.Fd()))
	if err != nil {
		return fmt.Errorf("keep a kiosk: read the terminal's settings: %w", err)
	}
	defer term.Restore(int(s.In.Fd()), before)
	return s.serve(ending)
}

func (s *Supervisor) serve(signals <-chan os.Signal) error {
	code, rest := "", s.Rest
	for {
		if err := s.clean(); err != nil {
			return fmt.Errorf("keep a kiosk: %w", err)
		}
		began := time.Now()
		end, told := s.session(code, signals)
		if told || end.status == StatusStaff {
			return s.leave()
		}
		code = ""
		if end.faulty() {
			code = end.code()
			fmt.Fprintf(s.Log, "%s session broke off: code %s: %s\n", s.Now().UTC().Format(time.RFC3339), code, end.cause())
		}
		if !end.faulty() || time.Since(began) > shortest {
			rest = s.Rest
			continue
		}
		if !s.rest(code, rest, signals) {
			return s.leave()
		}
		rest = min(2*rest, longRest)
	}
}

// clean wipes the terminal, and keeps it from echoing what is typed and from making signals of it. One whose output somebody
// has stopped, as a key of the console does, is made to go on first.
func (s *Supervisor) clean() error {
	thaw(s.Out)
	if _, err := term.MakeRaw(int(s.In.Fd())); err != nil {
		return fmt.Errorf("put the terminal into raw mode: %w", err)
	}
	if _, err := s.Out.WriteString(wiped + blank); err != nil {
		return fmt.Errorf("wipe the terminal: %w", err)
	}
	discard(s.In)
	return nil
}

// leave wipes the terminal for whoever has it next.
func (s *Supervisor) leave() error {
	thaw(s.Out)
	discard(s.In)
	if _, err := s.Out.WriteString(wiped); err != nil {
		return fmt.Errorf("wipe the terminal: %w", err)
	}
	return nil
}

// rest says that the kiosk is closed, for a while, when the program ends as soon as it is started. It reports whether to go
// on.
func (s *Supervisor) rest(code string, span time.Duration, signals <-chan os.Signal) bool {
	if s.clean() == nil {
		fmt.Fprintf(s.Out, "\r\n  %s\r\n\r\n  %s\r\n", s.Closed, code)
	}
	over := time.After(span)
	for {
		select {
		case <-over:
			return true
		case caught := <-signals:
			if s.ends(caught) {
				return false
			}
		}
	}
}

// ends reports whether a signal ends the kiosk: being told to, or nobody being there any more. No other does.
func (s *Supervisor) ends(caught os.Signal) bool {
	return caught == syscall.SIGTERM || caught == syscall.SIGHUP && !term.IsTerminal(int(s.In.Fd()))
}
