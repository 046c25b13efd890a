package plain

import (
	"informed/internal/markdown"
	"informed/internal/questionnaire"
	"informed/internal/session"
)

// show prints a prompt and what can be typed.
func (c *conversation) show(p session.Prompt) {
	c.page.space()
	switch p.Kind {
	case session.Welcome:
		c.welcome()
	case session.Read:
		c.readable(p)
	case session.Feedback, session.ProbeResult:
		c.feedback(p)
	case session.Agenda:
		c.agenda()
	case session.Discuss:
		c.topic(p)
	case session.Difference:
		c.difference()
	case session.Review:
		c.review()
	default:
		c.question(p)
	}
	c.page.space()
	c.legend(p)
}

func (c *conversation) welcome() {
	q := c.Session().Questionnaire()
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
	privacy := "welcome.privacy"
	if c.kept() {
		privacy = "welcome.kept"
	}
	for _, id := range []string{"plain.keys", "welcome.unsure", privacy, "plain.window"} {
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

// feedback says at once what is right, in words for the answer that was given.
func (c *conversation) feedback(p session.Prompt) {
	r := p.Result
	c.page.say(p.Probe.Text)
	c.say("feedback.chosen", map[string]any{"Answer": c.option(r.Chosen)})
	c.page.space()
	if !r.Correct {
		c.say("feedback.right", map[string]any{"Answer": r.Right.Text})
	}
	words := r.Chosen.Feedback
	if words == "" {
		words = r.Right.Feedback
	}
	switch {
	case words != "":
		c.prose(words)
	case r.Correct:
		c.say("feedback.yes")
	}
	switch {
	case r.Again:
		c.say("feedback.again")
	case !r.Correct && p.Kind == session.Feedback:
		c.say("feedback.review")
	}
}
