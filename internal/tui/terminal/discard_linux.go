package terminal

import (
	"os"

	"golang.org/x/sys/unix"
)

// discardInput throws away what was typed but not read, lest it reach whatever
// uses the terminal next. Failing is no harm.
func discardInput(in *os.File) {
	_ = unix.IoctlSetInt(int(in.Fd()), unix.TCFLSH, unix.TCIFLUSH)
}
