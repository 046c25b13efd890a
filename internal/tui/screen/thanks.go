package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/text"
	"informed/internal/tui/ui"
)

// thanks is the last screen of a sitting in a place that is nobody's own.
type thanks struct{ *Sitting }

func newThanks(s *Sitting) *thanks { return &thanks{s} }

func (t *thanks) Update(msg tea.Msg) ui.Step {
	switch msg := msg.(type) {
	case touched:
		return t.done()
	case tea.KeyMsg:
		switch ui.Key(msg) {
		case "enter":
			return t.done()
		case "esc":
			return ui.To(ui.Pop)
		}
	}
	return ui.Step{}
}

func (t *thanks) done() ui.Step {
	t.Finished = true
	return ui.To(ui.Quit)
}

func (t *thanks) View(width int) ui.Block {
	b := ui.Block{Paged: true, Zones: anywhere()}
	b.Add(t.prose(t.Words.Or(t.Place.Thanks, "place.thanks"), width)...)
	b.Add("")
	b.Add(text.Wrap(t.Words.Text("place.number"), width)...)
	b.Add(inset(t.id(), width)...)
	b.Add("")
	b.Add(text.Wrap(t.Words.Text("saved.leave"), width)...)
	return b
}

func (t *thanks) Head() ui.Head { return ui.Head{Title: t.Words.Text("saved.head")} }

func (t *thanks) Hints() []ui.Hint {
	return []ui.Hint{t.hint("enter", "finish"), t.hint("esc", "back")}
}
