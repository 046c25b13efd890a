package plain

import (
	"errors"
	"strings"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/text"
)

// desk asks a counsellor who they are and what to open, as far as that is not known. What was wished for and cannot be
// opened is an error.
func (c *conversation) desk() error {
	if c.Desk.Counsellor.Name == "" {
		if err := c.seat(); err != nil {
			return err
		}
	}
	if c.Desk.Wish != (records.Wish{}) {
		if err := c.opens(c.Desk.Wish); !errors.Is(err, errBack) {
			return err
		}
		return errStopped // there is nothing to go back to
	}
	for c.journal == nil {
		wish, err := c.wished()
		if err == nil {
			err = c.opens(wish)
		}
		switch {
		case errors.Is(err, errInputEnded), errors.Is(err, errStopped), c.ctx.Err() != nil:
			return err
		case err != nil && !errors.Is(err, errBack):
			c.say("plain.desk-failed", map[string]any{"Why": app.Detail(err)})
		}
	}
	return nil
}

// seat asks who the counsellor is. It is written into the record alone.
func (c *conversation) seat() error {
	for _, field := range []struct {
		id    string
		to    *string
		empty bool
	}{
		{"plain.desk-name", &c.Desk.Counsellor.Name, false},
		{"plain.desk-role", &c.Desk.Counsellor.Title, true},
		{"plain.desk-id", &c.Desk.Counsellor.ID, true},
	} {
		if *field.to != "" {
			continue
		}
		c.page.space()
		c.say(field.id)
		for {
			line, err := c.hear()
			if err != nil {
				return err
			}
			line = strings.TrimSpace(text.CleanLine(line))
			if strings.EqualFold(line, keyStop) {
				return errStopped
			}
			if *field.to = line; line != "" || field.empty {
				break
			}
			c.say("problem.name-required")
		}
	}
	return nil
}

// opens opens what is wished for, and asks for a key where one is missing.
func (c *conversation) opens(wish records.Wish) error {
	for {
		j, err := c.Desk.Open(c.ctx, c.Desk.Counsellor, wish)
		if err == nil {
			c.journal, err = c.renewed(j)
			return err
		}
		if !errors.Is(err, records.ErrSealed) {
			return err
		}
		c.say("plain.desk-failed", map[string]any{"Why": app.Detail(err)})
		if err := c.identify(); err != nil {
			return err
		}
	}
}

// identify asks for the file with a key. Its name is not kept.
func (c *conversation) identify() error {
	for {
		c.say("plain.desk-key")
		line, err := c.hear()
		line = strings.TrimSpace(line)
		switch {
		case err != nil:
			return err
		case strings.EqualFold(line, keyStop):
			return errStopped
		case line == "" || strings.EqualFold(line, keyBack):
			return errBack
		}
		err = c.Desk.Identify(line)
		if err == nil {
			return nil
		}
		c.say("plain.desk-failed", map[string]any{"Why": app.Detail(err)})
	}
}
