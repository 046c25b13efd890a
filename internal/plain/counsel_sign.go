package plain

import (
	"errors"
	"slices"
	"strings"
	"time"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
)

// signing tells who has signed and who must, and lets them.
func (c *conversation) signing() error {
	missing := c.Session().Unsigned()
	unnamed := len(missing) > 0 && missing[0].Name == "" && missing[0].Role != session.Patient
	var options []string
	var does []func() error
	offer := func(words string, do func() error) { options, does = append(options, words), append(does, do) }
	switch {
	case len(missing) == 0:
		offer(c.Words.Text("signing.save"), c.finish)
		offer(c.Words.Text("signing.amend"), c.amend)
	case unnamed:
		offer(c.Words.Text("signing.name-witness"), c.toPeople)
	default:
		offer(c.Words.Text("signing.sign", map[string]any{"Name": c.called(missing[0])}), func() error { return c.sign(missing[0]) })
		offer(c.Words.Text("people.head"), c.toPeople)
	}
	if len(missing) > 0 {
		offer(c.Words.Text("signing.save-unsigned"), c.copy)
	}
	offer(c.Words.Text("plain.to-agenda"), func() error { return errBack })
	chosen, err := c.ask(func() { c.signatures(missing) }, options)
	if err == nil {
		err = does[chosen]()
	}
	if errors.Is(err, errBack) {
		c.Session().ToAgenda()
		return nil
	}
	return err
}

func (c *conversation) toPeople() error {
	c.Session().ToPeople()
	return nil
}

// copy saves a copy of what is not signed by all yet, and stays.
func (c *conversation) copy() error {
	c.checklist()
	err := c.save(errFinished)
	if errors.Is(err, errFinished) || errors.Is(err, errBack) {
		return nil
	}
	return err
}

// called gives the name of someone, or what they are here.
func (c *conversation) called(p session.Party) string {
	if p.Name == "" {
		return app.Role(p.Role, c.Words)
	}
	return p.Name
}

// signatures tells what is signed, and how far that has come.
func (c *conversation) signatures(missing []session.Party) {
	c.say("signing.head")
	c.page.say(c.signed())
	c.page.space()
	for _, p := range c.Session().Signatories() {
		who := app.Role(p.Role, c.Words)
		if p.Name != "" {
			who = app.Introduce(p, c.Words)
		}
		c.page.item("-", sentence(who)+" "+c.state(p, slices.Contains(missing, p)))
	}
	c.page.space()
	if len(missing) == 0 {
		c.say("signing.all")
	}
}

// state says whether someone has signed, and when.
func (c *conversation) state(p session.Party, missing bool) string {
	if missing && p.Name == "" && p.Role != session.Patient {
		return c.Words.Text("signing.nobody")
	}
	if missing {
		return c.Words.Text("signing.not-yet")
	}
	record := c.Session().Record()
	for _, s := range slices.Backward(record.Signatures) {
		if s.Fingerprint == record.Fingerprint && s.Role == p.Role && (p.Name == "" || s.Name == p.Name) {
			return c.Words.Text("signing.signed-at", c.zoned(s.At))
		}
	}
	return c.Words.Text("signing.signed")
}

// signed says what is signed.
func (c *conversation) signed() string {
	sum := c.summary()
	data := map[string]any{"Title": sum.Questionnaire.Title, "Version": sum.Questionnaire.Version}
	if sum.Decision == nil {
		return c.Words.Text("signing.what-undecided", data)
	}
	data["Decision"] = sum.Decision.Text
	return c.Words.Text("signing.what", data)
}

// zoned gives a time as the words take it: on the clock of this place, with how far that is from universal time.
func (c *conversation) zoned(at time.Time) map[string]any {
	at = at.In(c.Now().Location())
	return map[string]any{"Date": at.Format(time.DateOnly), "Time": at.Format("15:04"), "Zone": at.Format("-07:00")}
}

// sign takes one signature: a typed name under what it means. The keyboard goes to whoever signs.
func (c *conversation) sign(p session.Party) error {
	if err := c.handed(p); err != nil {
		return c.unless(errBack, err)
	}
	name := map[string]any{"Name": c.called(p)}
	meaning, markdown := app.Meaning(c.Session(), p, c.Words)
	c.page.space()
	if p.Role == session.Interpreter || p.Role == session.Witness {
		c.say("sign.turn", name)
	}
	c.page.say(c.signed())
	c.page.space()
	if markdown {
		c.prose(meaning)
	} else {
		c.page.say(meaning)
	}
	c.page.space()
	c.say("sign.now", c.zoned(c.Now()))
	typed := "sign.type"
	if p.Name == "" {
		typed = "sign.type-name"
	}
	line, err := c.words(typed, name)
	if err != nil {
		return c.unless(errBack, err)
	}
	_, err = c.act(func() *questionnaire.Problem { return c.Session().Sign(p.Role, line, strings.TrimSpace(meaning)) }, name)
	return err
}

// handed gives the keyboard to whoever signs, or asks who types for them.
func (c *conversation) handed(p session.Party) error {
	hand, _ := c.Session().Hand()
	switch p.Role {
	case session.Counsellor:
		if hand != session.ByCounsellor {
			return c.giveBack()
		}
		return nil
	case session.Interpreter, session.Witness:
		return nil
	}
	name := map[string]any{"Name": c.called(p)}
	chosen, err := c.ask(func() { c.say("sign.hand", name) }, []string{c.Words.Text("hand.returned", name), c.Words.Text("sign.for", name)})
	switch {
	case err != nil:
		return err
	case chosen == 1:
		return c.types()
	case p.Role == session.Representative:
		c.Session().HandTo(session.ByRepresentative, "")
	default:
		c.Session().HandTo(session.ByPatient, "")
	}
	return nil
}

// amend asks why a record is changed that all have signed.
func (c *conversation) amend() error {
	why, err := c.words("amend.why")
	if err != nil {
		return c.unless(errBack, err)
	}
	done, err := c.act(func() *questionnaire.Problem { return c.Session().Amend(why) })
	if done {
		c.Session().ToAgenda()
	}
	return err
}
