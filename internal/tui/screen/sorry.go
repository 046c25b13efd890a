package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/i18n"
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
	for _, words := range s.spoken() {
		b.Add(text.Wrap(words.Text("place.sorry"), width)...)
		b.Add("")
		b.Add(text.Wrap(words.Text("place.code"), width)...)
		b.Add(inset(s.Place.Code, width)...)
		b.Add("")
	}
	b.Lines = b.Lines[:len(b.Lines)-1]
	return b
}

// spoken gives all the languages: it is not known any more which one was chosen.
func (s *sorry) spoken() []*i18n.Words {
	if len(s.Place.Languages) < 2 {
		return []*i18n.Words{s.Words}
	}
	var all []*i18n.Words
	for _, l := range s.Place.Languages {
		all = append(all, l.Words)
	}
	return all
}

func (s *sorry) Head() ui.Head { return ui.Head{Title: s.Words.Text("place.sorry-head")} }

func (s *sorry) Hints() []ui.Hint { return []ui.Hint{s.hint("enter", "close")} }
