package export

import (
	"strings"

	"informed/internal/text"
)

// part is one piece of a copy: a heading, an item of a list, or a paragraph.
type part struct {
	level int // of a heading, from 1; 0 elsewhere
	mark  mark
	lines []line
}

// mark is what stands before an item; a paragraph has none.
type mark int

const (
	none mark = iota
	point
	todo
	done
)

// line is one line of a part, as it was said: neither safe yet nor wrapped.
type line struct {
	label string   // the program's word before it, set apart
	words string   // may hold newlines; what comes after one is set in, or else it could pass for a line of ours
	keys  []string // of sources, in place of words
	whole bool     // an address or a fingerprint, which must not be broken
}

// Headings and paragraphs have no line breaks of their own: a second line could pass for an item.

func heading(level int, words string) part {
	return part{level: level, lines: []line{{words: oneLine(words)}}}
}

func paragraph(words string) part { return part{lines: []line{{words: oneLine(words)}}} }

// safe gives the lines of a text with nothing in them that acts on a terminal or cannot be seen. Empty ones are left out.
func safe(s string) []string {
	var lines []string
	for l := range strings.SplitSeq(text.Clean(s), "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// oneLine gives the same on a single line.
func oneLine(s string) string { return strings.Join(safe(s), " ") }
