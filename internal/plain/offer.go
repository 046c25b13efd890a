package plain

import (
	"informed/internal/app"
	"informed/internal/records"
)

// offer asks whether to go on with an unfinished record. It says nothing of its answers: someone else may sit here now.
func (c *conversation) offer() error {
	told := func() {
		c.page.say(app.Unfinished(c.Offer.Session(), c.Words, c.Now().Location()))
		c.say("offer.kept")
		c.say("offer.other")
	}
	for c.journal == nil {
		chosen, err := c.pick(menu{intro: told, options: c.texts("offer.go-on", "offer.anew"), key: keyStop, does: "plain.stop", hear: c.hear})
		switch {
		case err != nil:
			return err
		case chosen < 0:
			if err := c.stop(); err != nil {
				return err
			}
		case chosen == 0:
			c.journal = c.Offer
			c.Session().Resume()
		default:
			if err := c.begin(); err != nil {
				c.say("offer.failed", map[string]any{"Why": c.Words.Text("fault." + records.Cause(err))})
				continue
			}
			c.Offer.Close() // others may want to look after it; if that fails, they can once this sitting is over
		}
	}
	return nil
}
