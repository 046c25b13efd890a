package kiosk

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"os/exec"
	"syscall"
)

// The exit statuses by which the process of a patient says how it ended. Any other end is a fault.
const (
	StatusNext   = 0  // the patient is done, in whatever way
	StatusStaff  = 10 // staff want to leave the kiosk
	StatusBroken = 11 // it could not go on; its report says where
)

// ending is how the process of a patient ended.
type ending struct {
	status int
	signal syscall.Signal // 0 for none
	stuck  bool           // it gave no sign, and was ended for it
	report string         // where in the program the fault is, "" where it is not known
}

// endingOf tells what a process that ended has left.
func endingOf(err error, state *exec.Cmd, report string) ending {
	if state.ProcessState == nil {
		return ending{status: -1, report: fmt.Sprint("start the program: ", err)}
	}
	wait, ok := state.ProcessState.Sys().(syscall.WaitStatus)
	if ok && wait.Signaled() {
		return ending{status: -1, signal: wait.Signal()}
	}
	return ending{status: state.ProcessState.ExitCode(), report: report}
}

// faulty reports whether the session broke off.
func (e ending) faulty() bool { return e.status != StatusNext && e.status != StatusStaff }

// cause says in one line what broke a session off.
func (e ending) cause() string {
	switch {
	case e.stuck:
		return "no sign of life"
	case e.signal != 0:
		return fmt.Sprint("signal ", int(e.signal))
	case e.report != "":
		return e.report
	default:
		return fmt.Sprint("exit status ", e.status)
	}
}

// code gives the cause as four letters and digits, which a patient can tell and staff find in the log.
func (e ending) code() string {
	sum := sha256.Sum256([]byte(e.cause()))
	return base32.StdEncoding.EncodeToString(sum[:])[:4]
}
