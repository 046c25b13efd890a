package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/tui/screen"
)

// look warns whoever did nothing for a while, or ends the sitting, and says when to look again.
func (g *guard) look() tea.Cmd {
	idle := g.sitting.Now().Sub(g.last)
	switch {
	case idle < g.Idle.Warn:
		return g.after(g.Idle.Warn-idle, woke{})
	case !g.engaged():
		g.lift() // staff may have left their pad open
		return g.after(g.Idle.Warn, woke{})
	case idle < g.Idle.End:
		g.warn()
		return g.after(g.left()-g.left().Truncate(time.Second)+time.Millisecond, woke{})
	}
	return g.end()
}

// left is how long it is until the sitting ends.
func (g *guard) left() time.Duration { return max(0, g.Idle.End-g.sitting.Now().Sub(g.last)) }

func (g *guard) warn() {
	if g.cover == nil {
		g.lay(screen.NewWarning(g.sitting.Env, g.left))
	}
}

// end ends the sitting as one that nobody attends to.
func (g *guard) end() tea.Cmd {
	g.sitting.Idle, g.sitting.Discard = true, g.Idle.Discard
	return tea.Quit
}
