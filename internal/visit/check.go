package visit

import (
	"errors"
	"fmt"
	"strings"
)

// Check is a way to tell a code that was mistyped. Each but None finds every single digit that is wrong; what else it finds,
// it says.
type Check string

const (
	// None finds nothing.
	None Check = "none"
	// Luhn is that of ISO/IEC 7812-1, annex B, for digits. It finds every two neighbours that changed places, but 0 and 9.
	Luhn Check = "luhn"
	// Mod11 gives the digits the weights 1, 2, 3 from the right, as NHS numbers do (NHS Data Dictionary) and ISBN-10
	// (ISO 2108). The last may be X, for 10. It takes codes of at most 10, and finds every two neighbours that changed places.
	Mod11 Check = "mod11"
	// Mod112 is MOD 11-2 of ISO/IEC 7064, for digits and a last one that may be X, for 10. It finds every two neighbours that
	// changed places.
	Mod112 Check = "mod11-2"
	// Mod9710 is MOD 97-10 of ISO/IEC 7064, with two check digits at the end. It takes letters too, A as 10 to Z as 35, and
	// finds every letter that is wrong, and every two digits or two letters beside each other that changed places.
	Mod9710 Check = "mod97-10"
)

// Checks lists all of them.
func Checks() []Check { return []Check{None, Luhn, Mod11, Mod112, Mod9710} }

const mostMod11 = 10

var errCheck = errors.New("there is no such check")

// takes says why a check is not made for codes of a pattern.
func (c Check) takes(e extent) error {
	fit := digits
	switch c {
	case None:
		return nil
	case Luhn:
	case Mod11, Mod112:
		fit += "X"
	case Mod9710:
		fit += letters
	default:
		return errCheck
	}
	switch {
	case strings.Trim(e.chars, fit) != "":
		return fmt.Errorf("the check %s takes no other letters and digits than %s", c, fit)
	case c == Mod11 && e.most > mostMod11:
		return fmt.Errorf("the check %s takes codes of at most %d digits", c, mostMod11)
	}
	return nil
}

// Holds reports whether the check digits of a bare code are right. What a check does not take is not.
func (c Check) Holds(code string) bool {
	if code == "" {
		return false
	}
	switch c {
	case None:
		return true
	case Luhn:
		return luhn(code)
	case Mod11:
		return mod11(code)
	case Mod112:
		return mod112(code)
	case Mod9710:
		return mod9710(code)
	default:
		return false
	}
}

// luhn doubles every second digit from the right, and adds the digits up.
func luhn(code string) bool {
	sum := 0
	for i := range len(code) {
		d, ok := digit(code[len(code)-1-i])
		if !ok {
			return false
		}
		if i%2 == 1 {
			d = d/5 + 2*d%10
		}
		sum += d
	}
	return sum%10 == 0
}

func mod11(code string) bool {
	sum := 0
	for i := range len(code) {
		d, ok := digitOrX(code, len(code)-1-i)
		if !ok {
			return false
		}
		sum += d * (i + 1)
	}
	return sum%11 == 0 && len(code) <= mostMod11
}

func mod112(code string) bool {
	sum := 0
	for i := range len(code) {
		d, ok := digitOrX(code, i)
		if !ok {
			return false
		}
		sum = (2*sum + d) % 11
	}
	return sum == 1
}

func mod9710(code string) bool {
	rest := 0
	for i := range len(code) {
		d, ok := digit(code[i])
		switch {
		case ok:
			rest = (10*rest + d) % 97
		case code[i] >= 'A' && code[i] <= 'Z' && i < len(code)-2:
			rest = (100*rest + int(code[i]-'A') + 10) % 97
		default:
			return false
		}
	}
	return rest == 1
}

func digit(c byte) (int, bool) { return int(c - '0'), c >= '0' && c <= '9' }

// digitOrX gives the digit at i. The last may be X.
func digitOrX(code string, i int) (int, bool) {
	if code[i] == 'X' && i == len(code)-1 {
		return 10, true
	}
	return digit(code[i])
}
