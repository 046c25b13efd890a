package plain

import (
	"strconv"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/summary"
)

// topic prints an item that is talked about: how it stands, what the author says to it, and what was said and done.
func (c *conversation) topic(p session.Prompt) {
	t, ok := c.found(p.Entry.ID)
	if !ok {
		c.page.say(p.Entry.Text)
		return
	}
	c.page.say(c.inShort(t))
	if t.Do != "" {
		c.page.say(t.Do)
	}
	c.page.space()
	c.guidance(t.Guidance)
	var sources []string
	for _, s := range t.Cited {
		sources = append(sources, cited(s))
	}
	c.listed("explain.sources", sources)
	var remarks []string
	for _, r := range t.Remarks {
		remarks = append(remarks, c.remark(r))
	}
	c.listed("plain.remarks", remarks)
}

// found gives an item as it stands on the agenda.
func (c *conversation) found(item string) (summary.Topic, bool) {
	for _, t := range c.topics().Topics {
		if t.ID == item {
			return t, true
		}
	}
	return summary.Topic{}, false
}

func cited(s summary.Source) string {
	parts := []string{s.Title}
	if s.Publisher != "" {
		parts = append(parts, s.Publisher)
	}
	if s.Year > 0 {
		parts = append(parts, strconv.Itoa(s.Year))
	}
	if s.URL != "" {
		parts = append(parts, s.URL)
	}
	return strings.Join(parts, ", ")
}

// guidance prints what the author says to the counsellor.
func (c *conversation) guidance(md string) {
	if md != "" {
		c.say("plain.guidance")
		c.prose(md)
		c.page.space()
	}
}

// remark tells what was said or done, and by whom.
func (c *conversation) remark(r summary.Remark) string {
	who := r.Name
	if who == "" {
		who = c.Words.Text("role." + r.Role)
	}
	said := sentence(strings.TrimSpace(r.Head + " " + r.Words))
	if r.Typed.Name != "" {
		said += " " + sentence(c.Words.Text("plain.typed", map[string]any{"Name": r.Typed.Name, "Why": r.Typed.Why}))
	}
	return who + ": " + said
}

// takeTopic does what a line at an item says. An empty one leads back to the agenda.
func (c *conversation) takeTopic(p session.Prompt, line string) (moved bool, err error) {
	id := p.Entry.ID
	switch strings.ToLower(line) {
	case "":
		return c.next(p), nil
	case keyAsk:
		return c.act(func() *questionnaire.Problem { return c.Session().Ask(id) })
	case keyNote:
		err = c.note(id)
	case keyWords:
		err = c.teachBack(id)
	case keySettled:
		err = c.confirm(id)
	case keyOutcome:
		err = c.conclude(id)
	default:
		c.say("plain.not-here")
	}
	return c.stays(p, err)
}

// stays goes on where a counsellor is at work, without telling again how things stand. It reports that the session is
// elsewhere, or that somebody else has the keyboard.
func (c *conversation) stays(p session.Prompt, err error) (moved bool, _ error) {
	hand, _ := c.Session().Hand()
	if err == nil && hand == session.ForPatient {
		c.Session().HandTo(session.ByCounsellor, "")
	}
	if err != nil || hand != session.ByCounsellor && hand != session.ForPatient || c.Session().Prompt().Kind != p.Kind {
		return true, err
	}
	c.page.space()
	c.keys(p.Kind)
	return false, nil
}

// teachBack takes down the patient's own words, and whether the explanation was clear.
func (c *conversation) teachBack(item string) error {
	words, err := c.words("plain.teach-back")
	if err != nil {
		return c.unless(errBack, err)
	}
	chosen, err := c.ask(func() { c.say("plain.explanation") }, c.texts("plain.clear-now", "plain.unclear"))
	if err != nil {
		return c.unless(errBack, err)
	}
	done, err := c.act(func() *questionnaire.Problem { return c.Session().TeachBack(item, words, chosen == 0) })
	if done {
		c.say("plain.noted")
	}
	return err
}

// confirm asks the patient whether an item is settled for them. The answer is theirs, so the keyboard goes to them first.
func (c *conversation) confirm(item string) error {
	if hand, _ := c.Session().Hand(); hand == session.ByCounsellor {
		if err := c.who(); err != nil {
			return c.unless(errBack, err)
		}
		if c.Session().Prompt().Kind != session.Discuss {
			return nil
		}
	}
	e, _ := c.Session().Questionnaire().Entry(item)
	asked := func() {
		c.page.say(e.Text)
		c.say("remark.confirmed")
	}
	chosen, err := c.ask(asked, c.texts("option.yes", "option.no", "option.unsure"))
	if err != nil {
		return c.unless(errBack, err)
	}
	answer := []string{questionnaire.Yes, questionnaire.No, questionnaire.Unsure}[chosen]
	_, err = c.act(func() *questionnaire.Problem { return c.Session().Confirm(item, answer) })
	return err
}

// conclude takes down where the talk about an item came out.
func (c *conversation) conclude(item string) error {
	outcomes := []session.Outcome{session.Resolved, session.Unsettled, session.Referred}
	chosen, err := c.ask(func() { c.say("plain.outcome") }, c.texts("outcome.resolved", "outcome.open", "plain.refer"))
	if err != nil {
		return c.unless(errBack, err)
	}
	var to, by string
	if outcomes[chosen] == session.Referred {
		if to, err = c.words("plain.refer-to"); err == nil {
			by, err = c.wordsOr(true, "plain.refer-by")
		}
		if err != nil {
			return c.unless(errBack, err)
		}
	}
	done, err := c.act(func() *questionnaire.Problem { return c.Session().Conclude(item, outcomes[chosen], to, by) })
	if done {
		c.say("plain.noted")
	}
	return err
}

// takeProbe takes the patient's answer to a quiz that is asked afresh.
func (c *conversation) takeProbe(p session.Prompt, line string) (moved bool, err error) {
	code, ok := c.code(p.Entry.Item, p.Probe.Options, line)
	if !ok {
		c.refuse(p, &questionnaire.Problem{Code: "not-an-option", Item: p.Entry.ID})
		return false, nil
	}
	return c.act(func() *questionnaire.Problem { return c.Session().AnswerProbe(p.Entry.ID, code) })
}
