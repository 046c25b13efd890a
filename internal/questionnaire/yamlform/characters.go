package yamlform

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"informed/internal/text"
)

// encoding refuses what is not UTF-8 and gives the file without its byte order mark.
func encoding(r *report, data []byte) (rest []byte, ok bool) {
	const hint = "save the file as UTF-8"
	head := data[:min(len(data), 4)]
	wide := bytes.HasPrefix(head, []byte{0xFF, 0xFE}) || bytes.HasPrefix(head, []byte{0xFE, 0xFF})
	if wide || bytes.IndexByte(head, 0) >= 0 {
		r.add(place{1, 1}, "bad-encoding", hint, "this file is not UTF-8 text; it may be UTF-16")
		return nil, false
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if utf8.Valid(data) {
		return data, true
	}
	r.add(placeOf(data, validPrefix(data)), "bad-encoding", hint, "this character is not UTF-8")
	return nil, false
}

// validPrefix gives the number of bytes before the first that is not UTF-8.
func validPrefix(data []byte) int {
	at := 0
	for at < len(data) {
		char, size := utf8.DecodeRune(data[at:])
		if char == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}

// characters reports every character that may not stand in a file and gives the file with a space in its place, so that
// the rest of it can be checked all the same.
func characters(r *report, data []byte) []byte {
	if plain(data) {
		return data
	}
	mended := make([]byte, 0, len(data))
	line := 0
	for b := range bytes.Lines(data) {
		line++
		if plain(b) {
			mended = append(mended, b...)
		} else {
			mended = mend(r, mended, string(b), line)
		}
	}
	return mended
}

// mend appends a line, with a space for each character that it reports. Of tabs, the first of a line is reported.
func mend(r *report, mended []byte, s string, line int) []byte {
	s, ending := s, ""
	for _, e := range []string{"\r\n", "\n"} {
		if before, ok := strings.CutSuffix(s, e); ok && ending == "" {
			s, ending = before, e
		}
	}
	column, tabbed := 1, false
	for s != "" {
		found := forbidden(text.Check(s))
		if found == nil {
			break
		}
		column += utf8.RuneCountInString(s[:found.Offset])
		if found.Kind != text.Tab || !tabbed {
			r.add(place{line, column}, codeOf(found), hintOf(found), "%s", found)
		}
		tabbed = tabbed || found.Kind == text.Tab
		_, size := utf8.DecodeRuneInString(s[found.Offset:])
		mended = append(append(mended, s[:found.Offset]...), ' ')
		s = s[found.Offset+size:]
		column++
	}
	return append(append(mended, s...), ending...)
}

// plain reports whether b holds nothing but printable ASCII and newlines, which need no further look.
func plain(b []byte) bool {
	for _, c := range b {
		if (c < ' ' || c > '~') && c != '\n' {
			return false
		}
	}
	return true
}

func forbidden(err error) *text.Forbidden {
	var found *text.Forbidden
	errors.As(err, &found)
	return found
}

func codeOf(f *text.Forbidden) string {
	if f.Kind == text.Tab {
		return "tab"
	}
	return "control-character"
}

func hintOf(f *text.Forbidden) string {
	if f.Kind == text.Tab {
		return "use spaces"
	}
	return "take it out; it cannot be seen, or it changes how text is shown"
}
