package questionnaire

import (
	"maps"
	"math/big"
	"regexp"
	"slices"
	"time"
)

// The option values that the program itself knows.
const (
	Yes     = "yes"
	No      = "no"
	Unsure  = "unsure"
	Agree   = "agree"
	Defer   = "defer"
	Decline = "decline"
)

// Value is one answer. The zero Value is no answer. Exactly one of Codes, Number, Date and Text is set; Words goes
// with Codes.
type Value struct {
	Codes  []string          `json:"codes,omitempty"`  // options chosen, in the file's order; of a quiz, one for each try
	Words  map[string]string `json:"words,omitempty"`  // the person's own words, by the open option they go with
	Number string            `json:"number,omitempty"` // canonical decimal
	Date   string            `json:"date,omitempty"`   // YYYY-MM-DD
	Text   string            `json:"text,omitempty"`
}

// Codes makes the Value of one or more options.
func Codes(codes ...string) Value { return Value{Codes: codes} }

// IsZero reports whether v is no answer.
func (v Value) IsZero() bool {
	return len(v.Codes) == 0 && v.Number == "" && v.Date == "" && v.Text == ""
}

// Equal reports whether both are the same answer.
func (v Value) Equal(w Value) bool {
	return slices.Equal(v.Codes, w.Codes) && maps.Equal(v.Words, w.Words) &&
		v.Number == w.Number && v.Date == w.Date && v.Text == w.Text
}

// Has reports whether the option is among the chosen ones.
func (v Value) Has(code string) bool { return slices.Contains(v.Codes, code) }

// IsUnsure reports whether the answer is "not sure".
func (v Value) IsUnsure() bool { return len(v.Codes) == 1 && v.Codes[0] == Unsure }

// Clone returns a Value that shares nothing with v.
func (v Value) Clone() Value {
	v.Codes, v.Words = slices.Clone(v.Codes), maps.Clone(v.Words)
	return v
}

var number = regexp.MustCompile(`^[+-]?[0-9]{1,15}(\.[0-9]{1,9})?$`)

// ParseNumber reads a decimal of at most 15 digits before and 9 after the point and gives it in canonical form: no
// plus sign, no needless zeros. ok is false for anything else.
func ParseNumber(s string) (canonical string, ok bool) {
	if !number.MatchString(s) {
		return "", false
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return "", false
	}
	n, _ := r.FloatPrec()
	return r.FloatString(n), true
}

// CompareNumbers gives -1, 0 or 1 as a is below, equal to or above b; both as from [ParseNumber].
func CompareNumbers(a, b string) int {
	x, _ := new(big.Rat).SetString(a)
	y, _ := new(big.Rat).SetString(b)
	if x == nil || y == nil {
		return 0
	}
	return x.Cmp(y)
}

// IsDate reports whether s is a day of the calendar as YYYY-MM-DD.
func IsDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
