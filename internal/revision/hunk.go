package revision

import (
	"slices"
	"strings"
)

// hunk is a stretch of words that was replaced by another; one of them may be empty. Each is given by the first word and
// the one after the last.
type hunk struct{ from, to, newFrom, newTo int }

// most is how many pairs of words are looked at to find out which stayed; of longer texts, the whole middle is one hunk.
const most = 1 << 20

// hunks tells what of a text was replaced: the least that leaves the other words in their order.
func hunks(before, after []word) []hunk {
	head := 0
	for head < min(len(before), len(after)) && before[head].form == after[head].form {
		head++
	}
	tail := 0
	for tail < min(len(before), len(after))-head && before[len(before)-1-tail].form == after[len(after)-1-tail].form {
		tail++
	}
	a, b := before[head:len(before)-tail], after[head:len(after)-tail]
	switch {
	case len(a) == 0 && len(b) == 0:
		return nil
	case len(a)*len(b) > most || len(a) == 0 || len(b) == 0:
		return []hunk{{head, head + len(a), head, head + len(b)}}
	}
	return trace(a, b, longest(a, b), head)
}

// longest gives how many words of a from i and of b from j can be kept, at i*(len(b)+1)+j.
func longest(a, b []word) []int32 {
	width := len(b) + 1
	kept := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].form == b[j].form {
				kept[i*width+j] = kept[(i+1)*width+j+1] + 1
			} else {
				kept[i*width+j] = max(kept[(i+1)*width+j], kept[i*width+j+1])
			}
		}
	}
	return kept
}

// trace reads the hunks off the table of longest. first is the place of a and b in their texts.
func trace(a, b []word, kept []int32, first int) []hunk {
	var all []hunk
	width := len(b) + 1
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		h := hunk{from: i, newFrom: j}
		for (i < len(a) || j < len(b)) && (i == len(a) || j == len(b) || a[i].form != b[j].form) {
			if j == len(b) || i < len(a) && kept[(i+1)*width+j] >= kept[i*width+j+1] {
				i++
			} else {
				j++
			}
		}
		if h.to, h.newTo = i, j; h.from < h.to || h.newFrom < h.newTo {
			all = append(all, hunk{first + h.from, first + h.to, first + h.newFrom, first + h.newTo})
		}
		for i < len(a) && j < len(b) && a[i].form == b[j].form {
			i++
			j++
		}
	}
	return all
}

// carrying gives the values of the words that carry a matter.
func carrying(words []word, m Matter) []string {
	var values []string
	for _, w := range words {
		if w.matter == m {
			values = append(values, w.value)
		}
	}
	return values
}

// reversed reports whether a word was replaced by its opposite.
func reversed(before, after []word, l *lexicon) bool {
	return slices.ContainsFunc(before, func(a word) bool {
		return slices.ContainsFunc(after, func(b word) bool { return l.opposites(a.form, b.form) })
	})
}

// excerpt gives some words of a text as they stand there, with those around them.
func excerpt(text string, words []word, from, to int) string {
	const around = 3
	from, to = max(0, from-around), min(len(words), to+around)
	if from >= to {
		return ""
	}
	return strings.Join(strings.Fields(text[words[from].at:words[to-1].to]), " ")
}
