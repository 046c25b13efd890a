package tui

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/tui/screen"
)

// clinic is a terminal in a waiting room, with a clock that is set by hand.
type clinic struct {
	*desk
	now  time.Time
	wake time.Time // when the guard asked to be woken
}

// waitingRoom shows the screen that waits for the next person.
func waitingRoom(t *testing.T, policy Policy) *clinic {
	t.Helper()
	c := &clinic{now: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return c.now }
	c.desk = prepare(t, Options{Now: clock, Policy: policy})
	q := load(t, "testdata/every-type.yaml")
	c.sitting.Begin = func() (*records.Journal, error) {
		return records.Unkept(session.Start(q, example(), session.Scribe{Now: clock})), nil
	}
	c.open(80, 24)
	c.program.guard.after = func(d time.Duration, msg tea.Msg) tea.Cmd {
		if msg == (woke{}) {
			c.wake = c.now.Add(d)
		}
		return nil
	}
	c.run(c.program.Init())
	return c
}

func public() Policy {
	return Policy{
		Place:  &screen.Place{Clinic: "An Example Clinic"},
		Idle:   app.Idle{Warn: 40 * time.Second, End: 60 * time.Second},
		Locked: true,
	}
}

// act presses keys, each a second after the one before.
func (c *clinic) act(keys ...string) (ended bool) {
	for _, key := range keys {
		c.now = c.now.Add(time.Second)
		ended = c.send(keyOf(key))
	}
	return ended
}

// pass lets time go by in which nobody does anything, and wakes the guard whenever it asked to be woken.
func (c *clinic) pass(d time.Duration) (ended bool) {
	for end := c.now.Add(d); !ended; {
		if c.wake.After(end) {
			c.now = end
			return false
		}
		c.now = c.wake
		ended = c.send(woke{})
	}
	return ended
}

func (c *clinic) shows(words string) bool { return strings.Contains(c.shown(), words) }

func TestAnyKeyOrTouchBegins(t *testing.T) {
	touch := tea.MouseMsg{X: 70, Y: 20, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress}
	for _, begin := range []tea.Msg{keyOf("x"), keyOf("enter"), keyOf("down"), touch} {
		c := waitingRoom(t, public())
		if !c.shows("Press any key, or touch the screen") || !c.shows("An Example Clinic") {
			t.Fatalf("what waits is\n%s", c.shown())
		}
		c.now = c.now.Add(time.Second)
		c.send(begin)
		if c.sitting.Journal == nil || !c.shows("Welcome") {
			t.Errorf("%v does not begin:\n%s", begin, c.shown())
		}
	}
}

func TestWhoDoesNothingIsWarnedAndCanStay(t *testing.T) {
	c := waitingRoom(t, public())
	c.act("x", "enter")
	before := c.shown()
	if ended := c.pass(39 * time.Second); ended || c.shown() != before {
		t.Fatalf("something happens before its time:\n%s", c.shown())
	}
	c.pass(time.Second)
	if !c.shows("This screen is cleared in 20 seconds.") {
		t.Fatalf("no warning:\n%s", c.shown())
	}
	c.pass(7500 * time.Millisecond)
	if !c.shows("in 13 seconds.") {
		t.Errorf("the seconds do not go down:\n%s", c.shown())
	}
	c.now = c.now.Add(time.Second)
	c.send(keyOf("enter"))
	if c.shown() != before {
		t.Errorf("a key does more than to extend, or less:\n%s", c.shown())
	}
	if ended := c.pass(39 * time.Second); ended || c.shown() != before {
		t.Error("a key does not give the whole time again")
	}
}

func TestWhoIsAwayIsEnded(t *testing.T) {
	for _, discard := range []bool{false, true} {
		policy := public()
		policy.Idle.Discard = discard
		c := waitingRoom(t, policy)
		c.act("x", "enter")
		if c.pass(59900 * time.Millisecond) {
			t.Error("ended before its time")
		}
		if !c.pass(200 * time.Millisecond) {
			t.Error("did not end in time")
		}
		if !c.sitting.Idle || c.sitting.Discard != discard {
			t.Errorf("idle %v, discard %v", c.sitting.Idle, c.sitting.Discard)
		}
	}
}

func TestNobodyIsNotIdle(t *testing.T) {
	c := waitingRoom(t, public())
	before := c.shown()
	if c.pass(time.Hour) || c.shown() != before {
		t.Errorf("the screen that waits does not wait:\n%s", c.shown())
	}
	c.act("x")
	if c.pass(39*time.Second) || !c.pass(22*time.Second) {
		t.Error("the time of the one before counts")
	}
}

func TestLockedKeysDoNothing(t *testing.T) {
	locked := []tea.KeyMsg{
		{Type: tea.KeyCtrlC}, {Type: tea.KeyCtrlD}, {Type: tea.KeyCtrlZ}, {Type: tea.KeyCtrlBackslash}, {Type: tea.KeyCtrlCloseBracket},
		{Type: tea.KeyRunes, Runes: []rune("pasted"), Paste: true},
	}
	for _, keys := range [][]string{nil, {"x"}, {"x", "enter"}} {
		c := waitingRoom(t, public())
		c.act(keys...)
		before := c.shown()
		for _, key := range locked {
			c.now = c.now.Add(time.Second)
			if c.send(key) || c.shown() != before {
				t.Fatalf("after %v, %v does something:\n%s", keys, key, c.shown())
			}
		}
	}
	c := waitingRoom(t, Policy{Place: &screen.Place{}})
	if c.act("x", "ctrl+c"); !c.shows("Stop?") {
		t.Error("the control: without a lock a key does what it does elsewhere")
	}
}

func TestWhoStopsSaysWhatBecomesOfTheAnswers(t *testing.T) {
	for key, discard := range map[string]bool{"2": false, "3": true} {
		c := waitingRoom(t, public())
		c.act("x", "enter", "ctrl+q")
		if !c.shows("Stop, and delete what I answered") || c.shows("informed ") {
			t.Fatalf("stopping asks\n%s", c.shown())
		}
		if !c.act(key, "enter") || c.sitting.Discard != discard {
			t.Errorf("after %s: discard %v", key, c.sitting.Discard)
		}
	}
}

func TestAFaultIsToldBeforeTheNextBegins(t *testing.T) {
	policy := public()
	policy.Place.Code = "A2B3"
	c := waitingRoom(t, policy)
	if !c.shows("A2B3") {
		t.Fatalf("no code:\n%s", c.shown())
	}
	if !c.act("x") {
		t.Errorf("the fault is still told:\n%s", c.shown())
	}
	if !waitingRoom(t, policy).pass(2 * time.Minute) {
		t.Error("a fault that nobody reads stays for ever")
	}
}

// The signs come for as long as messages are taken, and no longer.
func TestASignIsGivenForEachTurnOfTheLoop(t *testing.T) {
	policy, beats := public(), 0
	policy.Pulse = Pulse{Every: time.Second, Beat: func() { beats++ }}
	c := waitingRoom(t, policy)
	if beats != 1 {
		t.Errorf("%d signs at the start", beats)
	}
	for range 3 {
		c.send(due{})
	}
	if c.act("x", "enter"); beats != 4 {
		t.Errorf("%d signs after three turns", beats)
	}
}
