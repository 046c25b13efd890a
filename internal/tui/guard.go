package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/tui/screen"
	"informed/internal/tui/ui"
)

// guard stands between the terminal and the router and sees to a policy. The screens below know nothing of it: what it
// shows lies over all of them, on a router of its own, and they are as they were when it goes.
type guard struct {
	Policy
	sitting       *screen.Sitting
	after         func(time.Duration) tea.Cmd // wakes the guard
	last          time.Time                   // when somebody last did something
	cover         *ui.Router                  // lies over all screens; nil for nothing
	width, height int
}

// woke means that it is time to look how long nobody did anything.
type woke struct{}

func newGuard(s *screen.Sitting, policy Policy) *guard {
	after := func(d time.Duration) tea.Cmd {
		return tea.Tick(d, func(time.Time) tea.Msg { return woke{} })
	}
	return &guard{Policy: policy, sitting: s, after: after}
}

// begin starts the clock, if there is one.
func (g *guard) begin() tea.Cmd {
	if g.Idle.End == 0 {
		return nil
	}
	g.last = g.sitting.Now()
	return g.after(g.Idle.Warn)
}

func (g *guard) resize(width, height int) {
	g.width, g.height = width, height
	if g.cover != nil {
		g.cover.Resize(width, height)
	}
}

// take looks at a message before anything else does. taken is false where it goes on to the router.
func (g *guard) take(came arrival) (cmd tea.Cmd, taken bool) {
	switch msg := came.msg.(type) {
	case woke:
		return g.look(), true
	case tea.MouseMsg:
		if msg.Action != tea.MouseActionPress {
			return nil, g.cover != nil
		}
	case tea.KeyMsg:
		if g.Locked && g.forbids(msg) {
			return nil, true
		}
	default:
		return nil, false
	}
	g.last = came.at
	if g.cover != nil {
		g.cover = nil
		return nil, true
	}
	return nil, false
}

// forbids tells the keys that end or stop programs elsewhere. The one that asks about stopping does nothing while nobody
// has begun.
func (g *guard) forbids(key tea.KeyMsg) bool {
	switch ui.Key(key) {
	case "", "ctrl+c", "ctrl+d", "ctrl+z", "ctrl+\\", "ctrl+]":
		return true
	case "ctrl+q":
		return !g.engaged()
	}
	return false
}

// engaged reports whether somebody uses the terminal.
func (g *guard) engaged() bool { return g.sitting.Place == nil || g.sitting.Engaged() }

// look warns whoever did nothing for a while, or ends the sitting, and says when to look again.
func (g *guard) look() tea.Cmd {
	idle := g.sitting.Now().Sub(g.last)
	switch {
	case !g.engaged():
		g.cover = nil
		return g.after(g.Idle.Warn)
	case idle < g.Idle.Warn:
		return g.after(g.Idle.Warn - idle)
	case idle < g.Idle.End:
		g.warn()
		return g.after(g.left() - g.left().Truncate(time.Second) + time.Millisecond)
	}
	g.sitting.Idle, g.sitting.Discard = true, g.Idle.Discard
	return tea.Quit
}

// left is how long it is until the sitting ends.
func (g *guard) left() time.Duration { return max(0, g.Idle.End-g.sitting.Now().Sub(g.last)) }

func (g *guard) warn() {
	if g.cover == nil {
		g.lay(screen.NewWarning(g.sitting.Env, g.left))
	}
}

// lay puts a screen over all others.
func (g *guard) lay(s ui.Screen) {
	itself := func() ui.Screen { return s }
	g.cover = ui.NewRouter(g.sitting.Env, itself, itself)
	g.cover.Resize(g.width, g.height)
}
