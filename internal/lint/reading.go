package lint

import (
	"slices"
	"strings"
)

// What people read is held to these. The guides on plain language name the sixth grade as the aim and the eighth as the
// ceiling.
const (
	maxGrade    = 8.0
	maxSentence = 20 // words
)

// reading looks for texts, sentences and words that are hard to read.
func (l *linter) reading() {
	terms := l.terms()
	for _, t := range l.texts {
		if grade, ok := measure(t.words, terms).grade(); ok && grade > maxGrade {
			l.warn(t.at, "hard-text", "use shorter sentences and shorter words; put a word that has to stay in the glossary",
				"this %s reads at grade %.2f, above %.0f", t.kind, grade, maxGrade)
		}
		for _, sentence := range sentences(t.words) {
			if n := len(words(sentence)); n > maxSentence {
				l.warn(t.at, "long-sentence", "make two of it; 15 words are a good length", "a sentence of %d words: %q", n, short(sentence))
			}
		}
		if t.kind != isCounsellor {
			l.shortForms(t, terms)
		}
	}
}

// terms gives what the glossary explains.
func (l *linter) terms() known {
	k := known{}
	for _, t := range l.q.Glossary {
		k[strings.ToLower(t.Term)] = true
	}
	return k
}

var capitals = late(`\b\p{Lu}{2,}s?\b`)

// everyday are short forms that need no explanation.
var everyday = map[string]bool{"US": true, "UK": true, "EU": true, "OK": true, "ID": true}

// shortForms looks for letters that stand for words which nobody spelled out: neither the glossary nor the text itself.
func (l *linter) shortForms(t text, terms known) {
	forms := slices.Sorted(slices.Values(capitals().FindAllString(t.words, -1)))
	for _, form := range slices.Compact(forms) {
		if everyday[form] || terms.has(strings.ToLower(form)) || strings.Contains(t.words, "("+form) || strings.Contains(t.words, form+" (") {
			continue
		}
		l.warn(t.at, "short-form", "write the words out, or put it in the glossary", "%q is not explained", form)
	}
}

// short gives the beginning of a sentence, to be found again by.
func short(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
