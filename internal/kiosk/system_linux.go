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

// exclude waits until nobody else has the file, and keeps it until it is closed.
func exclude(f *os.File) error { return unix.Flock(int(f.Fd()), unix.LOCK_EX) }
