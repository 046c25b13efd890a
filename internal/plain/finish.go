package plain

import (
	"errors"
	"strconv"
	"strings"

	"informed/internal/app"
	"informed/internal/export"
	"informed/internal/summary"
	"informed/internal/text"
)

// finish prints the checklist and offers a copy of it.
func (c *conversation) finish() error {
	c.page.space()
	checklist := export.Text(c.summary(), c.Words, export.Options{Private: true})
	c.page.fold(strings.Split(strings.TrimRight(string(checklist), "\n"), "\n"))
	err := c.save(errFinished)
	if errors.Is(err, errBack) {
		c.Session().Back()
		return nil
	}
	return err
}

// stop asks once whether to stop. It returns nil where the person goes on.
func (c *conversation) stop() error {
	for {
		chosen, err := c.choose(func() { c.say("stop.intro") }, []string{"stop.go-on", "stop.save", "stop.drop"})
		switch {
		case errors.Is(err, errBack), err == nil && chosen == 0:
			return nil
		case err != nil:
			return err
		case chosen == 2:
			c.say("saved.nothing")
			return errStopped
		}
		if err := c.save(errStopped); !errors.Is(err, errBack) {
			return err
		}
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
			c.say("saved.nothing")
			return end
		}
		c.written, err = c.Copies.Write(sum, c.Words, options[chosen] == "save.with-private")
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
	c.page.say(c.Words.Count("saved.where", len(c.written)))
	c.targets(c.written)
	c.page.space()
	c.say("saved.fingerprint")
	c.page.line(sum.Record.Fingerprint)
	c.page.space()
	c.say("saved.next")
}

// errBack means that the person would rather go back than choose.
var errBack = errors.New("back")

// choose prints things to do, by the ids of their words, and reads until one of them is chosen.
func (c *conversation) choose(intro func(), options []string) (chosen int, err error) {
	c.page.space()
	intro()
	c.page.space()
	for i, id := range options {
		c.page.item(strconv.Itoa(i+1), c.Words.Text(id))
	}
	c.page.space()
	for {
		c.page.say(c.wantedRange("plain.wanted-one", "1", strconv.Itoa(len(options))) + ", " + c.Words.Text("plain.back") + ".")
		line, err := c.read()
		if err != nil {
			return 0, err
		}
		line = strings.TrimSpace(line)
		if strings.EqualFold(line, keyBack) {
			return 0, errBack
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(options) {
			return n - 1, nil
		}
		c.say("save.choose")
	}
}
