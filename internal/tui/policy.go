package tui

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"informed/internal/app"
	"informed/internal/tui/screen"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

// Place is where a terminal stands that is nobody's own, and what it says there.
type Place = screen.Place

// Language is one that people can choose there.
type Language = screen.Language

// Codes says that people are asked there for the code of their visit.
type Codes = screen.Codes

// Policy is what a sitting is allowed, as data. The zero Policy is that of a person at a terminal of their own.
type Policy struct {
	Place  *Place   // whose terminal it is, and what it says to whoever comes; nil where it is the person's own
	Idle   app.Idle // what happens when nobody does anything; zero where nothing does
	Staff  Staff    // lets staff out; nil where nobody gets out
	Locked bool     // keys that end or stop programs do nothing, and neither do pastes
	Pulse  Pulse    // tells somebody that the program goes on; zero where nobody wants to know
}

// Pulse is a sign that the program takes messages and draws. It is not given while it is stuck.
type Pulse struct {
	Every time.Duration
	Beat  func() // gives the sign; it may take time
}

// Where tells the place in the program of a fault, and nothing of what it was about: ok is false for other errors.
func Where(err error) (place string, ok bool) {
	var fault *terminal.Fault
	if !errors.As(err, &fault) {
		return "", false
	}
	return fmt.Sprintf("%s:%d", fault.File, fault.Line), true
}

// Colors tells how many colours the screens use in an environment when nobody asks for others: 0 for bold, underline and reverse
// alone.
func Colors(env func(string) string) int {
	return map[terminal.Profile]int{terminal.ANSI16: 16, terminal.ANSI256: 256, terminal.TrueColor: 1 << 24}[terminal.ProfileFor("auto", env, true)]
}

// Signs are what the screens draw with in an environment, beside letters.
func Signs(env func(string) string) string {
	g := ui.GlyphsFor(env)
	return strings.Join([]string{g.Focus, g.Chosen, g.Free, g.Ticked, g.Unticked, g.Full, g.Empty, g.Up, g.Down}, "")
}

// The least terminal that the screens fit in.
const (
	MinWidth  = ui.MinWidth
	MinHeight = ui.MinHeight
)
