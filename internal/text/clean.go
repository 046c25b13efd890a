package text

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean makes any bytes into a text that Check accepts, for text from people. It takes out what is forbidden, whole escape
// sequences with it, puts U+FFFD for broken bytes, a space for a tab and a newline for every kind of line end, and composes
// letters with their marks (NFC). What Check accepts and is composed already comes back as it is. The work can grow with the square of the length: cut a paste to size before it comes here.
func Clean(s string) string {
	if Check(s) == nil && norm.NFC.IsNormalString(s) {
		return s
	}
	s = strings.ReplaceAll(valid(s), "\r\n", "\n")
	var cleaned strings.Builder
	var judge judge
	for s != "" {
		if size := escape(s); size > 0 {
			s = s[size:]
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		if r = replace(r); judge.kind(r) == "" {
			cleaned.WriteRune(r)
		}
	}
	return norm.NFC.String(cleaned.String())
}

// CleanLine is Clean for an answer of one line: a newline becomes a space.
func CleanLine(s string) string {
	return strings.ReplaceAll(Clean(s), "\n", " ")
}

func replace(r rune) rune {
	switch r {
	case '\t':
		return ' '
	case '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return '\n'
	}
	return r
}

// escape returns the length of the whole escape sequence at the start of s, and 0 where there is none. A sequence that
// does not end leaves its text: taking an answer away is worse than leaving a few odd letters in it.
func escape(s string) int {
	for _, opening := range []string{"\x1b[", "\u009b"} {
		if rest, ok := strings.CutPrefix(s, opening); ok {
			parameters := len(rest) - len(strings.TrimLeft(rest, " !\"#$%&'()*+,-./0123456789:;<=>?"))
			if parameters < len(rest) && '@' <= rest[parameters] && rest[parameters] <= '~' {
				return len(opening) + parameters + 1
			}
		}
	}
	for _, opening := range []string{"\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1bX", "\u009d", "\u0090"} {
		if rest, ok := strings.CutPrefix(s, opening); ok {
			return closed(rest, len(opening))
		}
	}
	return 0
}

// closed returns the length of a command string that ends on the same line.
func closed(rest string, opening int) int {
	line, _, _ := strings.Cut(rest, "\n")
	end, size := len(line), 0
	for _, closing := range []string{"\a", "\x1b\\", "\u009c"} {
		if at := strings.Index(line[:end], closing); at >= 0 {
			end, size = at, len(closing)
		}
	}
	if size == 0 {
		return 0
	}
	return opening + end + size
}
