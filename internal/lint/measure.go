package lint

import (
	"math"
	"strings"
)

// counts holds what the formulas of reading ease look at.
type counts struct {
	sentences, words, syllables int
	long                        int // words of three syllables or more
}

// known are the terms that a glossary explains, in small letters. Their words count as two syllables at most: a reader who
// was told what a "stem cell therapy" is does not stumble over its length.
type known map[string]bool

// measure counts a text in Markdown.
func measure(text string, terms known) counts {
	var c counts
	for _, sentence := range sentences(text) {
		all := words(sentence)
		if len(all) == 0 {
			continue
		}
		c.sentences++
		c.words += len(all)
		in := terms.within(all)
		for i, word := range all {
			n := syllables(word)
			if in[i] {
				n = min(n, 2)
			}
			c.syllables += n
			if n >= 3 {
				c.long++
			}
		}
	}
	return c
}

// longestTerm is how many words of a term are looked at together.
const longestTerm = 4

// within tells of each word whether it stands in a term.
func (k known) within(all []string) []bool {
	in := make([]bool, len(all))
	for i := range all {
		for n := min(longestTerm, len(all)-i); n > 0; n-- {
			if k.has(strings.ToLower(strings.Join(all[i:i+n], " "))) {
				for j := i; j < i+n; j++ {
					in[j] = true
				}
				break
			}
		}
	}
	return in
}

// has knows a term also in its plural.
func (k known) has(term string) bool {
	return k[term] || k[strings.TrimSuffix(term, "s")] || k[strings.TrimSuffix(term, "es")] ||
		strings.HasSuffix(term, "ies") && k[strings.TrimSuffix(term, "ies")+"y"] || k[strings.TrimSuffix(term, "'s")]
}

// How much text a formula needs before its number means something. Flesch and Kincaid took samples of about 100 words,
// McLaughlin 30 sentences; with less, one long word moves the grade. These bounds are lower, so that more is held to.
const (
	enoughWords     = 30
	enoughSentences = 10
)

// kincaid gives the Flesch-Kincaid grade: the years of schooling in the US that a reader needs. ok is false where the text
// is too short. Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas for Navy Enlisted Personnel,
// Naval Technical Training Command, Research Branch Report 8-75, 1975.
func (c counts) kincaid() (grade float64, ok bool) {
	if c.words < enoughWords {
		return 0, false
	}
	words := float64(c.words)
	return 0.39*words/float64(c.sentences) + 11.8*float64(c.syllables)/words - 15.59, true
}

// smog gives the grade after McLaughlin, SMOG Grading, a New Readability Formula, Journal of Reading 12(8), 1969, with the
// factor 30/sentences for texts of fewer sentences. ok is false where the text is too short.
func (c counts) smog() (grade float64, ok bool) {
	if c.sentences < enoughSentences {
		return 0, false
	}
	return 1.0430*math.Sqrt(30*float64(c.long)/float64(c.sentences)) + 3.1291, true
}

// grade gives the higher of the two grades that can be measured.
func (c counts) grade() (grade float64, ok bool) {
	kincaid, long := c.kincaid()
	smog, many := c.smog()
	if !many {
		return kincaid, long
	}
	return max(kincaid, smog), true
}
