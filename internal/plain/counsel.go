package plain

import (
	"errors"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// consult goes through one screen of a consultation. The keyboard goes first to whose word the screen takes.
func (c *conversation) consult(p session.Prompt) error {
	hand, _ := c.Session().Hand()
	switch {
	case c.asksPatient(p.Kind) && hand == session.ByCounsellor:
		err := c.who()
		if errors.Is(err, errBack) {
			if !c.Session().Back() {
				c.Session().ToAgenda()
			}
			return nil
		}
		return err
	case c.counsels(p.Kind) && hand != session.ByCounsellor:
		return c.giveBack()
	}
	switch p.Kind {
	case session.People:
		return c.people()
	case session.Signing:
		return c.signing()
	case session.Done: // what is left are the signatures
		c.say("plain.complete")
		c.Session().Next()
		return nil
	default:
		return c.screen(p)
	}
}

// asksPatient reports whether a screen takes the patient's own word in a consultation.
func (c *conversation) asksPatient(kind session.Kind) bool {
	if c.journal == nil || !c.Session().Consulting() {
		return false
	}
	switch kind {
	case session.Question, session.Probe, session.Review, session.Decide, session.Attest:
		return true
	}
	return false
}

// counsels reports whether a screen is for the counsellor's eyes and ears.
func (c *conversation) counsels(kind session.Kind) bool {
	return kind == session.Agenda || kind == session.Discuss || kind == session.People
}

// act does what someone wants done, and gives the keyboard to whose word it is first. It reports whether it was done, and
// says why where it was refused.
func (c *conversation) act(do func() *questionnaire.Problem, data ...map[string]any) (done bool, err error) {
	for range 3 { // nobody needs the keyboard more often
		p := do()
		switch {
		case p == nil:
			return true, nil
		case p.Code == "patients-own":
			err = c.who()
		case p.Code == "counsellors-own":
			err = c.giveBack()
		default:
			c.page.say(c.Words.Text("problem."+p.Code, append(data, p.Data)...))
			return false, nil
		}
		if err != nil {
			return false, c.unless(errBack, err)
		}
	}
	return false, nil
}

// unless gives err, and nil where it is the one that is expected.
func (c *conversation) unless(expected, err error) error {
	if errors.Is(err, expected) {
		return nil
	}
	return err
}

// words asks for words of one's own. It returns errBack where the person would rather not.
func (c *conversation) words(id string, data ...map[string]any) (string, error) {
	return c.wordsOr(false, id, data...)
}

// wordsOr is words; an empty line is an answer where it may be.
func (c *conversation) wordsOr(empty bool, id string, data ...map[string]any) (string, error) {
	c.page.space()
	c.say(id, data...)
	for {
		c.say("plain.wanted-line")
		line, err := c.read()
		if err != nil {
			return "", err
		}
		switch line = strings.TrimSpace(line); {
		case line == "" && !empty:
		case strings.EqualFold(line, keyBack):
			return "", errBack
		case strings.EqualFold(line, keyStop):
			if err := c.stop(); err != nil {
				return "", err
			}
		default:
			return unquote(line), nil
		}
	}
}

// named gives the printed name of the first who is here in a role, "" where there is none.
func (c *conversation) named(role string) string {
	for _, p := range c.Session().Parties() {
		if p.Role == role {
			return p.Name
		}
	}
	return ""
}
