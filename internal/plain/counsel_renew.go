package plain

import (
	"slices"
	"strings"
	"time"

	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/revision"
	"informed/internal/session"
	"informed/internal/text"
)

// renewed asks whether to go over what differs, where there is a newer version of what was opened. It gives the record to go
// on with. It returns errBack where the counsellor would rather not go on at all.
func (c *conversation) renewed(old *records.Journal) (*records.Journal, error) {
	if c.Desk.Newer == nil {
		return old, nil
	}
	newer, ok := c.Desk.Newer(old.Session())
	if !ok {
		return old, nil
	}
	told := func() {
		c.say("renewal.what", map[string]any{
			"Title": newer.Questionnaire.Title, "Old": old.Session().Questionnaire().Version, "New": newer.Questionnaire.Version,
		})
		c.say("renewal.how")
	}
	chosen, err := c.pick(menu{
		intro: told, options: c.texts("renewal.ask", "renewal.old"), key: keyBack, does: "plain.back", hear: c.hear,
	})
	if err == nil && chosen == 1 {
		return old, nil
	}
	id := old.Session().Record().Record
	if closed := old.Close(); err == nil {
		err = closed
	}
	switch {
	case err != nil:
		return nil, err
	case chosen < 0:
		return nil, errBack
	}
	return c.Desk.Renew(c.ctx, c.Desk.Counsellor, id, newer)
}

// difference tells what differs between a record's questionnaire and that of the one whose place it takes.
func (c *conversation) difference() {
	c.page.say(c.Session().Questionnaire().Title)
	c.page.space()
	earlier := c.journal.Earlier()
	if earlier == nil {
		c.say("difference.unreadable")
		return
	}
	before, now := earlier.Questionnaire(), c.Session().Questionnaire()
	all := revision.Compare(before, now)
	c.say("difference.what", map[string]any{
		"Old": before.Version, "New": now.Version, "Date": earlier.Record().Started.In(c.Now().Location()).Format(time.DateOnly),
	})
	c.say("difference.kept")
	for _, one := range all.Material() {
		c.page.space()
		c.differs(one)
	}
	c.page.space()
	var small []string
	for _, one := range all.Differences {
		seen := slices.ContainsFunc(one.Pairs, func(p revision.Pair) bool { return p.Field.Shown() })
		if name := c.titled(one); !one.Asks() && seen && name != "" {
			small = append(small, name)
		}
	}
	c.listed("difference.small", small)
}

// differs tells what differs about one item.
func (c *conversation) differs(one revision.Difference) {
	id := map[revision.Kind]string{
		revision.Added: "difference.added", revision.Removed: "difference.removed", revision.Changed: "difference.changed",
	}[one.Kind]
	if one.ID == "" {
		id = "difference.about"
	}
	c.say(id, map[string]any{"Title": c.titled(one)})
	other := false
	for _, pair := range one.Pairs {
		switch {
		case !pair.Field.Shown() || one.Kind != revision.Changed:
		case pair.Field.Prose():
			c.page.say(c.Words.Text("difference.before") + " " + c.spelt(pair.Field, pair.Old))
			c.page.say(c.Words.Text("difference.now") + " " + c.spelt(pair.Field, pair.New))
		default:
			other = true
		}
	}
	if other {
		c.say("difference.otherwise")
	}
}

// spelt gives a text that differs as it is read.
func (c *conversation) spelt(f revision.Field, words string) string {
	switch {
	case words == "":
		return c.Words.Text("difference.nothing")
	case f == revision.Picture:
		return strings.ReplaceAll(words, "/", " / ")
	}
	return sentence(text.CleanLine(words))
}

// titled names what differs in the words of the newer version: a question, or the title of a text.
func (c *conversation) titled(one revision.Difference) string {
	e := one.New
	if e == nil {
		e = one.Old
	}
	switch {
	case e == nil:
		return c.Words.Text("difference.front")
	case e.Type == questionnaire.TypeGroup || e.Type == questionnaire.TypeDisplay:
		return e.Title
	default:
		return e.Text
	}
}

// before tells at a question that is asked again how it was, and what was answered then.
func (c *conversation) before(p session.Prompt) {
	earlier := c.journal.Earlier()
	if earlier == nil || !slices.Contains(c.Session().Record().Renewed.Asks, p.Entry.ID) {
		return
	}
	old, ok := earlier.Questionnaire().Entry(p.Entry.ID)
	if !ok {
		c.say("before.new")
		return
	}
	if old.Type.Question() && strings.TrimSpace(old.Text) != strings.TrimSpace(p.Entry.Text) {
		c.say("before.text", map[string]any{"Text": old.Text})
	}
	if v := earlier.Record().Response.Answers[old.ID]; !v.IsZero() && old.Type != questionnaire.TypeQuiz {
		c.say("before.answer", map[string]any{"Answer": c.spoken(old.Item, v)})
	}
}
