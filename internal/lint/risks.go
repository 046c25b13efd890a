package lint

import (
	"regexp"
	"strings"
)

// risks looks for numbers that people read wrongly: without "of how many", as a percentage, as 1 in so many, as times as
// many, or as a word.
func (l *linter) risks() {
	for _, t := range l.texts {
		for _, sentence := range sentences(unquote(t.words)) {
			for _, w := range numberWords {
				if found := w.pattern().FindString(sentence); found != "" {
					l.warn(t.at, w.code, w.hint, "%q in %q", found, short(sentence))
				}
			}
		}
		if bare := l.bareCount(t); bare != "" {
			l.warn(t.at, "no-denominator", "say of how many people; if nobody knows, say so in the same text", "%q does not say of how many", bare)
		}
	}
}

var numberWords = []struct {
	code, hint string
	pattern    func() *regexp.Regexp
}{
	{"percent", "write it as 10 of 100", late(`(?i)\d\s*(%|per ?cent\b)|\bpercentage\b`)},
	{"one-in", "write it as 5 of 100", late(`(?i)\b(one|1|\d+) in (every )?(\d{1,3}|\d{1,3},\d{3})\b|\b(one|1) in (a )?(hundred|thousand|ten|twenty)\b`)},
	{"relative-risk", "give both numbers, each of 100", late(`(?i)\b(twice|double|triple|half|\d+ times|times) (as|more|less) (likely|often|many|high|common)\b|\b(doubles|triples|halves) (the|your)\b`)},
	{"word-for-number", "write the number, or say that nobody knows it", late(`(?i)\b(rare(ly)?|uncommon(ly)?|very common|seldom)\b`)},
}

var (
	counted = late(`(?i)(\bof )?\b(\d+(?:,\d{3})*) (?:of (?:the )?)?(?:\d+(?:,\d{3})* )?(?:people|patients|persons|children|adults|women|men|volunteers)\b`)
	// A text that says that the number is not known, or counts reports, does not pretend to give a rate.
	openNumber = late(`(?i)not known|nobody knows|do not know|does not (tell|show)|do not tell|cannot tell|not enough|were reported|was reported|are reports`)
)

// bareCount gives a number of people that lacks "of how many", or "". A question and its answers are about numbers that the
// person makes up, so they are left alone.
func (l *linter) bareCount(t text) string {
	switch t.kind {
	case isReading, isExplain, isFeedback, isLabel, isPurpose:
	default:
		return ""
	}
	if openNumber().MatchString(t.words) {
		return ""
	}
	for _, m := range counted().FindAllStringSubmatch(t.words, -1) {
		if whole, of := m[0], m[1]; of == "" && !strings.Contains(t.words, m[2]+" of ") {
			return strings.TrimSpace(whole)
		}
	}
	return ""
}
