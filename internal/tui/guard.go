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
	after         func(time.Duration, tea.Msg) tea.Cmd // brings a message later
	last          time.Time                            // when somebody last did something
	cover         *ui.Router                           // lies over all screens; nil for nothing
	pad           *screen.Pad                          // that the cover shows, or nil
	asked         bool                                 // the pad asks for the PIN of staff
	knock         knock
	hiding        *hiding // what brings back a sitting that is hidden; nil where none is
	width, height int
}

// woke means that it is time to look how long nobody did anything, due that it is time for a sign.
type (
	woke struct{}
	due  struct{}
)

func newGuard(s *screen.Sitting, policy Policy) *guard {
	after := func(d time.Duration, msg tea.Msg) tea.Cmd {
		return tea.Tick(d, func(time.Time) tea.Msg { return msg })
	}
	return &guard{Policy: policy, sitting: s, after: after}
}

// begin starts the clocks, if there are any.
func (g *guard) begin() tea.Cmd {
	var pulse, idle tea.Cmd
	if g.Pulse.Beat != nil {
		pulse = g.beat()
	}
	if g.Idle.End != 0 {
		g.last = g.sitting.Now()
		idle = g.after(g.Idle.Warn, woke{})
	}
	return tea.Batch(pulse, idle)
}

// beat tells that the program goes on. It takes the loop's turn for each sign, so that a loop that is stuck gives none.
func (g *guard) beat() tea.Cmd {
	beat := g.Pulse.Beat
	sign := func() tea.Msg {
		beat()
		return nil
	}
	return tea.Batch(sign, g.after(g.Pulse.Every, due{}))
}

func (g *guard) resize(width, height int) {
	g.width, g.height = width, height
	if g.cover != nil {
		g.cover.Resize(width, height)
	}
}

// lay puts a screen over all others.
func (g *guard) lay(s ui.Screen) {
	itself := func() ui.Screen { return s }
	g.cover = ui.NewRouter(g.sitting.Env, itself, itself)
	g.cover.Resize(g.width, g.height)
	g.pad, _ = s.(*screen.Pad)
}

// lift takes away what lies over the others, but for what hides them.
func (g *guard) lift() {
	g.cover, g.pad, g.asked = nil, nil, false
	if g.hiding != nil {
		g.lay(g.hiding.shown)
	}
}

// take looks at a message before anything else does. taken is false where it goes on to the router.
func (g *guard) take(came arrival) (cmd tea.Cmd, taken bool) {
	switch msg := came.msg.(type) {
	case woke:
		return g.look(), true
	case due:
		return g.beat(), true
	case numberShown:
		g.blank()
		return nil, true
	case verdict:
		return g.judged(msg), true
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
	if cmd, taken := g.watch(came); taken || g.cover == nil {
		return cmd, taken
	}
	return g.covered(came), true
}

// watch opens what a key of the guard's opens, or what touches open that nobody makes by chance.
func (g *guard) watch(came arrival) (cmd tea.Cmd, taken bool) {
	if touch, ok := came.msg.(tea.MouseMsg); ok {
		if g.Staff == nil || g.asked || touch.Button != tea.MouseButtonLeft || !g.knocks(touch, came.at) {
			return nil, false
		}
		g.ask()
		return nil, true
	}
	key, ok := came.msg.(tea.KeyMsg)
	switch {
	case !ok || g.pad != nil:
	case g.Place != nil && g.hiding == nil && ui.Key(key) == hideKey:
		return g.hide(), true
	case g.Staff != nil && ui.Key(key) == staffKey:
		g.ask()
		return nil, true
	}
	return nil, false
}

// covered gives what somebody does to what lies over the other screens.
func (g *guard) covered(came arrival) tea.Cmd {
	switch {
	case g.pad != nil:
		return g.cover.Update(came.msg, came.at)
	case g.hiding != nil:
		return g.touch()
	}
	g.lift() // it was the warning
	return nil
}

// forbids tells the keys that end or stop programs elsewhere. The one that asks about stopping does nothing while nobody
// has begun, or where it is not seen.
func (g *guard) forbids(key tea.KeyMsg) bool {
	switch ui.Key(key) {
	case "", "ctrl+c", "ctrl+d", "ctrl+z", "ctrl+\\", "ctrl+]":
		return true
	case "ctrl+q":
		return !g.engaged() || g.pad != nil || g.hiding != nil
	}
	return false
}

// engaged reports whether somebody uses the terminal.
func (g *guard) engaged() bool { return g.sitting.Place == nil || g.sitting.Engaged() }
