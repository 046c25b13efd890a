package export

import "strings"

// inline escapes one line of text so that Markdown reads nothing into it, wherever on a line it stands. Backslashes are
// for the common cases, which people may read in the file; references for what not every renderer takes a backslash on.
func inline(s string) string {
	var out strings.Builder
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\`*_[]<>|#{}", r), opens(s, i), r == '.' && strings.HasSuffix(s[:i], "www"):
			out.WriteByte('\\')
			out.WriteRune(r)
		case r == '&' && i+1 < len(s) && s[i+1] != ' ':
			out.WriteString("&amp;")
		case r == '~':
			out.WriteString("&#126;")
		case r == '@':
			out.WriteString("&#64;")
		case r == '=' && i == 0:
			out.WriteString("&#61;")
		case r == ':' && (i == 0 || strings.HasPrefix(s[i:], "://")):
			out.WriteString("&#58;")
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// opens tells whether the character at i would open a list or underline a heading: a bullet or a dash that the line begins
// with, or what ends a number there.
func opens(s string, i int) bool {
	switch s[i] {
	case '-', '+':
		return i == 0
	case '.', ')':
		number := i > 0 && strings.Trim(s[:i], "0123456789") == ""
		return number && (i+1 == len(s) || s[i+1] == ' ')
	}
	return false
}
