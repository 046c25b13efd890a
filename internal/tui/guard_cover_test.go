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

// touch touches a place on the screen a second after what was done before, and reports whether that ended the sitting.
func (c *clinic) touch(x, y int) (ended bool) {
	c.now = c.now.Add(time.Second)
	c.program.Frame()
	return c.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
}

// find gives the place of words on the screen.
func (c *clinic) find(words string) (x, y int) {
	c.t.Helper()
	for y, line := range strings.Split(c.shown(), "\n") {
		if x := strings.Index(line, words); x >= 0 {
			return x + 1, y
		}
	}
	c.t.Fatalf("there is no %q:\n%s", words, c.shown())
	return 0, 0
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
	c.touch(5, 5)
	c.touch(5, 5)
	c.touch(c.find("[ 7 ]"))
	c.touch(c.find("[ Clear ]"))
	for _, d := range number {
		c.touch(c.find("[ " + string(d) + " ]"))
	}
	c.touch(c.find("Enter Next"))
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

// knocked touches the corners given by letters, l and r, on a screen that is w wide.
func (c *clinic) knocked(corners string) {
	at := map[rune][2]int{'l': {0, 0}, 'L': {c.w/5 - 1, 1}, 'r': {c.w - 1, 0}, 'R': {c.w - c.w/5, 1}, 'x': {c.w / 2, 0}, 'd': {c.w - 1, 2}}
	for _, corner := range corners {
		c.touch(at[corner][0], at[corner][1])
	}
}

// Staff who have no keys touch the upper corners in turn, wherever they are, and leave with their PIN.
func TestStaffLeaveByTouch(t *testing.T) {
	policy := public()
	policy.Staff = func(pin string) (bool, time.Duration, error) { return pin == "2718", 0, nil }
	for _, size := range [][2]int{{80, 24}, {40, 15}, {200, 60}} {
		for _, keys := range [][]string{nil, {"x"}, {"x", "enter"}, {"x", "enter", "f12"}, {"x", "enter", "f12", "x", "x"}} {
			c := waitingRoom(t, policy)
			c.resize(size[0], size[1])
			c.act(keys...)
			if c.knocked("lrLRl"); c.shows("Type the PIN") {
				t.Fatalf("after %v, five touches ask for the PIN", keys)
			}
			if c.knocked("r"); !c.shows("Type the PIN") {
				t.Fatalf("%v, after %v, six touches do not ask for the PIN:\n%s", size, keys, c.shown())
			}
			for _, d := range "2718" {
				c.touch(c.find("[ " + string(d) + " ]"))
			}
			if !c.touch(c.find("Enter Next")) || !c.sitting.Staff {
				t.Errorf("%v: the PIN does not let staff out:\n%s", size, c.shown())
			}
		}
	}
}

func TestTheCornersAskAgainAfterThePadWasLeftAndNotWhileItIsThere(t *testing.T) {
	policy := public()
	policy.Staff = func(string) (bool, time.Duration, error) { return false, 0, nil }
	c := waitingRoom(t, policy)
	c.knocked("lrlrlr")
	c.act("7", "esc")
	c.knocked("lrlrlr")
	c.act("7", "7")
	if c.knocked("lrlrlr"); !c.shows("Type the PIN") || !c.shows("**") {
		t.Errorf("it shows\n%s", c.shown())
	}
}

func TestOtherTouchesDoNotAskForThePIN(t *testing.T) {
	policy := public()
	policy.Staff = func(string) (bool, time.Duration, error) { return true, 0, nil }
	for _, corners := range []string{"llllllllllll", "rlrlr", "lrlrlxr", "lrlrld", "lrlrlllr", "xxxxxxxxxxxx", "rrrrrrrrrrrr"} {
		c := waitingRoom(t, policy)
		c.act("x", "enter")
		before := c.shown()
		if c.knocked(corners); c.shown() != before {
			t.Errorf("%s does something:\n%s", corners, c.shown())
		}
	}
	c := waitingRoom(t, policy)
	c.knocked("lrlrl")
	if c.now = c.now.Add(time.Minute); c.shows("An Example Clinic") {
		c.knocked("r")
	}
	if c.shows("Type the PIN") || c.sitting.Journal != nil {
		t.Errorf("touches that are far apart count:\n%s", c.shown())
	}
	c = waitingRoom(t, public())
	if c.knocked("lrlrlr"); c.shows("Type the PIN") {
		t.Error("without a PIN, one is asked for")
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
