package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/tui/screen"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

// program is the root of the Bubble Tea program. It does three things: takes in the size, hands messages to the router,
// and draws.
type program struct {
	router *ui.Router
}

func newProgram(s *screen.Sitting) *program {
	next := func() ui.Screen { return screen.Next(s) }
	stop := func() ui.Screen { return screen.NewStop(s) }
	return &program{router: ui.NewRouter(s.Env, next, stop)}
}

// Init starts nothing: there is no animation and no clock.
func (p *program) Init() tea.Cmd { return nil }

// Update takes in a message.
func (p *program) Update(msg tea.Msg) tea.Cmd {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		p.router.Resize(size.Width, size.Height)
		return nil
	}
	return p.router.Update(msg)
}

// Frame draws the screen in front.
func (p *program) Frame() terminal.Frame { return p.router.Frame() }
