package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/text"
	"informed/internal/tui/ui"
)

// sorry tells whoever sat here that their sitting broke off, and a code by which staff find out why. It leads out of the
// program and not on, so that whoever comes next gets a program of their own.
type sorry struct{ *Sitting }

func (s *sorry) Update(msg tea.Msg) ui.Step {
	switch msg.(type) {
	case tea.KeyMsg, touched:
		return ui.To(ui.Quit)
	}
	return ui.Step{}
}

func (s *sorry) View(width int) ui.Block {
	b := ui.Block{Zones: anywhere()}
	b.Add(text.Wrap(s.Words.Text("place.sorry"), width)...)
	b.Add("")
	b.Add(text.Wrap(s.Words.Text("place.code"), width)...)
	b.Add(inset(s.Place.Code, width)...)
	return b
}

func (s *sorry) Head() ui.Head { return ui.Head{Title: s.Words.Text("place.sorry-head")} }

func (s *sorry) Hints() []ui.Hint { return []ui.Hint{s.hint("enter", "close")} }
