package lint

import (
	"strings"

	"informed/internal/questionnaire"
)

// questions looks for questions that ask two things, and for those that say no twice.
func (l *linter) questions() {
	for _, t := range l.texts {
		if t.kind != isQuestion {
			continue
		}
		two := twoIdeas(t.words)
		if two == "" && t.entry.Type == questionnaire.TypeYesNo {
			two = twoThings(t.words)
		}
		if two != "" {
			l.warn(t.at, "two-questions", "ask one thing; make two items of it", "this may ask two things: %q", two)
		}
		for _, sentence := range sentences(t.words) {
			if len(negation().FindAllString(strings.ToLower(unquote(sentence)), -1)) > 1 {
				l.warn(t.at, "double-negative", "say it without one of the two", "a question that says no twice: %q", short(sentence))
			}
		}
		if strings.HasSuffix(strings.TrimSpace(t.words), "?") && negated().MatchString(t.words) {
			l.warn(t.at, "negative-question", "ask for what is, so that yes means yes", "yes and no are hard to tell apart here")
		}
	}
}

var (
	// What joins two questions: and/or, a second question word, a second verb with or without its person.
	joins = late(`(?i)\band/or\b` +
		`|,? \b(and|or) (how|what|who|whom|whose|why|when|where|which|if|whether)\b` +
		`|,? \b(and|or) (do|did|does|is|are|was|were|can|could|would|will|has|have|had|should|may) (you|they|it|he|she|we|the|this|that|your|anyone|someone|there)\b`)
	quoted   = late(`"([^"\n]|\n[^"\n])*"|“([^”\n]|\n[^”\n])*”`)
	negation = late(`\b(not|no|never|nobody|none|nothing|without|neither|nor|unless|cannot|[a-z]+n't)\b`)
	negated  = late(`(?i)^(do|did|does|is|are|was|were|can|could|would|will|has|have|had|should)(n't| you not| they not| it not)\b`)
)

var (
	pair = late(`\S+ and \S+( \S+)?`)
	// one are pairs that are one thing: nobody has one of them without the other.
	one = late(`(?i)\b(good and bad|pros and cons|for and against|(a )?name and (a )?number|day and night|again and again)\b`)
)

// twoThings gives what a yes could be meant for and a no for as well, or "": the two sides of an "and".
func twoThings(question string) string {
	return pair().FindString(one().ReplaceAllString(unquote(question), "…"))
}

// twoIdeas gives what joins two questions, or "".
func twoIdeas(question string) string {
	question = unquote(question)
	if joined := joins().FindString(question); joined != "" {
		return strings.TrimSpace(joined)
	}
	if marks := strings.Count(question, "?"); marks > 1 {
		return "? … ?"
	}
	return ""
}
