package plain

import (
	"strconv"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/summary"
)

// question prints a question of any type, the decision, or what a name is to stand under.
func (c *conversation) question(p session.Prompt) {
	it := p.Entry.Item
	if p.Number > 0 && p.Kind != session.Probe {
		c.say("screen.progress", map[string]any{"Number": p.Number, "Total": p.Total})
	}
	c.heading(p)
	c.page.say(c.asked(p))
	c.page.say(it.Help)
	switch {
	case it.Type == questionnaire.TypeChoices:
		c.say("question.several")
	case it.Type == questionnaire.TypeQuiz && len(p.Answer.Codes) > 0 && p.Kind != session.Probe:
		c.say("question.again")
	}
	c.prose(it.Statement)
	c.before(p)
	if p.Talk {
		c.say("question.talk")
	}
	c.page.space()
	if hand, _ := c.Session().Hand(); hand == session.ForPatient {
		c.guidance(it.Counsellor)
	}
	c.choices(p)
	if !p.Answer.IsZero() && it.Type != questionnaire.TypeQuiz {
		c.say("plain.now", map[string]any{"Answer": c.spoken(it, p.Answer)})
	}
}

// heading prints the title of the section where a new one begins.
func (c *conversation) heading(p session.Prompt) {
	if p.Section != nil && p.Section != c.section {
		c.page.say(p.Section.Title)
	}
	c.section = p.Section
	c.page.space()
}

func (c *conversation) asked(p session.Prompt) string {
	switch p.Kind {
	case session.Decide:
		return c.Words.Or(p.Probe.Text, "question.decision")
	case session.Attest:
		return c.Words.Or(p.Probe.Text, "question.name")
	default:
		return p.Probe.Text
	}
}

// choices prints what there is to choose from, each with the number to type.
func (c *conversation) choices(p session.Prompt) {
	it := p.Entry.Item
	switch {
	case it.Type.Coded():
		for i, o := range p.Probe.Options {
			c.page.item(strconv.Itoa(i+1), c.option(o))
		}
	case it.Type == questionnaire.TypeScale:
		c.end(it.Min, it.MinLabel)
		c.end(it.Max, it.MaxLabel)
	}
	c.page.space()
}

func (c *conversation) end(number, label string) {
	if label != "" {
		c.say("widget.scale-end", map[string]any{"Number": number, "Label": label})
	}
}

// option gives an option in the author's words, or in the program's.
func (c *conversation) option(o questionnaire.Option) string {
	return c.Words.Or(o.Text, "option."+o.Value)
}

// spoken gives an answer in the words that the summary has for it, on one line.
func (c *conversation) spoken(it *questionnaire.Item, v questionnaire.Value) string {
	return strings.ReplaceAll(summary.Spoken(it, v, c.Words), "\n", " ")
}
