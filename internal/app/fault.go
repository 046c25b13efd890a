package app

// Fault is an error that knows what to do about it.
type Fault struct {
	Err  error
	Hint string // one sentence for the person, "" where there is nothing to say
}

// Error gives the error without the hint.
func (f *Fault) Error() string { return f.Err.Error() }

// Unwrap gives the error itself.
func (f *Fault) Unwrap() error { return f.Err }
