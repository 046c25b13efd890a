package plain

import (
	"context"
	"errors"
	"time"

	"informed/internal/session"
)

// ended tells how the sitting ended, notes that it did, and says what became of the answers to whoever may still be there.
func (c *conversation) ended(err error) (End, error) {
	switch {
	case errors.Is(err, errFinished):
		return Finished, nil
	case errors.Is(err, errStopped):
		c.fault = c.leave(session.Stopped)
		return Stopped, nil
	case errors.Is(err, errUnsaved):
		return Unsaved, nil
	case errors.Is(err, errInputEnded):
		c.fault = c.leave(session.InputEnded)
		c.farewell("plain.ended")
		return InputEnded, nil
	case errors.Is(err, context.Canceled):
		c.fault = c.leave(session.Interrupted)
		c.farewell("plain.interrupted")
		return Interrupted, nil
	default:
		c.fault = c.leave(session.Interrupted)
		return Interrupted, err
	}
}

// patience is how long the end of a sitting may be held up by its last save.
const patience = 2 * time.Second

// leave notes that the sitting was left, and saves that together with all that is not saved yet. The error is about what
// the person did: where the note alone is not saved, nothing is lost.
func (c *conversation) leave(why session.Reason) error {
	if c.journal == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(c.ctx), patience)
	defer cancel()
	pending := c.journal.Pending()
	if err := c.journal.Leave(ctx, why); pending {
		return err
	}
	return nil
}

// farewell says why the talk ends, and what became of the answers.
func (c *conversation) farewell(id string) {
	c.page.space()
	why := c.Words.Text(id) + " "
	switch {
	case c.journal == nil && c.Desk != nil:
		c.page.say(why)
	case c.journal == nil:
		c.page.say(why + c.Words.Text("plain.kept"))
	case c.fault != nil:
		c.page.say(why + c.Words.Text("unsaved.what") + " " + c.safe())
		c.later()
	case !c.journal.Unfinished():
		c.record()
		c.say("saved.nothing")
	case c.kept() && !c.Session().Begun():
		c.page.say(why + c.Words.Text("plain.empty"))
	case c.kept():
		c.page.say(why + c.Words.Text("plain.kept"))
		c.later()
	default:
		c.page.say(why + c.Words.Text("plain.dropped"))
	}
}

// later says how to go on with the record, if there is one.
func (c *conversation) later() {
	if c.journal.Stored() {
		c.goingOn("stop.later", "stop.later-sealed")
	}
}

// goingOn says how to go on with the record: by a command, or through those who have the key.
func (c *conversation) goingOn(id, sealed string) {
	command := c.journal.Resume()
	if command == "" {
		c.say(sealed, map[string]any{"ID": c.id()})
		return
	}
	c.say(id)
	c.page.line(command)
}

// record says that the record is kept, where it is, and what it is called.
func (c *conversation) record() {
	if !c.kept() {
		return
	}
	if !c.journal.Unfinished() {
		c.say("saved.record")
	} else {
		c.say("saved.so-far")
	}
	c.page.line(c.id())
	c.page.space()
}

// kept reports whether the record is kept, and not only the copies that the person wants.
func (c *conversation) kept() bool { return c.journal != nil && c.journal.Kept() }

// id gives the id of the record.
func (c *conversation) id() string { return c.Session().Record().Record }
