package questionnaire

import "fmt"

// Severity says how bad a finding is.
type Severity string

// An error means that the questionnaire cannot be used; a warning, that its author should look.
const (
	Error   Severity = "error"
	Caution Severity = "warning"
)

// Diagnostic is one finding about a questionnaire.
type Diagnostic struct {
	File     string   `json:"file"`
	Line     int      `json:"line"`   // from 1; 0 where there is none
	Column   int      `json:"column"` // from 1, in characters
	Severity Severity `json:"severity"`
	Code     string   `json:"code"` // kebab-case, stable
	Message  string   `json:"message"`
	Hint     string   `json:"hint,omitempty"` // what to do about it

	Pointer string `json:"-"` // JSON pointer (RFC 6901) to the place, from which the reader of the file finds the line
	Offset  int    `json:"-"` // in bytes from 1 into the text that Pointer leads to; 0 is the text as a whole
}

// String gives the form `file:line:col: severity code message`.
func (d Diagnostic) String() string {
	return fmt.Sprintf("%s:%d:%d: %s %s %s", d.File, d.Line, d.Column, d.Severity, d.Code, d.Message)
}
