package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// The things to do on the stop screen.
const (
	stopGoOn = "go-on"
	stopSave = "save"
	stopDrop = "drop"
)

// stop asks once whether to stop, and says what becomes of the answers.
type stop struct {
	*Sitting
	menu
}

// NewStop makes the screen that asks about stopping.
func NewStop(s *Sitting) ui.Screen {
	return &stop{Sitting: s, menu: newMenu(s, []questionnaire.Option{
		{Value: stopGoOn, Text: s.Words.Text("stop.go-on")},
		{Value: stopSave, Text: s.Words.Text("stop.save")},
		{Value: stopDrop, Text: s.Words.Text("stop.drop")},
	})}
}

// Asks marks the screen that asks about stopping.
func (s *stop) Asks() {}

func (s *stop) Update(msg tea.Msg) ui.Step { return s.take(msg, s.choose) }

func (s *stop) choose() ui.Step {
	switch v := s.input.Value(); {
	case v.Has(stopGoOn):
		return ui.To(ui.Pop)
	case v.Has(stopSave):
		return openSave(s.Sitting)
	case v.Has(stopDrop):
		return ui.To(ui.Quit)
	default:
		s.warning = s.Words.Text("save.choose")
		return ui.Used()
	}
}

func (s *stop) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(s.Words.Text("stop.intro"), width)...)
	b.Add("")
	b.Append(s.input.View(width))
	s.warn(&b, s.warning, width)
	return b
}

func (s *stop) Head() ui.Head { return ui.Head{Title: s.Words.Text("stop.head")} }

func (s *stop) Hints() []ui.Hint {
	return []ui.Hint{s.enterHint(s.input), s.hint("esc", "back")}
}
