package plain

import (
	"errors"
	"strconv"
	"strings"
)

// menu is things to do, of which one is to be chosen.
type menu struct {
	intro   func()
	options []string // in words
	key     string   // a letter that is no option, "" for none
	does    string   // id of the words for that letter
	hear    func() (string, error)
	stops   bool // stopping is possible, too
}

// pick prints a menu and reads until one of the options is chosen, counted from 0, or the letter, which is -1.
func (c *conversation) pick(m menu) (chosen int, err error) {
	c.page.space()
	m.intro()
	c.page.space()
	for i, words := range m.options {
		c.page.item(strconv.Itoa(i+1), words)
	}
	c.page.space()
	legend := c.wantedRange("plain.wanted-one", "1", strconv.Itoa(len(m.options)))
	if m.key != "" {
		legend += ", " + c.Words.Text(m.does)
	}
	if m.stops {
		legend += ", " + c.Words.Text("plain.stop")
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
		if m.stops && strings.EqualFold(line, keyStop) {
			if err := c.stop(); err != nil {
				return 0, err
			}
			return c.pick(m)
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(m.options) {
			return n - 1, nil
		}
		c.say("save.choose")
	}
}

// errBack means that the person would rather go back than choose.
var errBack = errors.New("back")

// choose is pick with a way back. ids are those of the words.
func (c *conversation) choose(intro func(), ids []string) (chosen int, err error) {
	return c.back(menu{intro: intro, options: c.texts(ids...)})
}

// ask is choose between options in words, in the middle of a consultation, where one can stop as well.
func (c *conversation) ask(intro func(), options []string) (chosen int, err error) {
	return c.back(menu{intro: intro, options: options, stops: true})
}

// texts gives messages in words.
func (c *conversation) texts(ids ...string) []string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = c.Words.Text(id)
	}
	return texts
}

// back picks with a way back.
func (c *conversation) back(m menu) (chosen int, err error) {
	m.key, m.does, m.hear = keyBack, "plain.back", c.read
	chosen, err = c.pick(m)
	if err == nil && chosen < 0 {
		err = errBack
	}
	return chosen, err
}
