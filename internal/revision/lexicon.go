package revision

import (
	"slices"
	"strings"
	"unicode"
)

// lexicon is what is known of a language's words, from each to what it says: "ten" to "10".
type lexicon struct {
	numbers   map[string]string
	units     map[string]string // of time: a number wherever they stand
	measures  map[string]string // a number after a number
	bounds    map[string]string // a number before a number, as "under" in "under 10"
	links     map[string]string // may stand between a bound or a unit and the number
	negations map[string]string
	degrees   map[string]string
	pairs     map[string]string // of two words that are one, with a space between
	endings   map[string]string // that are words of their own, as n't is "not"
	odd       map[string]string // what is left of a word without such an ending, where it is not that
	opposite  []string          // beginnings that turn a word into its opposite
	less      string            // an ending that does, where the other word has none or full
	full      string
	thousands string // what may stand between groups of three digits
}

// Speaks reports whether words of a language are looked at. Of others, only numbers in digits and signs are.
func Speaks(language string) bool { return lexiconOf(language).negations != nil }

func lexiconOf(language string) *lexicon {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch base {
	case "en", "":
		return english()
	case "es":
		return spanish()
	default:
		return &lexicon{}
	}
}

// table reads lines of a form and its words: "10: ten".
func table(lines string) map[string]string {
	words := map[string]string{}
	for line := range strings.Lines(lines) {
		form, list, _ := strings.Cut(strings.TrimSpace(line), ": ")
		for word := range strings.SplitSeq(list, ", ") {
			if word != "" {
				words[word] = form
			}
		}
	}
	return words
}

// split gives the words that one is made of, as don't is "do not".
func (l *lexicon) split(form string) []string {
	if whole, ok := l.odd[form]; ok {
		return strings.Fields(whole)
	}
	for ending, word := range l.endings {
		if base, ok := strings.CutSuffix(form, ending); ok && base != "" {
			return []string{base, word}
		}
	}
	return []string{form}
}

// number gives a number as it is compared: in ASCII digits, without what groups thousands.
func (l *lexicon) number(written string) string {
	form := strings.Map(func(r rune) rune {
		for _, zero := range []rune{'٠', '۰', '०'} {
			if zero <= r && r <= zero+9 {
				return '0' + r - zero
			}
		}
		if unicode.IsSpace(r) || isApostrophe(r) {
			return -1
		}
		return r
	}, written)
	if l.thousands == "" {
		return form
	}
	groups := strings.Split(form, l.thousands)
	for i, g := range groups {
		if strings.Trim(g, "0123456789") != "" || i == 0 && len(g) > 3 || i > 0 && len(g) != 3 {
			return form
		}
	}
	return strings.Join(groups, "")
}

// weigh finds out what each word carries.
func (l *lexicon) weigh(words []word) []word {
	words = l.joined(words)
	for i := range words {
		w := &words[i]
		if w.matter != "" {
			continue
		}
		for _, known := range []struct {
			words  map[string]string
			matter Matter
		}{{l.numbers, MatterNumber}, {l.units, MatterNumber}, {l.negations, MatterNegation}, {l.degrees, MatterDegree}} {
			if value, ok := known.words[w.form]; ok {
				w.value, w.matter = value, known.matter
				break
			}
		}
	}
	l.around(words)
	return words
}

// joined makes one word of two that are.
func (l *lexicon) joined(words []word) []word {
	kept := words[:0]
	for _, w := range words {
		if n := len(kept); n > 0 {
			if form, ok := l.pairs[kept[n-1].form+" "+w.form]; ok {
				kept[n-1].form, kept[n-1].to = form, w.to
				continue
			}
		}
		kept = append(kept, w)
	}
	return kept
}

// around makes what stands around a number, and says what it is a number of, a part of it.
func (l *lexicon) around(words []word) {
	for i := range words {
		if words[i].matter != MatterNumber {
			continue
		}
		if before := i - 1; before >= 0 {
			if l.links[words[before].form] != "" && before > 0 {
				before--
			}
			l.take(&words[before], l.bounds)
		}
		if i+1 < len(words) {
			l.take(&words[i+1], l.measures)
		}
		if i+2 < len(words) && l.links[words[i+1].form] != "" {
			l.take(&words[i+2], l.bounds)
		}
	}
}

func (l *lexicon) take(w *word, known map[string]string) {
	if value, ok := known[w.form]; ok {
		w.value, w.matter = value, MatterNumber
	}
}

// opposites reports whether one of two words is the other's opposite by how it begins or ends.
func (l *lexicon) opposites(a, b string) bool {
	const least = 4 // letters of a word that can be told from a part of another
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(b) >= least && slices.ContainsFunc(l.opposite, func(p string) bool { return a == p+b }) {
		return true
	}
	for _, pair := range [][2]string{{a, b}, {b, a}} {
		stem, ok := strings.CutSuffix(pair[0], l.less)
		if ok && l.less != "" && len(stem) >= least && (pair[1] == stem || pair[1] == stem+l.full) {
			return true
		}
	}
	return false
}
