package kiosk

import (
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
	"unicode"
)

// Report is the number of the file into which the process of a patient writes where a fault was.
const Report = 3

// mostReport is how many bytes of a report are read.
const mostReport = 200

// patience is how long a process may take to end that was told to.
const patience = 3 * time.Second

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
	ended := make(chan ending, 1)
	go func() {
		report, _ := io.ReadAll(io.LimitReader(read, mostReport))
		ended <- endingOf(command.Wait(), command, printable(string(report)))
	}()
	return s.await(command.Process, ended, signals)
}

// await waits for the end of a process, and passes on being told to end.
func (s *Supervisor) await(process *os.Process, ended <-chan ending, signals <-chan os.Signal) (end ending, told bool) {
	var late <-chan time.Time
	for {
		select {
		case end := <-ended:
			return end, told
		case caught := <-signals:
			if s.ends(caught) && !told {
				told, late = true, time.After(patience)
				process.Signal(syscall.SIGTERM)
			}
		case <-late:
			process.Kill()
			late = nil
		}
	}
}

// printable takes everything out of a report that is not to be written into a log.
func printable(report string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, report)
}
