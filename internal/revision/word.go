package revision

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word, a number or a sign of a text, in the form that is compared.
type word struct {
	form   string // small letters; a number in digits
	matter Matter // what it carries; "" for most words
	value  string // of what it carries: one for all words that say the same, as 10 for ten
	at, to int    // in bytes
}

// wordsOf reads a text. Spaces, punctuation and marks of Markdown are left out.
func wordsOf(text string, l *lexicon) []word {
	r := reader{text: text, lexicon: l}
	for r.at < len(text) {
		char, size := utf8.DecodeRuneInString(text[r.at:])
		switch {
		case unicode.IsDigit(char):
			r.number()
		case unicode.IsLetter(char):
			r.word()
		case unicode.IsNumber(char) || strings.ContainsRune("%‰<>≤≥±~€$£¥", char):
			r.add(r.at+size, string(char), MatterNumber)
		default:
			r.at += size
		}
	}
	return l.weigh(r.words)
}

type reader struct {
	text    string
	at      int
	lexicon *lexicon
	words   []word
}

// add takes what stands from here to an end as one word.
func (r *reader) add(to int, form string, matter Matter) {
	r.words = append(r.words, word{form: form, matter: matter, value: form, at: r.at, to: to})
	r.at = to
}

// word reads letters, with apostrophes inside.
func (r *reader) word() {
	to := r.at
	for to < len(r.text) {
		char, size := utf8.DecodeRuneInString(r.text[to:])
		inside := unicode.IsLetter(char) || unicode.IsMark(char)
		if !inside && !(isApostrophe(char) && startsWith(r.text[to+size:], unicode.IsLetter)) {
			break
		}
		to += size
	}
	form := strings.ReplaceAll(strings.ToLower(r.text[r.at:to]), "’", "'")
	from := r.at
	for _, part := range r.lexicon.split(form) {
		r.at = from
		r.add(to, part, "")
	}
}

// number reads digits, with points, commas, slashes and colons inside, and a minus sign before.
func (r *reader) number() {
	to := r.at
	for to < len(r.text) {
		char, size := utf8.DecodeRuneInString(r.text[to:])
		joins := strings.ContainsRune(".,/:'’\u00a0\u2009\u202f", char) && startsWith(r.text[to+size:], unicode.IsDigit)
		if !unicode.IsDigit(char) && !joins {
			break
		}
		to += size
	}
	form := r.lexicon.number(r.text[r.at:to])
	if suffix := ordinal(r.text[to:]); suffix != "" {
		form += suffix
		to += len(suffix)
	}
	if r.negative() {
		form = "-" + form
	}
	r.add(to, form, MatterNumber)
}

// negative reports whether a minus sign stands right before, with nothing before that it could join.
func (r *reader) negative() bool {
	char, size := utf8.DecodeLastRuneInString(r.text[:r.at])
	if !strings.ContainsRune("-−–", char) || size == 0 {
		return false
	}
	before, size := utf8.DecodeLastRuneInString(r.text[:r.at-size])
	return size == 0 || unicode.IsSpace(before) || strings.ContainsRune("([", before)
}

// ordinal gives the letters that make 1 first.
func ordinal(rest string) string {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		if after, ok := strings.CutPrefix(rest, suffix); ok && !startsWith(after, unicode.IsLetter) {
			return suffix
		}
	}
	return ""
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

func startsWith(s string, is func(rune) bool) bool {
	char, size := utf8.DecodeRuneInString(s)
	return size > 0 && is(char)
}
