package text

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Check returns nil for a text that may be shown as it is, and else a *Forbidden: the first character that may not stand
// in it.
func Check(s string) error {
	var judge judge
	for at, r := range s {
		if found := look(&judge, s[at:], r); found != nil {
			found.Offset = at
			return found
		}
	}
	return nil
}

// CheckMarkdown is Check for a text that will be read as Markdown. It also reads character references such as &#27; or
// &rlm; and checks what they stand for; a newline may not be written that way. It looks inside code too, where Markdown
// would leave a reference as it is: what is strict there costs nobody anything.
func CheckMarkdown(s string) error {
	if !strings.Contains(s, "&") {
		return Check(s)
	}
	var judge judge
	for at := 0; at < len(s); {
		if meaning, size := reference(s[at:]); size > 0 {
			if found := lookInside(&judge, meaning); found != nil {
				found.Offset, found.Reference = at, s[at:at+size]
				return found
			}
			at += size
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		if found := look(&judge, s[at:], r); found != nil {
			found.Offset = at
			return found
		}
		at += size
	}
	return nil
}

// look judges r, which was decoded from the start of s.
func look(judge *judge, s string, r rune) *Forbidden {
	if r == utf8.RuneError {
		if _, size := utf8.DecodeRuneInString(s); size == 1 {
			return &Forbidden{Kind: Broken, Rune: rune(s[0])}
		}
	}
	if kind := judge.kind(r); kind != "" {
		return &Forbidden{Kind: kind, Rune: r}
	}
	return nil
}

func lookInside(judge *judge, meaning string) *Forbidden {
	for _, r := range meaning {
		if r == '\n' {
			return &Forbidden{Kind: Control, Rune: r}
		}
		if kind := judge.kind(r); kind != "" {
			return &Forbidden{Kind: kind, Rune: r}
		}
	}
	return nil
}

// reference returns what the Markdown character reference at the start of s stands for, and its length; 0 where there is
// none. Numbers are taken as they are: HTML would read &#x9b; as a quotation mark, Markdown reads a control character.
func reference(s string) (meaning string, size int) {
	switch {
	case strings.HasPrefix(s, "&#x"), strings.HasPrefix(s, "&#X"):
		return numeric(s, len("&#x"), 16, "0123456789abcdefABCDEF")
	case strings.HasPrefix(s, "&#"):
		return numeric(s, len("&#"), 10, "0123456789")
	case strings.HasPrefix(s, "&"):
		return named(s)
	}
	return "", 0
}

func numeric(s string, start, base int, digits string) (string, int) {
	number := s[start:]
	number = number[:len(number)-len(strings.TrimLeft(number, digits))]
	end := start + len(number)
	if number == "" || !strings.HasPrefix(s[end:], ";") {
		return "", 0
	}
	code, err := strconv.ParseUint(number, base, 32)
	if err != nil || code == 0 || code > utf8.MaxRune {
		code = utf8.RuneError
	}
	return string(rune(code)), end + 1
}

func named(s string) (string, int) {
	end := strings.IndexByte(s[:min(len(s), longestName)], ';')
	if end < 0 {
		return "", 0
	}
	name := s[1:end]
	if strings.Trim(name, letters+"0123456789") != "" {
		return "", 0
	}
	decoded := html.UnescapeString(s[:end+1])
	if strings.HasSuffix(decoded, ";") && name != "semi" {
		return "", 0 // no such name, or one that HTML knows without its semicolon and Markdown does not
	}
	return decoded, end + 1
}

const (
	letters     = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	longestName = 40 // HTML's longest has 31 letters
)
