package cli

import (
	"errors"
	"fmt"
	"io"
	"syscall"

	"informed/internal/app"
	"informed/internal/text"
)

// The exit statuses. A "no" or a "not now" is done.
const (
	statusDone          = 0
	statusFailure       = 1
	statusUsage         = 2
	statusQuestionnaire = 3   // the questionnaire has errors
	statusChanged       = 4   // a copy or a record is not as it was made
	statusAnswers       = 5   // the answers are incomplete or do not fit
	statusInterrupted   = 130 // stopped before the end, by the person or by a signal
)

// exit ends the program with a status. Its error is told, if there is one: without, all has been said.
type exit struct {
	status int
	err    error
}

func (e *exit) Error() string {
	if e.err == nil {
		return fmt.Sprint("exit status ", e.status)
	}
	return e.err.Error()
}

func (e *exit) Unwrap() error { return e.err }

// usage makes an error one of wrong usage, with a hint.
func usage(err error, hint string) error {
	return &exit{status: statusUsage, err: &app.Fault{Err: err, Hint: hint}}
}

// finish tells an error and gives the status that the program ends with.
func finish(w io.Writer, err error) int {
	if err == nil {
		return statusDone
	}
	status, told := statusFailure, err
	var e *exit
	if errors.As(err, &e) {
		status, told = e.status, e.err
	}
	if errors.Is(err, app.ErrUnknown) {
		status = statusUsage
	}
	if told == nil || errors.Is(err, syscall.EPIPE) { // whoever closed a pipe knows of it
		return status
	}
	fmt.Fprintln(w, "informed:", text.CleanLine(told.Error()))
	if hint := hinted(told); hint != "" {
		fmt.Fprintln(w, "hint:", text.CleanLine(hint))
	}
	return status
}

// hinted gives what an error says is to be done, "" where it does not.
func hinted(err error) string {
	var fault *app.Fault
	if errors.As(err, &fault) {
		return fault.Hint
	}
	return ""
}
