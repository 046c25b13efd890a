package tui

import (
	"math"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/tui/screen"
)

// staffKey asks for the PIN by which staff leave. Where there are no keys, touches of the two upper corners in turn do, left
// first, which nobody does by chance: nothing there can be touched, and nothing happens before the last.
const (
	staffKey     = "f10"
	staffTouches = 6
	staffWithin  = 10 * time.Second
)

// How much of the screen counts as a corner: this many rows, and this part of its width. No screen has more in its head.
const (
	cornerRows = 2
	cornerPart = 5
)

// knock is how far somebody has come with the touches that ask for the PIN.
type knock struct {
	touches int
	since   time.Time
}

// knocks takes a touch, and reports whether it was the last of those that ask for the PIN.
func (g *guard) knocks(touch tea.MouseMsg, at time.Time) bool {
	left, right := touch.X < g.width/cornerPart, touch.X >= g.width-g.width/cornerPart
	next := touch.Y < cornerRows && (g.knock.touches%2 == 0 && left || g.knock.touches%2 == 1 && right)
	switch {
	case g.knock.touches == 0 || !next || at.Sub(g.knock.since) > staffWithin:
		g.knock = knock{since: at}
		if touch.Y < cornerRows && left {
			g.knock.touches = 1
		}
		return false
	case g.knock.touches+1 < staffTouches:
		g.knock.touches++
		return false
	}
	g.knock = knock{}
	return true
}

// Staff says whether this is the PIN of staff. wait is above zero where nobody may try for so long. It takes time.
type Staff func(pin string) (open bool, wait time.Duration, err error)

// verdict is what became of a PIN that was typed.
type verdict struct {
	open bool
	wait time.Duration
	err  error
}

// ask asks for the PIN.
func (g *guard) ask() {
	g.asked = true
	words := g.sitting.Words
	g.lay(&screen.Pad{
		Env: g.sitting.Env, PadWords: screen.PadWords{Title: words.Text("staff.head"), Said: words.Text("staff.ask")},
		Done: g.try, Cancel: g.lift,
	})
}

// try gives the command that tries a PIN.
func (g *guard) try(pin string) tea.Cmd {
	staff := g.Staff
	g.pad.Wait()
	return func() tea.Msg {
		open, wait, err := staff(pin)
		return verdict{open, wait, err}
	}
}

// judged lets staff out, or says why not.
func (g *guard) judged(v verdict) tea.Cmd {
	words := g.sitting.Words
	switch {
	case v.open:
		g.sitting.Staff = true
		return tea.Quit
	case g.pad == nil: // nobody waits for it any more
	case v.err != nil:
		g.pad.Refuse(words.Text("staff.failed"))
	case v.wait > 0:
		g.pad.Refuse(words.Count("staff.wait", int(math.Ceil(v.wait.Seconds()))))
	default:
		g.pad.Refuse(words.Text("staff.wrong"))
	}
	return nil
}
