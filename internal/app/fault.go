package app

import (
	"errors"

	"informed/internal/text"
)

// Fault is an error that knows what to do about it.
type Fault struct {
	Err  error
	Hint string // one sentence for the person, "" where there is nothing to say
}

// Error gives the error without the hint.
func (f *Fault) Error() string { return f.Err.Error() }

// Unwrap gives the error itself.
func (f *Fault) Unwrap() error { return f.Err }

// Detail gives all that a fault says in one line, for whoever is to help: what is wrong, and what to do.
func Detail(err error) string {
	var fault *Fault
	if errors.As(err, &fault) && fault.Hint != "" {
		return text.CleanLine(err.Error() + "; " + fault.Hint)
	}
	return text.CleanLine(err.Error())
}
