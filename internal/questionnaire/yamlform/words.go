package yamlform

import (
	"strings"
	"unicode"
)

// The most characters of each sort of text.
const (
	maxLabel    = 200
	maxLine     = 1000
	maxMarkdown = 20_000
	maxTerm     = 100
	maxURL      = 2000
)

// Classes of characters for the schema's patterns. They are those of text.Check, as near as a pattern can come: which
// letter a joiner follows is not looked at.
const (
	visible = `\p{L}\p{M}\p{N}\p{P}\p{S}`
	anyChar = visible + `\p{Zs}` + "\u200c\u200d"
)

func linePattern() string  { return `^[` + anyChar + `]*[` + visible + `][` + anyChar + `]*\n*$` }
func linesPattern() string { return `^[` + anyChar + `\n]*[` + visible + `][` + anyChar + `\n]*$` }

// referencePattern finds characters that Markdown would read from a number.
const referencePattern = `&#([0-9]+|[xX][0-9a-fA-F]+);`

// numericReference gives the first such reference in s.
func numericReference(s string) string {
	for {
		at := strings.Index(s, "&#")
		if at < 0 {
			return ""
		}
		s = s[at:]
		digits, set := s[2:], "0123456789"
		if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
			digits, set = digits[1:], "0123456789abcdefABCDEF"
		}
		rest := strings.TrimLeft(digits, set)
		if rest != digits && strings.HasPrefix(rest, ";") {
			return s[:len(s)-len(rest)+1]
		}
		s = s[2:]
	}
}

// isBlank reports whether there is nothing in s that one could see.
func isBlank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return r > ' ' && r <= '~' || unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S)
	}) < 0
}

// oneLine reports whether s has no line break but at its end.
func oneLine(s string) bool { return !strings.Contains(strings.TrimRight(s, "\n"), "\n") }
