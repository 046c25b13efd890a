package terminal

import (
	"strings"
	"unicode/utf8"
)

const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// eventLength is the length of the event at the start of b, which is not empty:
// a character, a key's or the mouse's escape sequence, or a reply of the
// terminal. It is not whole when more bytes may belong to it.
func eventLength(b []byte) (n int, whole bool) {
	if b[0] != escape {
		return characterLength(b)
	}
	if len(b) == 1 {
		return 1, false
	}
	switch b[1] {
	case escape:
		return 1, true
	case '[':
		return csiLength(b)
	case 'O':
		return fixedLength(b, 3)
	case ']', 'P', 'X', '^', '_':
		return stringLength(b)
	}
	n, whole = characterLength(b[1:])
	return 1 + n, whole
}

// characterLength is eventLength for a character, or a byte that is none.
func characterLength(b []byte) (int, bool) {
	if !utf8.FullRune(b) {
		return len(b), false
	}
	_, n := utf8.DecodeRune(b)
	return n, true
}

// csiLength is eventLength for what begins with ESC [. Two are not of the
// common form: function keys of the Linux console (ESC [ [ A), and the mouse of
// terminals that know only the oldest way to report it (ESC [ M and three bytes).
func csiLength(b []byte) (int, bool) {
	if len(b) > 2 && b[2] == '[' {
		return fixedLength(b, 4)
	}
	if len(b) > 2 && b[2] == 'M' {
		return fixedLength(b, 6)
	}
	for i, c := range b[2:] {
		switch {
		case c >= 0x40 && c <= 0x7e:
			return i + 3, true
		case c < 0x20 || c > 0x3f:
			return i + 2, true
		}
	}
	return len(b), false
}

// fixedLength is eventLength for what has n bytes.
func fixedLength(b []byte, n int) (int, bool) {
	return min(len(b), n), len(b) >= n
}

// stringLength is eventLength for a string of the terminal's, which ends with
// BEL or ESC \.
func stringLength(b []byte) (int, bool) {
	for i := 2; i < len(b); i++ {
		switch {
		case b[i] == '\a':
			return i + 1, true
		case b[i] == '\\' && b[i-1] == escape:
			return i + 1, true
		}
	}
	return len(b), false
}

// isReply reports whether event is a terminal's answer to a question, such as
// for its background colour, that came when nobody waited for it any more.
// Bubble Tea would take it for typed text.
func isReply(event []byte) bool {
	if len(event) < 3 || event[0] != escape || !strings.ContainsRune("]PX^_", rune(event[1])) {
		return false
	}
	_, whole := stringLength(event)
	return whole
}
