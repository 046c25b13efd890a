package plain

import (
	"strconv"
	"strings"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
)

// legend says in one sentence what can be typed now: "Type 1-3, b back, ? explain, r repeat, q stop."
func (c *conversation) legend(p session.Prompt) {
	if p.Kind == session.Agenda || p.Kind == session.Discuss {
		c.keys(p.Kind)
		return
	}
	parts := []string{c.wanted(p)}
	add := func(id string, when bool) {
		if when {
			parts = append(parts, together(c.Words.Text(id)))
		}
	}
	asks := p.Kind == session.Question
	answered := p.Entry != nil && !p.Answer.IsZero() && p.Entry.Type != questionnaire.TypeQuiz
	takes := asks || p.Kind == session.Decide || p.Kind == session.Attest
	add("plain.keep", takes && answered)
	add("plain.skip", takes && !answered && !p.Entry.Required)
	add("plain.unsure", asks && !p.Entry.Type.Coded())
	add("plain.clear", asks && answered && !p.Entry.Required)
	add("plain.back", p.Kind != session.Welcome)
	add("plain.explain", c.explains(p))
	add("plain.talk", asks && !p.Talk)
	add("plain.untalk", asks && p.Talk)
	add("plain.repeat", true)
	add("plain.key-hand", c.asksPatient(p.Kind))
	add("plain.stop", true)
	c.sentence(parts)
}

// sentence prints what can be typed, and keeps each key with what it does.
func (c *conversation) sentence(parts []string) {
	for _, line := range text.Wrap(strings.Join(parts, ", ")+".", c.page.width) {
		c.page.line(strings.ReplaceAll(line, noBreak, " "))
	}
}

const noBreak = "\u00a0"

// together keeps a key and what it does on one line.
func together(key string) string { return strings.ReplaceAll(key, " ", noBreak) }

// wanted says what the answer looks like.
func (c *conversation) wanted(p session.Prompt) string {
	switch p.Kind {
	case session.Review:
		if len(c.Session().Review()) == 0 {
			return c.Words.Text("plain.wanted-enter")
		}
		return c.Words.Text("plain.wanted-review")
	case session.Question, session.Decide, session.Attest, session.Probe:
	default:
		return c.Words.Text("plain.wanted-enter")
	}
	switch it := p.Entry.Item; {
	case it.Type == questionnaire.TypeChoices:
		return c.Words.Text("plain.wanted-several", map[string]any{"To": len(p.Probe.Options)})
	case it.Type.Coded():
		return c.wantedRange("plain.wanted-one", "1", strconv.Itoa(len(p.Probe.Options)))
	case it.Type == questionnaire.TypeScale:
		return c.wantedRange("plain.wanted-one", it.Min, it.Max)
	case it.Type.Numeric() && it.Unit != "":
		return c.Words.Text("plain.wanted-unit", map[string]any{"Unit": it.Unit})
	case it.Type.Numeric():
		return c.Words.Text("plain.wanted-number")
	case it.Type == questionnaire.TypeDate:
		return c.Words.Text("plain.wanted-date")
	case it.Type == questionnaire.TypeAttestation:
		return c.Words.Text("plain.wanted-name")
	default:
		return c.Words.Text("plain.wanted-text")
	}
}

func (c *conversation) wantedRange(id, from, to string) string {
	return c.Words.Text(id, map[string]any{"From": from, "To": to})
}

func (c *conversation) explanation(p session.Prompt) app.Explanation {
	return app.Explain(c.Session().Questionnaire(), p, c.Words)
}

// explains reports whether there is anything to explain.
func (c *conversation) explains(p session.Prompt) bool {
	return p.Entry != nil && (inWords(p) || !c.explanation(p).Empty())
}

// inWords reports whether the answer is in the person's own words, so that a letter could be one.
func inWords(p session.Prompt) bool {
	switch p.Entry.Type {
	case questionnaire.TypeString, questionnaire.TypeText, questionnaire.TypeAttestation:
		return true
	default:
		return false
	}
}

// explain prints what there is to explain, and what can be typed.
func (c *conversation) explain(p session.Prompt) {
	if !c.explains(p) {
		c.say("plain.nothing-to-explain")
		c.legend(p)
		return
	}
	c.Session().Explain()
	e := c.explanation(p)
	c.prose(e.Text)
	c.page.space()
	c.listed("explain.words", terms(e))
	c.listed("explain.sources", e.Sources)
	if inWords(p) {
		c.say("plain.letters")
		c.page.space()
	}
	c.legend(p)
}

func terms(e app.Explanation) []string {
	var lines []string
	for _, t := range e.Terms {
		lines = append(lines, t.Term+": "+t.Meaning)
	}
	return lines
}

// listed prints a list under its heading, and nothing where there is none.
func (c *conversation) listed(heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	c.say(heading)
	for _, line := range lines {
		c.page.item("-", line)
	}
	c.page.space()
}
