package plain

import (
	"errors"
	"strconv"
	"strings"

	"informed/internal/app"
	"informed/internal/records"
)

// mostOthers is how many records are read out at once, beside the open consultations.
const mostOthers = 20

// wished tells what can be opened, and reads what the counsellor wants.
func (c *conversation) wished() (records.Wish, error) {
	open, err := c.Desk.Consultations(c.ctx)
	if err != nil {
		return records.Wish{}, err
	}
	c.page.space()
	c.page.say(c.Words.Count("plain.desk-open", len(open)))
	ids := make([]string, 0, len(open))
	for i, r := range open {
		ids = append(ids, r.ID)
		c.page.item(strconv.Itoa(i+1), c.waits(r))
	}
	c.page.space()
	for {
		c.say("plain.desk-keys")
		line, err := c.hear()
		if err != nil {
			return records.Wish{}, err
		}
		line = strings.TrimSpace(line)
		word, rest, _ := strings.Cut(line, " ")
		n, failed := strconv.Atoi(line)
		switch {
		case line == "":
		case strings.EqualFold(line, keyStop):
			return records.Wish{}, errStopped
		case strings.EqualFold(line, "n"):
			return c.anew()
		case failed == nil && n >= 1 && n <= len(ids):
			return records.Wish{Record: ids[n-1]}, nil
		case strings.EqualFold(word, "v") && rest != "":
			return records.Wish{Visit: rest}, nil
		case strings.EqualFold(word, "l"):
			if ids, err = c.others(ids[:len(open)], rest); err != nil {
				return records.Wish{}, err
			}
		default:
			return coded(line), nil
		}
	}
}

// anew asks what a new consultation is about, where there is a choice.
func (c *conversation) anew() (records.Wish, error) {
	wish := records.Wish{New: true}
	if c.Desk.Choices == nil {
		return wish, nil
	}
	choices := c.Desk.Choices()
	if len(choices) < 2 {
		return wish, nil
	}
	titles := make([]string, len(choices))
	for i, choice := range choices {
		titles[i] = choice.Title
	}
	chosen, err := c.pick(menu{intro: func() { c.say("open.about") }, options: titles, key: keyBack, does: "plain.back", hear: c.hear})
	switch {
	case err != nil:
		return wish, err
	case chosen < 0:
		return wish, errBack
	}
	wish.Questionnaire = choices[chosen].ID
	return wish, nil
}

// coded takes what was typed for a pickup code, where it is as long as one, or for the beginning of an id.
func coded(typed string) records.Wish {
	if len(strings.NewReplacer("-", "", " ", "").Replace(typed)) == len("7ZQ4K3") {
		return records.Wish{Pickup: typed}
	}
	return records.Wish{Record: typed}
}

// waits tells of an open consultation: its code, how old it is, and what is missing.
func (c *conversation) waits(r records.Consultation) string {
	data := map[string]any{"ID": r.ID, "Code": records.Pickup(r.ID), "Age": app.Age(c.Now().Sub(r.Consulted), c.Words)}
	switch {
	case r.Session != nil && r.Visit() != "":
		return c.Words.Text("plain.desk-visit", data, map[string]any{"Visit": r.Visit(), "Missing": app.Lacks(r.Session, c.Words).Words(c.Words)})
	case r.Session != nil:
		return c.Words.Text("plain.desk-row", data, map[string]any{"Missing": app.Lacks(r.Session, c.Words).Words(c.Words)})
	case errors.Is(r.Fault, records.ErrSealed):
		return c.Words.Text("plain.desk-sealed", data)
	default:
		return c.Words.Text("plain.desk-unread", data)
	}
}

// others lists what else can be opened and fits a search, numbered on from what was listed before.
func (c *conversation) others(ids []string, search string) ([]string, error) {
	list, err := c.Desk.Records(c.ctx)
	if err != nil {
		return nil, err
	}
	c.page.space()
	told := 0
	for _, r := range list {
		if told == mostOthers {
			c.say("plain.desk-more")
			break
		}
		if fits(search, r.ID, records.Pickup(r.ID), r.Questionnaire) {
			told++
			ids = append(ids, r.ID)
			c.page.item(strconv.Itoa(len(ids)), c.Words.Text("plain.desk-record", map[string]any{
				"ID": r.ID, "Code": records.Pickup(r.ID), "Questionnaire": r.Questionnaire, "Age": app.Age(c.Now().Sub(r.Updated), c.Words),
			}))
		}
	}
	if told == 0 {
		c.say("plain.desk-none")
	}
	c.page.space()
	return ids, nil
}

// fits reports whether any of the words that a record is known by holds what is searched for.
func fits(search string, known ...string) bool {
	bare := strings.NewReplacer("-", "", " ", "").Replace
	for _, words := range known {
		if strings.Contains(strings.ToLower(bare(words)), strings.ToLower(bare(search))) {
			return true
		}
	}
	return false
}
