package text

import (
	"fmt"
	"unicode"
)

// Kind says why a character may not stand in text, in words that go on after "U+202E is".
type Kind string

// The kinds of forbidden characters.
const (
	Control    Kind = "a control character"
	Tab        Kind = "a tab"
	Separator  Kind = "a line separator that is not a newline"
	Direction  Kind = "a mark that turns the direction of text"
	Invisible  Kind = "an invisible character"
	Selector   Kind = "a variation selector"
	Private    Kind = "a private-use character"
	Unassigned Kind = "a character without a meaning"
	Broken     Kind = "a byte that is not UTF-8"
)

// Forbidden is a character that may not stand in text.
type Forbidden struct {
	Kind      Kind
	Rune      rune   // what it is; for Broken the byte
	Offset    int    // where it stands, in bytes from the start of the text
	Reference string // how Markdown wrote it, such as "&#27;"; empty where it stands as itself
}

func (f *Forbidden) Error() string {
	name := fmt.Sprintf("U+%04X", f.Rune)
	if f.Kind == Broken {
		name = fmt.Sprintf("0x%02X", f.Rune)
	}
	if f.Reference != "" {
		name = f.Reference
	}
	return fmt.Sprintf("%s is %s", name, f.Kind)
}

// judge looks at the characters of one text in turn.
type judge struct {
	base rune // the last character that was not a mark shared between scripts
}

// kind returns why r may not stand here, and "" where it may.
func (j *judge) kind(r rune) Kind {
	kind := classify(r)
	if kind != "" && !j.fits(r) {
		return kind
	}
	if shared := kind == "" && r > unicode.MaxLatin1 && unicode.Is(unicode.Mn, r) && unicode.Is(unicode.Inherited, r); !shared {
		j.base = r
	}
	return ""
}

// fits tells whether r is one of the invisible characters that the character before it can need.
func (j *judge) fits(r rune) bool {
	switch {
	case r == zeroWidthNonJoiner || r == zeroWidthJoiner:
		return unicode.In(j.base, joiningScripts()...)
	case unicode.Is(unicode.Variation_Selector, r) && r >= ideographicSelectors:
		return unicode.Is(unicode.Han, j.base)
	case unicode.Is(unicode.Variation_Selector, r):
		return unicode.Is(unicode.Mongolian, r) && unicode.Is(unicode.Mongolian, j.base)
	}
	return false
}

const (
	zeroWidthNonJoiner   = 0x200C
	zeroWidthJoiner      = 0x200D
	ideographicSelectors = 0xE0100
)

// joiningScripts are the scripts whose spelling uses the joiners.
func joiningScripts() []*unicode.RangeTable {
	return []*unicode.RangeTable{
		unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian, unicode.Phags_Pa,
		unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil,
		unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar,
	}
}

// classify sorts a character whatever stands around it. Everything that is not known to be harmless is forbidden.
func classify(r rune) Kind {
	switch {
	case r == '\n', ' ' <= r && r <= '~':
		return ""
	case r == '\t':
		return Tab
	case unicode.Is(unicode.Cc, r):
		return Control
	case unicode.In(r, unicode.Zl, unicode.Zp):
		return Separator
	case unicode.Is(unicode.Bidi_Control, r):
		return Direction
	case unicode.Is(unicode.Variation_Selector, r):
		return Selector
	case unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point):
		return Invisible
	case unicode.Is(unicode.Co, r):
		return Private
	case unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Zs):
		return ""
	}
	return Unassigned
}
