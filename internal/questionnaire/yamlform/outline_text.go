package yamlform

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// block reads a text that begins with | or >.
func (o *outline) block() {
	start, parent := o.at, max(o.parent(), 0)
	if len(o.levels) > 0 {
		parent = o.parent()
	}
	o.count(start, 1)
	o.value(start)
	o.header()
	for o.at < len(o.data) && o.refusal == nil {
		o.spaces()
		if !o.blank(o.at) && o.at-o.bol <= parent {
			o.at = o.bol
			return
		}
		o.skipLine()
		o.long(start)
	}
}

// header goes over the line that begins with | or >.
func (o *outline) header() {
	for o.at++; !o.blankOrSpace(o.at) && strings.IndexByte("+-0123456789", o.data[o.at]) >= 0; {
		o.at++
	}
	o.spaces()
	if !o.blank(o.at) && o.data[o.at] != '#' {
		o.suspectAt(o.at, "after | or > the text begins on the next line", "put the text on the next line")
	}
	o.skipLine()
}

// quoted goes over a text in quotes, on as many lines as it takes.
func (o *outline) quoted() {
	start, quote := o.at, o.data[o.at]
	o.count(start, 1)
	for o.at++; o.at < len(o.data) && o.refusal == nil; {
		switch c := o.data[o.at]; {
		case c == '\n':
			o.newline()
		case c == quote && quote == '\'' && bytes.HasPrefix(o.data[o.at+1:], []byte{'\''}):
			o.at += 2
		case c == quote:
			o.at++
			return
		case c == '\\' && quote == '"':
			o.escape()
		default:
			o.at++
		}
		o.long(start)
	}
	o.suspectAt(start, "this quote is opened and never closed", "add the closing quote")
}

// escape goes over a backslash and the character after it.
func (o *outline) escape() {
	rest := o.data[o.at+1:]
	switch {
	case len(rest) == 0 || rest[0] == '\n' || rest[0] == '\r':
		o.at++
		return
	case strings.IndexByte("0abtnvfe \"'/\\N_LPxuU", rest[0]) < 0:
		o.suspectAt(o.at, "a backslash means something special in double quotes", "use single quotes, or write two backslashes")
	case !isCharacter(rest):
		o.suspectAt(o.at, "this backslash code is no character", "write the character itself")
	}
	o.at += 2
}

// isCharacter reports whether what stands after a backslash is not the number of a character, or that of a real one.
func isCharacter(code []byte) bool {
	size := map[byte]int{'x': 2, 'u': 4, 'U': 8}[code[0]]
	if size == 0 {
		return true
	}
	if len(code) <= size {
		return false
	}
	number, err := strconv.ParseUint(string(code[1:size+1]), 16, 32)
	return err == nil && number <= utf8.MaxRune && utf8.ValidRune(rune(number))
}

// long refuses a text that has become too long.
func (o *outline) long(start int) {
	if o.at-start > maxScalar {
		o.refuse(start, "too-long", "this text is too long", "make it shorter; if it stands in quotes, look for a missing one")
	}
}
