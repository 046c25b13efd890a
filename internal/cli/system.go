package cli

import (
	"io"
	"os"
	"os/user"
	"time"

	"golang.org/x/term"
)

// System is the world as the program finds it.
type System struct {
	Args []string // without the program's name
	In   io.Reader
	Out  io.Writer
	Err  io.Writer
	Env  func(name string) string // "" where it is not set
	Now  func() time.Time
	User func() string // login name, "" where there is none
}

// OS gives the system that the process runs in.
func OS() System {
	return System{Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Getenv, Now: time.Now, User: login}
}

func login() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return u.Username
}

// terminal gives the file behind a stream, if that is a terminal.
func terminal(stream any) (*os.File, bool) {
	f, ok := stream.(*os.File)
	return f, ok && term.IsTerminal(int(f.Fd()))
}

// screen gives the terminal to show a full screen on. When a copy goes to standard output, that may be a pipe: then the
// screen is shown where errors go.
func (s System) screen(copyToOut bool) (in, out *os.File, ok bool) {
	in, ok = terminal(s.In)
	if !ok {
		return nil, nil, false
	}
	if out, ok = terminal(s.Out); !ok && copyToOut {
		out, ok = terminal(s.Err)
	}
	return in, out, ok
}

// width gives the width in cells of the terminal behind a stream, 0 where there is none.
func width(stream any) int {
	if f, ok := terminal(stream); ok {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil {
			return columns
		}
	}
	return 0
}
