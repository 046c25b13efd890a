package plain

import (
	"errors"

	"informed/internal/app"
	"informed/internal/records"
)

// errUnsaved means that the person stopped because their last step could not be saved.
var errUnsaved = errors.New("the last step is not saved")

// keep saves what was done, before what was said of it is brought to the person. Where that fails, the person says whether
// to try again; until it is saved, nothing else can be done.
func (c *conversation) keep() error {
	if c.journal == nil {
		return nil
	}
	err := c.journal.Save(c.ctx)
	if err == nil {
		return nil
	}
	back := c.page.aside()
	for tries := 1; err != nil; tries++ {
		if cancelled := c.ctx.Err(); cancelled != nil {
			return cancelled
		}
		if stopped := c.unsaved(err, tries); stopped != nil {
			return stopped
		}
		err = c.journal.Save(c.ctx)
	}
	back()
	return nil
}

// unsaved says what is safe and what is not. It returns nil where the person wants to try again.
func (c *conversation) unsaved(fault error, tries int) error {
	told := func() {
		if tries > 1 {
			c.say("unsaved.again")
		} else {
			c.say("unsaved.what")
		}
		c.page.say(c.safe())
		c.say("fault." + records.Cause(fault))
		if c.journal.Stored() {
			c.goingOn("unsaved.later", "unsaved.later-sealed")
		}
		c.say("unsaved.detail", map[string]any{"Detail": app.Detail(fault)})
	}
	chosen, err := c.pick(menu{intro: told, options: c.texts("unsaved.try", "unsaved.stop"), hear: c.hear})
	switch {
	case err != nil:
		return err
	case chosen == 1:
		c.fault = fault
		return errUnsaved
	}
	return nil
}

// safe tells what is safe where the last step is not. Where nothing was saved before, the person has only read the first
// screen.
func (c *conversation) safe() string {
	if c.journal.Stored() {
		return c.Words.Text("unsaved.safe")
	}
	return c.Words.Text("unsaved.first")
}
