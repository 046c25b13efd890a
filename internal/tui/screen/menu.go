package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/tui/ui"
	"informed/internal/tui/widget"
)

// menu is what the screens have in common that lie over another and offer things to do.
type menu struct {
	input   widget.Input
	warning string // why nothing came of what was confirmed
}

func newMenu(s *Sitting, things []questionnaire.Option) menu {
	return menu{input: widget.Menu(s.Env, things)}
}

// take gives a message to the list; choose carries out what was confirmed, and Esc goes back to the screen below.
func (m *menu) take(msg tea.Msg, choose func() ui.Step) ui.Step {
	switch m.input.Update(msg) {
	case widget.Confirmed:
		return choose()
	case widget.Used:
		m.warning = ""
		return ui.Used()
	}
	if key, ok := msg.(tea.KeyMsg); ok && ui.Key(key) == "esc" {
		return ui.To(ui.Pop)
	}
	return ui.Step{}
}

// list draws the things to do. Enter leads past all of them before nothing is chosen.
func (m *menu) list(b *ui.Block, width int) {
	b.Append(m.input.View(width))
	b.Paged = b.Focus == (ui.Span{})
}
