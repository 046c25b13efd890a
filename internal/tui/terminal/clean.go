package terminal

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

const escape = 0x1b

// clean gives line with nothing in it but text and SGR sequences, how many
// cells it takes, and whether it sets a style. A line that is clean already, as
// all should be, comes back as it is.
func clean(line string) (text string, cells int, styled bool) {
	ascii := true
	for i := 0; i < len(line); {
		n := 1
		switch c := line[i]; {
		case c >= ' ' && c < 0x7f:
			cells++
		case c == escape:
			n = sgrLength(line[i:])
			styled = true
		default:
			n = textLength(line[i:])
			ascii = false
		}
		if n == 0 {
			return clean(scrub(line))
		}
		i += n
	}
	if !ascii {
		cells = ansi.StringWidth(line)
	}
	return line, cells, styled
}

// scrub takes every escape sequence but SGR out of line. Any other control
// character, and any byte that is not UTF-8, is shown as U+FFFD.
func scrub(line string) string {
	var b strings.Builder
	for len(line) > 0 {
		n := max(sgrLength(line), textLength(line))
		switch {
		case n > 0:
			b.WriteString(line[:n])
		case line[0] == escape:
			_, _, n, _ = ansi.DecodeSequence(line, ansi.NormalState, nil)
		default:
			b.WriteRune(utf8.RuneError)
			_, n = utf8.DecodeRuneInString(line)
		}
		line = line[max(n, 1):]
	}
	return b.String()
}

// sgrLength is the length in bytes of the SGR sequence at the start of s, or 0.
func sgrLength(s string) int {
	if len(s) < 3 || s[0] != escape || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case (c < '0' || c > '9') && c != ';' && c != ':':
			return 0
		}
	}
	return 0
}

// textLength is the length in bytes of the character at the start of s, or 0
// when that is a control character (C0, DEL or C1) or no character.
func textLength(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if r < ' ' || r >= 0x7f && r < 0xa0 || r == utf8.RuneError && n <= 1 {
		return 0
	}
	return n
}
