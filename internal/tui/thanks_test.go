package tui

import (
	"errors"
	"strings"
	"testing"

	"informed/internal/questionnaire/yamlform"
	"informed/internal/records"
	"informed/internal/session"
)

// finished brings a person to the last screen of a terminal that is nobody's own.
func finished(t *testing.T, policy Policy) *clinic {
	t.Helper()
	c := waitingRoom(t, policy)
	q, found := yamlform.Load("short.yaml", []byte(short))
	if q == nil {
		t.Fatal(found)
	}
	c.sitting.Begin = func() (*records.Journal, error) {
		return records.Unkept(session.Start(q, example(), session.Scribe{Now: c.sitting.Now})), nil
	}
	c.act("x")
	for range 40 {
		if c.shows("This screen is then cleared") {
			return c
		}
		c.act("1", "enter")
	}
	t.Fatalf("never finished; it shows\n%s", c.shown())
	return nil
}

const short = `format: informed/v1
id: short
version: 1.0.0
title: A short one
items: [{id: promised, type: yes-no, text: "Did someone promise you a cure?", check: What was promised}]
`

func TestACopyIsPrinted(t *testing.T) {
	for _, fails := range []bool{false, true} {
		policy, printed := public(), ""
		policy.Place.Pickup = true
		policy.Place.Print = func(record string, content []byte) error {
			printed = record + string(content)
			if fails {
				return errors.New("exit status 1")
			}
			return nil
		}
		c := finished(t, policy)
		if !c.shows("At the desk, ask for your list by this code:") || !c.shows("EXA-MP") {
			t.Errorf("no pickup code:\n%s", c.shown())
		}
		c.act("p")
		want := "Your list is printed."
		if fails {
			want = "It could not be printed."
		}
		if !c.shows(want) || c.shows("exit status") || !strings.Contains(printed, "EXAMPLE") {
			t.Errorf("it shows\n%s\nand printed\n%s", c.shown(), printed)
		}
		if !c.act("enter") || !c.sitting.Finished {
			t.Error("the last screen does not end the sitting")
		}
	}
}

func TestNothingIsPrintedWithoutAPrinter(t *testing.T) {
	c := finished(t, public())
	before := c.shown()
	if c.act("p"); c.shown() != before || strings.Contains(before, "Print") || !c.shows("the number of your record") {
		t.Errorf("it shows\n%s", c.shown())
	}
}
