package tui

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/records"
	"informed/internal/store"
	"informed/internal/visit"
)

// asking is a bilingual waiting room that asks for the code of a visit.
func asking(t *testing.T, pattern string, check visit.Check, required bool) Policy {
	t.Helper()
	form, err := visit.New(pattern, check, "")
	if err != nil {
		t.Fatal(err)
	}
	policy := bilingual(t)
	policy.Place.Visit = &Codes{Form: form, Required: required}
	return policy
}

// tell types a code and confirms it.
func (c *clinic) tell(code string) (ended bool) {
	c.act(strings.Split(code, "")...)
	return c.act("enter")
}

func (c *clinic) clear() {
	for range 40 {
		c.act("backspace")
	}
}

func (c *clinic) visit() string { return c.sitting.Session().Record().Visit }

func TestACodeJoinsTheRecordToItsVisit(t *testing.T) {
	for _, typed := range []string{"79921", "799-21", "7 9 9 2 1"} {
		c := waitingRoom(t, asking(t, `\d{5}`, visit.Luhn, true))
		c.act("1")
		if !c.shows("Your code") || !c.shows("type the code that the clinic gave you") {
			t.Fatalf("no code is asked for:\n%s", c.shown())
		}
		c.tell(strings.ReplaceAll(typed, " ", "-"))
		if !c.shows("A short one") || c.visit() != "79921" || c.shows("79921") {
			t.Errorf("%s: the visit is %q, and it shows\n%s", typed, c.visit(), c.shown())
		}
	}
}

func TestAWrongCodeIsToldAndCanBeMended(t *testing.T) {
	c := waitingRoom(t, asking(t, `[A-Z]?\d{5}`, visit.None, true))
	c.sitting.Place.Visit.Check = visit.Luhn
	c.sitting.Place.Visit.Example = "00000"
	c.act("1")
	for _, test := range [][2]string{
		{"", "Please type your code first."}, {"7992", "This does not look like a code of the clinic."},
		{"79920", "Something in this code is not right."}, {"00000", "This is only the example."}, {"7/", "only letters, numbers and dashes"},
	} {
		c.clear()
		c.act(strings.Split(test[0], "")...)
		if test[0] != "7/" {
			c.act("enter")
		}
		if !c.shows(test[1]) || c.sitting.Journal != nil {
			t.Errorf("%q shows\n%s", test[0], c.shown())
		}
	}
	c.clear()
	c.act("7", "9", "9", "2", "0", "enter", "backspace", "1", "enter")
	if !c.shows("A short one") || c.visit() != "79921" {
		t.Errorf("a mended code shows\n%s", c.shown())
	}
}

func TestACodeCanBeLeftOutWhereItIsNotRequired(t *testing.T) {
	none := tea.KeyMsg{Type: tea.KeyF2}
	c := waitingRoom(t, asking(t, `\d{5}`, visit.Luhn, false))
	c.act("2", "enter")
	if !c.shows("Si no tiene, pulse F2.") || !c.shows("F2 No tengo código") {
		t.Errorf("it is not told how to leave it out:\n%s", c.shown())
	}
	c.now = c.now.Add(time.Second)
	if c.send(none); !c.shows("Una corta") || c.visit() != "" {
		t.Errorf("it shows\n%s", c.shown())
	}
	c = waitingRoom(t, asking(t, `\d{5}`, visit.Luhn, true))
	c.act("1")
	before := c.shown()
	c.now = c.now.Add(time.Second)
	if c.send(none); c.shown() != before || strings.Contains(before, "F2") {
		t.Errorf("a code that is required is left out:\n%s", c.shown())
	}
}

