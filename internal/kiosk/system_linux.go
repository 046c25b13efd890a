package kiosk

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// attributes make a process die with this one, so that no session outlives whoever cleans up after it.
func attributes() *syscall.SysProcAttr { return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }

// discard throws away what was typed and not read: it was meant for another screen. Failing is no harm.
func discard(in *os.File) { _ = unix.IoctlSetInt(int(in.Fd()), unix.TCFLSH, unix.TCIFLUSH) }

// thaw lets the output of a terminal go on that somebody has stopped. What a key has stopped goes on only after it is stopped
// once more by an order. Failing is no harm.
func thaw(out *os.File) {
	_ = unix.IoctlSetInt(int(out.Fd()), unix.TCXONC, unix.TCOOFF)
	_ = unix.IoctlSetInt(int(out.Fd()), unix.TCXONC, unix.TCOON)
}

// exclude waits until nobody else has the file, and keeps it until it is closed.
func exclude(f *os.File) error { return unix.Flock(int(f.Fd()), unix.LOCK_EX) }

// alone makes a process the head of a group of its own, so that all that it starts can be ended with it.
func alone() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

// end ends a process and its group.
func end(p *os.Process) error { return unix.Kill(-p.Pid, unix.SIGKILL) }

// NewReport opens the file into which the process of a patient writes where a fault was. Programs that it starts do not get
// it: whoever reads it waits until nobody can write to it any more.
func NewReport() *os.File {
	unix.CloseOnExec(Report)
	return os.NewFile(Report, "report")
}
