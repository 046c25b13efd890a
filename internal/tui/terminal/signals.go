package terminal

import (
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
)

// signals are those that a program in full-screen use must not leave to the
// system, which would end or stop it with its last screen in view.
type signals struct {
	ending  chan os.Signal
	resized chan os.Signal
	resumed chan os.Signal
	ignored chan os.Signal // nobody reads it
	stopped chan struct{}
}

// watch begins to catch signals, which goes on until stop.
func watch() *signals {
	s := &signals{
		ending:  make(chan os.Signal, 2),
		resized: make(chan os.Signal, 1),
		resumed: make(chan os.Signal, 1),
		ignored: make(chan os.Signal, 1),
		stopped: make(chan struct{}),
	}
	signal.Notify(s.ending, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	signal.Notify(s.resized, syscall.SIGWINCH)
	signal.Notify(s.resumed, syscall.SIGCONT)
	signal.Notify(s.ignored, syscall.SIGTSTP, syscall.SIGPIPE, syscall.SIGUSR1, syscall.SIGUSR2)
	return s
}

// stop leaves all signals to the system again.
func (s *signals) stop() {
	for _, c := range []chan os.Signal{s.ending, s.resized, s.resumed, s.ignored} {
		signal.Stop(c)
	}
	close(s.stopped)
}

// forward tells program of changes to the terminal until stop. While program is
// busy, changes of one kind run together.
func (s *signals) forward(program *tea.Program) {
	for {
		select {
		case <-s.resized:
			program.Send(resizedMsg{})
		case <-s.resumed:
			program.Send(resumedMsg{})
		case <-s.stopped:
			return
		}
	}
}
