package visit

import (
	"errors"
	"fmt"
	"regexp/syntax"
	"strings"
	"unicode"
)

// longest is how long a pattern may be.
const longest = 200

const (
	digits  = "0123456789"
	letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// What can be wrong with a pattern.
var (
	errLong     = fmt.Errorf("it is longer than %d letters", longest)
	errSyntax   = errors.New("this is no regular expression")
	errNothing  = errors.New("no code that can be typed has this form: it is in capitals, without spaces and dashes")
	errEmpty    = errors.New("a code without a letter or a digit has this form")
	errEdge     = errors.New("^ and $ may stand only at its ends, and other marks of places nowhere")
	ErrMismatch = errors.New("the example does not have the form of the pattern")
)

// extent is what the matches of an expression consist of: from least to most characters, all of them among chars.
type extent struct {
	least, most int // most is more than Most where there is no bound
	chars       string
	none        bool // nothing that can be typed matches
}

// examine tells what a pattern takes. What is typed is made of digits and capitals, so that is all that counts.
func examine(pattern string) (extent, error) {
	if len(pattern) > longest {
		return extent{}, errLong
	}
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return extent{}, errSyntax
	}
	if places(trimmed(parsed)) {
		return extent{}, errEdge
	}
	e := measure(parsed)
	switch {
	case e.none:
		return e, errNothing
	case e.least == 0:
		return e, errEmpty
	case e.most > Most:
		return e, fmt.Errorf("codes of more than %d letters and digits have this form", Most)
	}
	return e, nil
}

// trimmed takes away the marks of a beginning and an end from the ends, where they say what is so anyway.
func trimmed(re *syntax.Regexp) *syntax.Regexp {
	if re.Op != syntax.OpConcat {
		return re
	}
	parts := re.Sub
	if len(parts) > 0 && (parts[0].Op == syntax.OpBeginText || parts[0].Op == syntax.OpBeginLine) {
		parts = parts[1:]
	}
	if n := len(parts); n > 0 && (parts[n-1].Op == syntax.OpEndText || parts[n-1].Op == syntax.OpEndLine) {
		parts = parts[:n-1]
	}
	return &syntax.Regexp{Op: syntax.OpConcat, Sub: parts}
}

// places reports whether an expression has a mark of a place, such as \b: whether it matches would hang on more than the
// parts.
func places(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginText, syntax.OpBeginLine, syntax.OpEndText, syntax.OpEndLine, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return true
	}
	for _, sub := range re.Sub {
		if places(sub) {
			return true
		}
	}
	return false
}

func measure(re *syntax.Regexp) extent {
	switch re.Op {
	case syntax.OpNoMatch:
		return extent{none: true}
	case syntax.OpLiteral:
		return literal(re)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return one(re)
	case syntax.OpCapture:
		return measure(re.Sub[0])
	case syntax.OpStar:
		return measure(re.Sub[0]).times(0, -1)
	case syntax.OpPlus:
		return measure(re.Sub[0]).times(1, -1)
	case syntax.OpQuest:
		return measure(re.Sub[0]).times(0, 1)
	case syntax.OpRepeat:
		return measure(re.Sub[0]).times(re.Min, re.Max)
	case syntax.OpConcat:
		return inTurn(re.Sub)
	case syntax.OpAlternate:
		return either(re.Sub)
	default: // marks of places, and nothing at all
		return extent{}
	}
}

func literal(re *syntax.Regexp) extent {
	e := extent{}
	for _, r := range re.Rune {
		if re.Flags&syntax.FoldCase != 0 {
			r = unicode.ToUpper(r)
		}
		if !strings.ContainsRune(digits+letters, r) {
			return extent{none: true}
		}
		e.chars += string(r)
	}
	e.least, e.most = len(re.Rune), min(len(re.Rune), Most+1)
	return e
}

// one is an expression for one character.
func one(re *syntax.Regexp) extent {
	e := extent{least: 1, most: 1}
	for _, r := range digits + letters {
		in := re.Op != syntax.OpCharClass
		for i := 0; i+1 < len(re.Rune) && !in; i += 2 {
			in = re.Rune[i] <= r && r <= re.Rune[i+1]
		}
		if in {
			e.chars += string(r)
		}
	}
	e.none = e.chars == ""
	return e
}

// times is what an expression takes that stands there from min to max times; max is -1 for any number.
func (e extent) times(min, max int) extent {
	switch {
	case e.none && min > 0:
		return e
	case e.none || max == 0:
		return extent{}
	case max < 0:
		max = Most + 1
	}
	return extent{least: bounded(e.least * min), most: bounded(e.most * max), chars: e.chars}
}

func bounded(n int) int { return min(n, Most+1) }

func inTurn(parts []*syntax.Regexp) extent {
	var all extent
	for _, part := range parts {
		e := measure(part)
		if e.none {
			return e
		}
		all.least, all.most, all.chars = bounded(all.least+e.least), bounded(all.most+e.most), all.chars+e.chars
	}
	return all
}

func either(parts []*syntax.Regexp) extent {
	all := extent{none: true}
	for _, part := range parts {
		switch e := measure(part); {
		case e.none:
		case all.none:
			all = e
		default:
			all.least, all.most, all.chars = min(all.least, e.least), max(all.most, e.most), all.chars+e.chars
		}
	}
	return all
}
