package plain

import (
	"errors"
	"strings"

	"informed/internal/app"
	"informed/internal/export"
	"informed/internal/summary"
	"informed/internal/text"
)

// finish prints the checklist and offers a copy of it.
func (c *conversation) finish() error {
	c.checklist()
	err := c.save(errFinished)
	if errors.Is(err, errBack) {
		c.Session().Back()
		return nil
	}
	return err
}

// checklist prints what the copy will say.
func (c *conversation) checklist() {
	c.page.space()
	checklist := export.Text(c.summary(), c.Words, export.Options{Private: true})
	c.page.fold(strings.Split(strings.TrimRight(string(checklist), "\n"), "\n"))
}

// stop asks once whether to stop. It returns nil where the person goes on.
func (c *conversation) stop() error {
	options := []string{"stop.go-on", "stop.save", "stop.drop"}
	switch {
	case c.journal == nil && c.Desk != nil:
		return errStopped
	case c.journal == nil:
		options = []string{"stop.return", "stop.here"}
	case c.kept() && !c.Session().Begun():
		options = []string{"stop.return", "stop.here"}
	case c.kept():
		options = []string{"stop.go-on", "stop.kept", "stop.save-too"}
	}
	for {
		chosen, err := c.choose(c.stopping, options)
		if errors.Is(err, errBack) {
			return nil
		}
		if err != nil {
			return err
		}
		switch options[chosen] {
		case "stop.go-on", "stop.return":
			return nil
		case "stop.drop":
			c.say("saved.nothing")
			return errStopped
		case "stop.kept":
			c.record()
			return errStopped
		case "stop.here":
			return errStopped
		}
		if err := c.save(errStopped); !errors.Is(err, errBack) {
			return err
		}
	}
}

// stopping says what becomes of the answers.
func (c *conversation) stopping() {
	switch {
	case c.journal == nil:
		c.say("stop.offered")
	case !c.kept():
		c.say("stop.intro")
	case !c.Session().Begun():
		c.say("stop.empty")
	case !c.journal.Unfinished():
		c.say("stop.complete", map[string]any{"ID": c.id()})
	default:
		c.say("stop.kept-intro")
		c.later()
	}
}

// save tells where a copy would be, asks, and writes it. It returns end when that is done, or errBack.
func (c *conversation) save(end error) error {
	sum := c.summary()
	options := []string{"save.copy", "save.nothing"}
	if sum.HasPrivate() {
		options = []string{"save.without-private", "save.with-private", "save.nothing"}
	}
	for {
		chosen, err := c.choose(func() { c.place(sum) }, options)
		if err != nil {
			return err
		}
		if options[chosen] == "save.nothing" {
			c.record()
			c.say("saved.nothing")
			return end
		}
		private := options[chosen] == "save.with-private"
		var written []app.Target
		written, err = c.Copies.Write(sum, c.Words, private)
		c.written = append(c.written, written...)
		for _, t := range written {
			c.Session().Copied(t.Format, private || t.Whole)
		}
		if err == nil {
			c.saved(sum)
			return end
		}
		c.say("save.failed", map[string]any{"Why": err.Error()})
	}
}

func (c *conversation) place(sum summary.Summary) {
	targets, err := c.Copies.Targets(sum)
	if err != nil {
		c.say("save.failed", map[string]any{"Why": err.Error()})
		return
	}
	c.say("save.intro")
	c.targets(targets)
	c.say("save.care")
}

func (c *conversation) targets(targets []app.Target) {
	for _, t := range targets {
		if t.Path == app.Stdout {
			c.say("plain.stdout")
		} else {
			c.page.line(text.CleanLine(t.Path))
		}
	}
}

func (c *conversation) saved(sum summary.Summary) {
	c.record()
	c.page.say(c.Words.Count("saved.where", len(c.written)))
	c.targets(c.written)
	c.page.space()
	c.say("saved.fingerprint")
	c.page.line(sum.Record.Fingerprint)
	c.page.space()
	c.say("saved.next")
}
