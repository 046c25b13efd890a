package plain

import (
	"errors"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
)

// people tells who is here, and takes in who comes and goes.
func (c *conversation) people() error {
	roles := []string{session.Patient, session.Representative, session.Interpreter, session.Witness}
	here := c.Session().Parties()
	options := c.texts("plain.to-agenda")
	for _, role := range roles {
		options = append(options, c.Words.Text("plain.comes", map[string]any{"Who": app.Role(role, c.Words)}))
	}
	for _, p := range here {
		options = append(options, c.Words.Text("plain.goes", map[string]any{"Name": p.Name}))
	}
	chosen, err := c.ask(func() { c.present(here) }, options)
	switch {
	case errors.Is(err, errBack), err == nil && chosen == 0:
		c.Session().ToAgenda()
		return nil
	case err != nil:
		return err
	case chosen <= len(roles):
		return c.unless(errBack, c.comes(roles[chosen-1]))
	}
	gone := here[chosen-len(roles)-1]
	_, err = c.act(func() *questionnaire.Problem { return c.Session().Gone(gone.Role, gone.Name) })
	return err
}

// present says who is here.
func (c *conversation) present(here []session.Party) {
	c.say("people.head")
	c.page.item("-", app.Introduce(c.Session().Counsellor(), c.Words))
	for _, p := range here {
		c.page.item("-", app.Introduce(p, c.Words))
	}
}

// comes asks who someone is, and no more than what applies to their role.
func (c *conversation) comes(role string) error {
	p := session.Party{Role: role}
	if name := c.attested(); role == session.Patient && name != "" {
		c.say("plain.attested", map[string]any{"Name": name})
	}
	var err error
	if p.Name, err = c.words("people." + role + "-name"); err != nil {
		return err
	}
	switch role {
	case session.Patient:
		p.CannotRead, err = c.second("people.patient-reads", "people.reads", "people.hears")
	case session.Representative:
		if p.Relation, err = c.words("people.representative-relation"); err == nil {
			p.Authority, err = c.words("people.representative-authority")
		}
	case session.Interpreter:
		if p.Language, err = c.words("people.interpreter-language"); err == nil {
			p.Remote, err = c.second("people.interpreter-where", "people.here", "people.remote")
		}
	}
	if err != nil {
		return err
	}
	_, err = c.act(func() *questionnaire.Problem { return c.Session().Present(p) })
	return err
}

// second asks which of two things holds, and reports whether it is the second.
func (c *conversation) second(asked string, ids ...string) (bool, error) {
	chosen, err := c.ask(func() { c.say(asked) }, c.texts(ids...))
	return chosen == 1, err
}

// attested gives the name that the patient has typed under the questionnaire, "" for none.
func (c *conversation) attested() string {
	for _, s := range c.Session().Record().Signatures {
		if s.Item != "" && s.Role == session.Patient {
			return s.Name
		}
	}
	return ""
}
