package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// breaks walks through a text and tells at which places a line may end: where Unicode's line breaking (UAX 14) says so, and
// between the syllables of scripts that put no spaces between words, for which UAX 14 wants a dictionary.
// A web address is kept whole.
type breaks struct {
	text, rest string
	next       int // the next place by UAX 14, in bytes from the start
	state      int
	word       int // where the latest word begins
}

func newBreaks(s string) *breaks {
	b := &breaks{text: s, rest: s, state: -1}
	b.advance()
	return b
}

func (b *breaks) advance() {
	segment, rest, _, state := uniseg.FirstLineSegmentInString(b.rest, b.state)
	b.next += len(segment)
	b.rest, b.state = rest, state
}

// between tells whether a line may end at the place between two neighbouring clusters. Places must be asked for in order.
func (b *breaks) between(before, after string, at int) bool {
	for b.next < at && b.rest != "" {
		b.advance()
	}
	if isSpace(before) {
		b.word = at
	}
	if b.next != at {
		return splits(before, after)
	}
	return !strings.Contains(b.text[b.word:at], "://")
}

// splits tells whether two clusters of a script without spaces may be parted. A vowel that is written before its consonant
// stays with it, as does a vowel or a repetition mark that is written after it, and a stacked consonant.
func splits(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	if !spaceless(last) || !spaceless(first) {
		return false
	}
	if unicode.Is(unicode.Logical_Order_Exception, last) || last == khmerCoeng || last == myanmarVirama {
		return false
	}
	switch first {
	case 'ะ', 'า', 'ำ', 'ๅ', 'ๆ', 'ฯ', 'ະ', 'າ', 'ຳ', 'ຽ', 'ໆ', 'ຯ', 'ៗ', '។', '៕':
		return false
	}
	return true
}

const (
	khmerCoeng    = 0x17D2
	myanmarVirama = 0x1039
)

func spaceless(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
