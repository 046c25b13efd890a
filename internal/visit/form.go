package visit

import (
	"errors"
	"regexp"
	"strings"
	"unicode"
)

// Most is how many letters and digits a code may have.
const Most = 32

// Bare gives a code as it is kept and compared: in capitals, without the spaces and dashes that only help the eye.
func Bare(code string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, code)
}

// Form is what the codes of a clinic look like.
type Form struct {
	Check   Check
	Letters bool   // letters may stand in a code, not digits alone
	Example string // of a code that is nobody's, as it is printed; "" for none

	pattern *regexp.Regexp
}

// Why something is no code.
var (
	ErrForm     = errors.New("it does not have the form of a code")
	ErrMistyped = errors.New("its check digit is not right")
	ErrExample  = errors.New("it is the example")
)

// New makes a form of a Go regular expression that the whole of a bare code must match. The error says what is wrong with the
// expression, or with the example.
func New(pattern string, check Check, example string) (Form, error) {
	alphabet, err := examine(pattern)
	if err != nil {
		return Form{}, err
	}
	if err := check.takes(alphabet); err != nil {
		return Form{}, err
	}
	whole, err := regexp.Compile(`^(?:` + pattern + `)$`)
	if err != nil {
		return Form{}, errSyntax
	}
	f := Form{Check: check, Letters: strings.ContainsAny(alphabet.chars, letters), Example: example, pattern: whole}
	if example != "" && !whole.MatchString(Bare(example)) {
		return Form{}, ErrMismatch
	}
	return f, nil
}

// Read gives the bare form of what somebody typed, or one of [ErrForm], [ErrMistyped] and [ErrExample].
func (f Form) Read(typed string) (string, error) {
	code := Bare(typed)
	switch {
	case f.pattern == nil || !f.pattern.MatchString(code):
		return "", ErrForm
	case f.Example != "" && code == Bare(f.Example):
		return "", ErrExample
	case !f.Check.Holds(code):
		return "", ErrMistyped
	}
	return code, nil
}