func TestACodeIsTouched(t *testing.T) {
	c := waitingRoom(t, asking(t, `[A-Z]{2}\d`, visit.None, true))
	c.act("1")
	touch := func(label string) {
		t.Helper()
		c.now = c.now.Add(time.Second)
		for y, line := range strings.Split(c.shown(), "\n") {
			if x := strings.Index(line, label); x >= 0 {
				c.send(tea.MouseMsg{X: x + 2, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
				return
			}
		}
		t.Fatalf("there is no %s:\n%s", label, c.shown())
	}
	for _, label := range []string{"[ Q ]", "[ Z ]", "Backspace", "[ B ]", "[ 0 ]", "Enter"} {
		touch(label)
	}
	if c.sitting.Journal == nil || c.visit() != "QB0" {
		t.Errorf("it shows\n%s", c.shown())
	}
}

// A reader of cards types faster than a hand, and several letters come at once.
func TestACodeComesFromAReaderOfCards(t *testing.T) {
	c := waitingRoom(t, asking(t, `[A-Z]\d{5}`, visit.None, true))
	c.act("1", "a12-345", "enter")
	if c.sitting.Journal == nil || c.visit() != "A12345" {
		t.Errorf("it shows\n%s", c.shown())
	}
}

func TestALongCodeStaysInItsField(t *testing.T) {
	c := waitingRoom(t, asking(t, `\d{1,32}`, visit.None, true))
	c.resize(40, 15)
	c.act("1")
	for range 50 {
		c.act("7")
	}
	if !c.shows("There is no more room here.") {
		t.Errorf("it shows\n%s", c.shown())
	}
	c.tell("")
	if !c.shows("does not look like a code") {
		t.Errorf("it shows\n%s", c.shown())
	}
}

// Whoever goes back, or goes away, leaves a terminal that begins anew.
func TestLeavingTheCode(t *testing.T) {
	begun := func() *clinic {
		c := waitingRoom(t, asking(t, `\d{5}`, visit.Luhn, true))
		c.act("2", "7", "9")
		return c
	}
	if !begun().act("esc") {
		t.Error("going back does not end the sitting")
	}
	if c := begun(); !c.pass(61*time.Second) || !c.sitting.Idle {
		t.Error("the code of somebody who left stays")
	}
	c := begun()
	if c.act("f12"); !c.shows("Pantalla oculta") || c.shows("79") && !c.shows(c.program.guard.hiding.number) {
		t.Errorf("the code cannot be hidden:\n%s", c.shown())
	}
	c = begun()
	if c.act("ctrl+q"); !c.shows("¿Quiere parar aquí?") || !c.shows("Parar aquí") {
		t.Errorf("it cannot be stopped:\n%s", c.shown())
	}
	if c.act("2"); !c.act("enter") || c.sitting.Journal != nil {
		t.Errorf("stopping shows\n%s", c.shown())
	}
}

func TestARecordThatCannotBeOpenedIsTriedAgain(t *testing.T) {
	policy := asking(t, `\d{5}`, visit.Luhn, true)
	opens, fails := policy.Place.Languages[0].Begin, true
	policy.Place.Languages[0].Begin = func(visit string) (*records.Journal, error) {
		if fails {
			return nil, errors.Join(store.ErrFull, errors.New(visit))
		}
		return opens(visit)
	}
	c := waitingRoom(t, policy)
	c.act("1")
	if c.tell("79921"); !c.shows("You cannot begin right now. The disk of this computer is full.") {
		t.Errorf("it shows\n%s", c.shown())
	}
	fails = false
	if c.act("enter"); !c.shows("A short one") || c.visit() != "79921" {
		t.Errorf("it shows\n%s", c.shown())
	}
}

// placeTour shows the screens that stand before a questionnaire where people choose a language.
func placeTour(t *testing.T, width, height int) string {
	var out strings.Builder
	c := waitingRoom(t, bilingual(t))
	c.resize(width, height)
	show := func(name string) { fmt.Fprintf(&out, "--- %s\n%s", name, c.shown()) }
	show("what waits")
	c.act("down", "down")
	show("a language, focused")
	c.act("ctrl+q")
	show("stopping there")
	c.act("esc", "enter")
	show("the welcome in Spanish")
	c = waitingRoom(t, asking(t, `[A-Z]?\d{5}`, visit.None, false))
	c.sitting.Place.Visit.Check, c.sitting.Place.Visit.Example = visit.Luhn, "123 45"
	c.resize(width, height)
	c.act("1")
	show("the code of a visit")
	c.act("enter")
	show("no code")
	c.tell("79920")
	show("a code that is mistyped")
	c.act("backspace", "backspace", "enter")
	show("a code of another form")
	c.act("x", "pgdown")
	show("the letters to touch")
	c = waitingRoom(t, asking(t, `\d{5}`, visit.Luhn, true))
	c.resize(width, height)
	c.act("2")
	c.tell("79920")
	show("a required code of digits, in Spanish")
	return out.String()
}

func TestScreensOfAPlace(t *testing.T) {
	for _, size := range [][2]int{{100, 30}, {80, 24}, {40, 15}} {
		name := fmt.Sprintf("place-%dx%d.txt", size[0], size[1])
		compare(t, filepath.Join("testdata", name), placeTour(t, size[0], size[1]))
	}
}
