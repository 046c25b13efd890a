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

// alphabet remembers the characters that may stand anywhere, so that each is looked up once.
type alphabet struct{ known [1 << 10]uint64 }

// harmless reports whether s holds nothing but such characters. Others may stand only after certain letters, or nowhere.
func (a *alphabet) harmless(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; ' ' <= c && c <= '~' || c == '\n' {
			i++
			continue
		}
		char, size := utf8.DecodeRuneInString(s[i:])
		if char > 0xFFFF || a.known[char>>6]&(1<<(char&63)) == 0 && !a.learn(char) {
			return false
		}
		i += size
	}
	return true
}

func (a *alphabet) learn(char rune) bool {
	if text.Check(string(char)) != nil {
		return false
	}
	a.known[char>>6] |= 1 << (char & 63)
	return true
}

// characters reports every character that may not stand in a file and gives the file with a space in its place, so that
// the rest of it can be checked all the same.
func characters(r *report, a *alphabet, data []byte) (mended []byte, ok bool) {
	whole := string(data)
	if a.harmless(whole) {
		return data, true
	}
	mended = make([]byte, 0, len(data))
	line := 0
	for s := range strings.Lines(whole) {
		line++
		body, ending := strings.TrimSuffix(s, "\n"), "\n"[:len(s)-len(strings.TrimSuffix(s, "\n"))]
		if ending != "" && strings.HasSuffix(body, "\r") {
			body, ending = strings.TrimSuffix(body, "\r"), "\r\n"
		}
		if !a.harmless(body) && !r.tooMany() {
			mended = mend(r, mended, body, line)
		} else {
			mended = append(mended, body...)
		}
		mended = append(mended, ending...)
	}
	return mended, len(r.found) == 0
}

// mend appends a line, with a space for each character that it reports. Of tabs, the first of a line is reported.
func mend(r *report, mended []byte, s string, line int) []byte {
	column := 1
	for !r.tooMany() {
		found := forbidden(text.Check(s))
		if found == nil {
			break
		}
		column += utf8.RuneCountInString(s[:found.Offset])
		r.add(place{line, column}, codeOf(found), hintOf(found), "%s", found)
		_, size := utf8.DecodeRuneInString(s[found.Offset:])
		mended = append(append(mended, s[:found.Offset]...), ' ')
		s = s[found.Offset+size:]
		column++
		if found.Kind == text.Tab {
			s = strings.ReplaceAll(s, "\t", " ")
		}
	}
	return append(mended, s...)
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
