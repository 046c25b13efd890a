package tui

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// typed types a number, digit by digit, and confirms it.
func (c *clinic) typed(number string) (ended bool) {
	return c.act(append(strings.Split(number, ""), "enter")...)
}

// another gives a number of three digits that is not this one.
func another(number string) string {
	if number == "000" {
		return "001"
	}
	return "000"
}

func hidden(t *testing.T) (c *clinic, before string) {
	t.Helper()
	c = waitingRoom(t, public())
	c.act("x", "enter")
	before = c.shown()
	c.act("f12")
	return c, before
}

func TestTheScreenIsHiddenAtOnceAndComesBackWithTheNumber(t *testing.T) {
	c, before := hidden(t)
	number := c.program.guard.hiding.number
	if c.shows("Question") || !c.shows(number) {
		t.Fatalf("hidden, it shows\n%s", c.shown())
	}
	c.send(numberShown{c.program.guard.hiding})
	if c.shows(number) || !c.shows("has hidden it") {
		t.Fatalf("the number stays:\n%s", c.shown())
	}
	if c.act("x"); !c.shows("Type the number") {
		t.Fatalf("a key does not ask for the number:\n%s", c.shown())
	}
	if c.typed(another(number)) || !c.shows("That is another number") {
		t.Errorf("a wrong number:\n%s", c.shown())
	}
	if c.typed(number) || c.shown() != before {
		t.Errorf("the right number brings back\n%s\nwant\n%s", c.shown(), before)
	}
}

func TestAHiddenScreenComesBackByTouchAlone(t *testing.T) {
	c, before := hidden(t)
	number := c.program.guard.hiding.number
	touch := func(x, y int) {
		c.now = c.now.Add(time.Second)
		c.program.Frame()
		c.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	}
	touch(5, 5)
	touch(5, 5)
	find := func(words string) (x, y int) {
		for y, line := range strings.Split(c.shown(), "\n") {
			if x := strings.Index(line, words); x >= 0 {
				return x + 1, y
			}
		}
		t.Fatalf("there is no %q:\n%s", words, c.shown())
		return 0, 0
	}
	for _, d := range number {
		touch(find("[ " + string(d) + " ]"))
	}
	touch(find("Enter Next"))
	if c.shown() != before {
		t.Errorf("it shows\n%s", c.shown())
	}
}

func TestAWarningCanBeHiddenAndStaffGetPastWhatIsHidden(t *testing.T) {
	policy := public()
	policy.Staff = func(string) (bool, time.Duration, error) { return true, 0, nil }
	c := waitingRoom(t, policy)
	c.act("x", "enter")
	c.pass(45 * time.Second)
	if c.act("f12"); !c.shows("you need this number") {
		t.Fatalf("a warning is not hidden:\n%s", c.shown())
	}
	c.act("f10", "esc")
	if c.program.guard.hiding == nil || c.shows("Question") || c.shows("Type the PIN") {
		t.Fatalf("the pad of staff brings back\n%s", c.shown())
	}
	if c.act("f10"); !c.typed("1234") {
		t.Error("staff cannot leave")
	}
}

func TestGuessingEndsAHiddenSitting(t *testing.T) {
	c, _ := hidden(t)
	wrong := another(c.program.guard.hiding.number)
	c.act("x", "x")
	for n := 1; n <= mostWrong; n++ {
		if ended := c.typed(wrong); ended != (n == mostWrong) || c.sitting.Idle != ended {
			t.Errorf("after %d wrong numbers: ended %v", n, ended)
		}
	}
}

func TestAHiddenSittingEndsAsAnyOther(t *testing.T) {
	c, _ := hidden(t)
	c.send(numberShown{c.program.guard.hiding})
	if c.pass(59*time.Second) || !c.shows("This screen is cleared in") || c.shows("Question") {
		t.Errorf("it shows\n%s", c.shown())
	}
	if !c.pass(2 * time.Second) {
		t.Error("it never ends")
	}
}

func TestNobodyHidesTheScreenThatWaits(t *testing.T) {
	c := waitingRoom(t, public())
	before := c.shown()
	if c.act("f12"); c.shown() != before {
		t.Errorf("it shows\n%s", c.shown())
	}
}

func TestStaffLeaveByPIN(t *testing.T) {
	for _, keys := range [][]string{nil, {"x"}, {"x", "enter"}} {
		policy, tried := public(), []string{}
		policy.Staff = func(pin string) (bool, time.Duration, error) {
			tried = append(tried, pin)
			return pin == "2718", 0, nil
		}
		c := waitingRoom(t, policy)
		c.act(keys...)
		before := c.shown()
		if c.act("f10"); !c.shows("Type the PIN") {
			t.Fatalf("after %v, no PIN is asked for:\n%s", keys, c.shown())
		}
		if c.typed("1234") || !c.shows("This is not the PIN.") || c.shows("1234") {
			t.Errorf("a wrong PIN:\n%s", c.shown())
		}
		if c.act("esc"); c.shown() != before {
			t.Errorf("the pad does not go away:\n%s", c.shown())
		}
		if c.act("f10"); !c.typed("2718") || !c.sitting.Staff || len(tried) != 2 {
			t.Errorf("the PIN does not let staff out; tried %v", tried)
		}
	}
}

func TestAPINThatCannotBeTried(t *testing.T) {
	tests := []struct {
		wait time.Duration
		err  error
		want string
	}{
		{29500 * time.Millisecond, nil, "Wait 30 seconds"},
		{0, errors.New("the disk is full"), "cannot be counted"},
	}
	for _, test := range tests {
		policy := public()
		policy.Staff = func(string) (bool, time.Duration, error) { return false, test.wait, test.err }
		c := waitingRoom(t, policy)
		if c.act("f10"); c.typed("2718") || !c.shows(test.want) {
			t.Errorf("it shows\n%s", c.shown())
		}
	}
}

func TestNobodyLeavesWithoutAPIN(t *testing.T) {
	c := waitingRoom(t, public())
	c.act("x", "enter")
	before := c.shown()
	if c.act("f10"); c.shown() != before {
		t.Errorf("it shows\n%s", c.shown())
	}
}

func TestAPadThatStaffLeftOpenCloses(t *testing.T) {
	policy := public()
	policy.Staff = func(string) (bool, time.Duration, error) { return false, 0, nil }
	c := waitingRoom(t, policy)
	before := c.shown()
	c.act("f10", "1")
	if c.pass(2*time.Minute) || c.shown() != before {
		t.Errorf("it shows\n%s", c.shown())
	}
}
