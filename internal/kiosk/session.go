package kiosk

import (
	"os"
	"os/exec"
	"syscall"
	"time"
)

// patience is how long a process may take to end that was told to.
const patience = 3 * time.Second

// looks is how often in the time of [Supervisor.Silence] it is looked for signs. One look alone says little: where the whole
// machine stood still, no sign was missed.
const looks = 5

// session serves one patient. told is true where the kiosk was told to end meanwhile.
func (s *Supervisor) session(code string, signals <-chan os.Signal) (end ending, told bool) {
	read, write, err := os.Pipe()
	if err != nil {
		return ending{status: -1, report: "make a pipe"}, false
	}
	defer read.Close()
	command := exec.Command(s.Program, s.Args(code)...)
	command.Stdin, command.Stdout, command.Env = s.In, s.Out, s.Env // what it has to say of errors goes nowhere
	command.ExtraFiles, command.SysProcAttr = []*os.File{write}, attributes()
	err = command.Start()
	write.Close()
	if err != nil {
		return endingOf(err, command, ""), false
	}
	p := patient{Process: command.Process, ended: make(chan ending, 1), signs: make(chan struct{}, 1)}
	go func() {
		report := p.listen(read)
		p.ended <- endingOf(command.Wait(), command, report)
	}()
	return s.await(p, signals)
}

// await waits for the end of a process, and passes on being told to end. A process that gives no sign is ended: who sits in
// front of it can do nothing, and what they wrote stays on the screen.
func (s *Supervisor) await(p patient, signals <-chan os.Signal) (end ending, told bool) {
	var late <-chan time.Time
	look, stop := s.looks()
	defer stop()
	silent, stuck := 0, false
	for {
		select {
		case end := <-p.ended:
			end.stuck = stuck
			return end, told
		case <-p.signs:
			silent = 0
		case <-look:
			thaw(s.Out)
			if silent++; silent > looks {
				stuck = true
				p.Kill()
			}
		case caught := <-signals:
			if s.ends(caught) && !told {
				told, late = true, time.After(patience)
				p.Signal(syscall.SIGTERM)
			}
		case <-late:
			p.Kill()
			late = nil
		}
	}
}

// looks says when to look for signs of a process. It never does where nobody waits for any.
func (s *Supervisor) looks() (look <-chan time.Time, stop func()) {
	if s.Silence == 0 {
		return nil, func() {}
	}
	ticker := time.NewTicker(s.Silence / looks)
	return ticker.C, ticker.Stop
}
