package plain

import (
	"errors"
	"strconv"
	"strings"
)

// menu is things to do, of which one is to be chosen.
type menu struct {
	intro   func()
	options []string // ids of their words
	key     string   // a letter that is no option, "" for none
	does    string   // id of the words for that letter
	hear    func() (string, error)
}

// pick prints a menu and reads until one of the options is chosen, counted from 0, or the letter, which is -1.
func (c *conversation) pick(m menu) (chosen int, err error) {
	c.page.space()
	m.intro()
	c.page.space()
	for i, id := range m.options {
		c.page.item(strconv.Itoa(i+1), c.Words.Text(id))
	}
	c.page.space()
	legend := c.wantedRange("plain.wanted-one", "1", strconv.Itoa(len(m.options)))
	if m.key != "" {
		legend += ", " + c.Words.Text(m.does)
	}
	for {
		c.page.say(legend + ".")
		line, err := m.hear()
		if err != nil {
			return 0, err
		}
		line = strings.TrimSpace(line)
		if m.key != "" && strings.EqualFold(line, m.key) {
			return -1, nil
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(m.options) {
			return n - 1, nil
		}
		c.say("save.choose")
	}
}

// errBack means that the person would rather go back than choose.
var errBack = errors.New("back")

// choose is pick with a way back.
func (c *conversation) choose(intro func(), options []string) (chosen int, err error) {
	chosen, err = c.pick(menu{intro: intro, options: options, key: keyBack, does: "plain.back", hear: c.read})
	if err == nil && chosen < 0 {
		err = errBack
	}
	return chosen, err
}
