package plain

import (
	"strconv"
	"strings"

	"informed/internal/app"
	"informed/internal/markdown"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/summary"
	"informed/internal/text"
)

// show prints a prompt and what can be typed.
func (c *conversation) show(p session.Prompt) {
	c.page.space()
	switch p.Kind {
	case session.Welcome:
		c.welcome()
	case session.Read:
		c.readable(p)
	case session.Feedback:
		c.feedback(p)
	case session.Review:
		c.review()
	default:
		c.question(p)
	}
	c.page.space()
	c.legend(p)
}

func (c *conversation) welcome() {
	q := c.Session.Questionnaire()
	c.page.say(q.Title)
	c.page.space()
	if q.Status != questionnaire.Active {
		c.say("welcome." + string(q.Status))
		c.page.space()
	}
	c.prose(q.Purpose)
	c.page.space()
	if q.Minutes > 0 {
		c.page.say(c.Words.Count("welcome.minutes", q.Minutes))
	}
	for _, id := range []string{"plain.keys", "welcome.unsure", "welcome.privacy", "plain.window"} {
		c.say(id)
	}
	c.page.space()
	c.about("welcome.publisher", q.Publisher)
	c.about("welcome.funding", q.Funding)
	c.about("welcome.review", q.Review.By)
	c.about("welcome.version", q.Version)
}

func (c *conversation) about(id, value string) {
	if value != "" {
		c.say(id, map[string]any{"Value": value})
	}
}

// prose prints an author's Markdown.
func (c *conversation) prose(md string) {
	if md != "" {
		c.page.lines(markdown.Plain(md, c.page.width))
	}
}

// readable prints the introduction of a group, or a display with its picture.
func (c *conversation) readable(p session.Prompt) {
	it := p.Entry.Item
	c.heading(p)
	if p.Entry != p.Section {
		c.page.say(it.Title)
	}
	c.page.space()
	c.prose(it.Text)
	c.page.space()
	if it.Picture != nil {
		c.picture(it.Picture)
	}
}

// picture says a number in words, with both framings, and draws it last: a drawing is many marks to listen to.
func (c *conversation) picture(p *questionnaire.Picture) {
	c.page.say(p.Label)
	known := p.Certainty != questionnaire.Unknown
	if known {
		c.say("picture.framing", map[string]any{"Count": p.Count, "Of": p.Of, "Rest": p.Of - p.Count})
	} else {
		c.say("picture.unknown")
	}
	if p.Group != "" {
		c.say("picture.group", map[string]any{"Group": p.Group})
	}
	if p.Months > 0 {
		c.page.say(c.Words.Count("picture.months", p.Months))
	}
	if known && p.Certainty != "" {
		c.say("certainty." + string(p.Certainty))
	}
	if source, ok := c.Session.Questionnaire().Source(p.Source); ok {
		c.say("picture.source", map[string]any{"Source": app.Cite(source, c.Words)})
	}
	if known {
		c.icons(p)
	}
}

func (c *conversation) icons(p *questionnaire.Picture) {
	icons := text.IconArray(p.Of, p.Count, c.page.width, true)
	c.page.space()
	c.say("picture.legend", map[string]any{"Did": icons.Did, "DidNot": icons.DidNot})
	if icons.Per > 1 {
		c.page.say(c.Words.Count("picture.mark", icons.Per))
	}
	c.page.lines(icons.Rows)
}

// question prints a question of any type, the decision, or what a name is to stand under.
func (c *conversation) question(p session.Prompt) {
	it := p.Entry.Item
	if p.Number > 0 {
		c.say("screen.progress", map[string]any{"Number": p.Number, "Total": p.Total})
	}
	c.heading(p)
	c.page.say(c.asked(p))
	c.page.say(it.Help)
	switch {
	case it.Type == questionnaire.TypeChoices:
		c.say("question.several")
	case it.Type == questionnaire.TypeQuiz && len(p.Answer.Codes) > 0:
		c.say("question.again")
	}
	c.prose(it.Statement)
	if p.Talk {
		c.say("question.talk")
	}
	c.page.space()
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

// feedback says at once what is right, in words for the answer that was given.
func (c *conversation) feedback(p session.Prompt) {
	r := p.Result
	c.page.say(p.Probe.Text)
	c.say("feedback.chosen", map[string]any{"Answer": c.option(r.Chosen)})
	c.page.space()
	if r.Correct {
		c.say("feedback.yes")
	} else {
		c.say("feedback.right", map[string]any{"Answer": r.Right.Text})
	}
	words := r.Chosen.Feedback
	if words == "" {
		words = r.Right.Feedback
	}
	c.prose(words)
	switch {
	case r.Again:
		c.say("feedback.again")
	case !r.Correct:
		c.say("feedback.review")
	}
}
