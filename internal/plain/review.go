package plain

import (
	"strconv"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// review prints every question with its answer, numbered through.
func (c *conversation) review() {
	c.say("review.head")
	c.say("plain.review")
	var section *questionnaire.Entry
	for i, line := range c.Session().Review() {
		if line.Section != section && line.Section != nil {
			c.page.space()
			c.page.say(line.Section.Title)
		}
		section = line.Section
		number := strconv.Itoa(i + 1)
		c.page.item(number, line.Entry.Text)
		c.page.item(strings.Repeat(" ", len(number)), c.reviewed(line))
	}
}

func (c *conversation) reviewed(line session.Line) string {
	var words string
	switch {
	case line.Missing:
		words = c.Words.Text("review.missing")
	case line.Answer.IsZero():
		words = c.Words.Text("review.open")
	default:
		words = c.spoken(line.Entry.Item, line.Answer)
	}
	if line.Talk {
		words += " " + c.Words.Text("review.talk")
	}
	return words
}

// takeReview goes to the answer that is to be changed, or on.
func (c *conversation) takeReview(p session.Prompt, line string) (moved bool, err error) {
	lines := c.Session().Review()
	if line == "" {
		if c.Session().Next() == nil {
			return true, nil
		}
		c.page.say(c.Words.Count("plain.missing", len(c.Session().Missing())))
		c.legend(p)
		return false, nil
	}
	if len(lines) == 0 {
		return c.takeEnter(p, line)
	}
	number := strings.TrimSpace(strings.TrimPrefix(strings.ToLower(line), c.Words.Text("plain.change")))
	if n, err := strconv.Atoi(number); err == nil && n >= 1 && n <= len(lines) {
		return c.Session().Jump(lines[n-1].Entry.ID) == nil, nil
	}
	c.say("plain.review-what", map[string]any{"To": len(lines)})
	c.legend(p)
	return false, nil
}
