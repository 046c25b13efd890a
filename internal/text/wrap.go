package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks plain text into lines of at most width cells. It breaks between words, between any two characters where the
// script has no spaces, and inside a word only when the word is wider than a line. Newlines of the text stay. White space
// at the end of a line is taken off, and nothing else is lost; a byte that is not UTF-8 becomes U+FFFD. A character wider
// than the width stands alone on its line. There is always at least one line.
func Wrap(s string, width int) []string {
	s = valid(s)
	var lines []string
	for _, line := range spans(s, width) {
		lines = append(lines, s[line.from:line.to])
	}
	return lines
}

func valid(s string) string { return strings.ToValidUTF8(s, string(utf8.RuneError)) }

// span is a line within a text, in bytes.
type span struct{ from, to int }

func spans(s string, width int) []span {
	var lines []span
	at := 0
	for paragraph := range strings.SplitSeq(s, "\n") {
		for _, line := range fill(paragraph, width) {
			lines = append(lines, span{at + line.from, at + line.to})
		}
		at += len(paragraph) + 1
	}
	return lines
}

// fill breaks one paragraph, taking into each line as much as fits.
func fill(s string, width int) []span {
	f := filler{text: s}
	breaks := newBreaks(s)
	for at := 0; at < len(s); {
		cluster, cells := first(s[at:])
		if !isSpace(cluster) {
			f.makeRoom(at, max(width, 1)-cells)
		}
		f.cells += cells
		after, _ := first(s[at+len(cluster):])
		at += len(cluster)
		if breaks.between(cluster, after, at) {
			f.soft, f.softCells = at, f.cells
		}
	}
	f.end(len(s))
	if len(f.lines) == 0 {
		return []span{{}}
	}
	return f.lines
}

// filler is the line that is being filled.
type filler struct {
	text            string
	lines           []span
	from, cells     int // where the line begins, and its width so far
	soft, softCells int // the last place where it may end, and its width there
}

// makeRoom ends lines until at most room cells are taken: at the last place where a line may end, or else right here.
func (f *filler) makeRoom(at, room int) {
	for f.cells > room && at > f.from {
		if f.soft <= f.from {
			f.soft, f.softCells = at, f.cells
		}
		f.end(f.soft)
		f.from, f.cells = f.soft, f.cells-f.softCells
	}
}

// end ends the line. A line of nothing but white space is white space at a break: it is not kept.
func (f *filler) end(at int) {
	line := strings.TrimRightFunc(f.text[f.from:at], breaking)
	if line != "" {
		f.lines = append(f.lines, span{f.from, f.from + len(line)})
	}
}

// first returns the first cluster, what a reader takes for one character, and its width.
func first(s string) (cluster string, cells int) {
	if s != "" && printable(s[0]) && (len(s) == 1 || printable(s[1])) {
		return s[:1], 1
	}
	return ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
}

func printable(b byte) bool { return ' ' <= b && b <= '~' }

func isSpace(cluster string) bool {
	return strings.TrimRightFunc(cluster, breaking) == ""
}

// breaking tells whether r is white space at which a line may end.
func breaking(r rune) bool {
	switch r {
	case ' ', '\t':
		return true
	case 0xA0, 0x2007, 0x202F:
		return false
	}
	return r > 0xA0 && unicode.Is(unicode.Zs, r)
}
