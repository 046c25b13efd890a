package plain

import (
	"strings"

	"informed/internal/session"
)

// who asks who uses the keyboard for what is the patient's to say. It returns errBack where nobody does.
func (c *conversation) who() error {
	speaker := c.named(session.Representative)
	options := c.texts("hand.patient", "hand.for-patient", "plain.to-agenda")
	hands := []session.Hand{session.ByPatient, session.ForPatient, session.ByCounsellor}
	if speaker != "" {
		options = append(options, c.Words.Text("hand.representative", map[string]any{"Name": speaker}))
		hands = append(hands, session.ByRepresentative)
	}
	chosen, err := c.ask(func() { c.say("hand.own") }, options)
	if err != nil {
		return err
	}
	switch to := hands[chosen]; to {
	case session.ForPatient:
		return c.types()
	case session.ByCounsellor:
		c.Session().HandTo(to, "")
		c.Session().ToAgenda()
		return nil
	case session.ByRepresentative:
		c.say("sign.hand", map[string]any{"Name": speaker})
		c.Session().HandTo(to, "")
		return nil
	default:
		c.say("plain.hand-patient")
		c.Session().HandTo(to, "")
		return nil
	}
}

// types asks why the counsellor types for the patient.
func (c *conversation) types() error {
	ids := []string{"hand.why-sight", "hand.why-keyboard", "hand.why-asked", "hand.why-other"}
	intro := func() { c.say("hand.why", map[string]any{"Name": c.Session().Counsellor().Name}) }
	chosen, err := c.ask(intro, c.texts(ids...))
	if err != nil {
		return err
	}
	why := c.Words.Text(ids[chosen])
	if chosen == len(ids)-1 {
		if why, err = c.words("hand.why-head"); err != nil {
			return err
		}
	}
	c.Session().HandTo(session.ForPatient, why)
	return nil
}

// giveBack asks for the keyboard before a counsellor goes on. Who typed for the patient has it already.
func (c *conversation) giveBack() error {
	if hand, _ := c.Session().Hand(); hand != session.ForPatient {
		c.page.space()
		c.say("hand.return", map[string]any{"Name": c.Session().Counsellor().Name})
		c.page.say(c.Words.Text("plain.wanted-enter") + ".")
		line, err := c.read()
		switch {
		case err != nil:
			return err
		case strings.EqualFold(strings.TrimSpace(line), keyStop):
			return c.stop()
		case strings.TrimSpace(line) != "":
			c.say("plain.only-enter")
			return nil
		}
	}
	c.Session().HandTo(session.ByCounsellor, "")
	return nil
}
