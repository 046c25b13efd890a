package tui

import (
	"math"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/tui/screen"
)

// staffKey asks for the PIN by which staff leave.
const staffKey = "f10"

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
