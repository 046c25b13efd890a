package tui

import (
	"crypto/rand"
	"fmt"
	"math/big"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/tui/screen"
)

// hideKey hides the screen at once. The number that brings it back is made anew each time, and shown only for a moment:
// nobody has to think of one before they need it, and whoever comes to the screen later does not have it. Whoever stands
// beside and reads it could have read the answers too.
const (
	hideKey   = "f12"
	showFor   = 6 * time.Second
	mostWrong = 3 // after so many wrong numbers the sitting ends: one in 333 who guess gets in
)

// hiding is a sitting that is hidden.
type hiding struct {
	number string
	shown  *screen.Hidden
	wrong  int
}

// numberShown means that the number has been in view for long enough.
type numberShown struct{ of *hiding }

// hide hides the screen, if anybody uses it.
func (g *guard) hide() tea.Cmd {
	if !g.engaged() {
		return nil
	}
	random, err := rand.Int(rand.Reader, big.NewInt(1000))
	if err != nil {
		return g.end()
	}
	number := fmt.Sprintf("%03d", random)
	g.hiding = &hiding{number: number, shown: &screen.Hidden{
		Env: g.sitting.Env, Number: number, Left: g.left, Soon: g.Idle.End - g.Idle.Warn,
	}}
	g.lay(g.hiding.shown)
	return g.after(showFor, numberShown{g.hiding})
}

// blank takes the number out of view.
func (g *guard) blank() {
	if g.hiding != nil {
		g.hiding.shown.Number = ""
	}
}

// touch asks whoever touches a hidden screen for the number, once it is out of view.
func (g *guard) touch() tea.Cmd {
	if g.hiding.shown.Number != "" {
		g.blank()
		return nil
	}
	words := g.sitting.Words
	g.lay(&screen.Pad{
		Env: g.sitting.Env, PadWords: screen.PadWords{Title: words.Text("hide.head"), Said: words.Text("hide.ask"), Shows: true},
		Done: g.unhide, Cancel: g.lift,
	})
	return nil
}

// unhide shows the sitting again to whoever has the number.
func (g *guard) unhide(number string) tea.Cmd {
	if number == g.hiding.number {
		g.hiding = nil
		g.lift()
		return nil
	}
	if g.hiding.wrong++; g.hiding.wrong >= mostWrong {
		return g.end()
	}
	g.pad.Refuse(g.sitting.Words.Text("hide.wrong"))
	return nil
}
