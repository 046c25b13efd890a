package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
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
	sentences []string
}

// NewStop makes the screen that asks about stopping.
func NewStop(s *Sitting) ui.Screen {
	thing := func(value, id string) questionnaire.Option {
		return questionnaire.Option{Value: value, Text: s.Words.Text(id)}
	}
	switch {
	case s.Journal == nil:
		return newStop(s, []string{s.Words.Text("stop.offered")}, thing(stopGoOn, "stop.return"), thing(stopDrop, "stop.here"))
	case s.kept() && !s.Session().Begun():
		return newStop(s, []string{s.Words.Text("stop.empty")}, thing(stopGoOn, "stop.return"), thing(stopDrop, "stop.here"))
	case s.kept():
		return newStop(s, s.keeping(), thing(stopGoOn, "stop.go-on"), thing(stopDrop, "stop.kept"), thing(stopSave, "stop.save-too"))
	default:
		return newStop(s, []string{s.Words.Text("stop.intro")}, thing(stopGoOn, "stop.go-on"), thing(stopSave, "stop.save"), thing(stopDrop, "stop.drop"))
	}
}

func newStop(s *Sitting, sentences []string, things ...questionnaire.Option) *stop {
	return &stop{Sitting: s, menu: newMenu(s, things), sentences: sentences}
}

// keeping says that the record is kept and, where there is more to come, how to go on with it.
func (s *Sitting) keeping() []string {
	if s.Session().Record().Status == session.Complete {
		return []string{s.Words.Text("stop.complete", s.id())}
	}
	return []string{s.Words.Text("stop.kept-intro"), s.Words.Text("stop.later", s.id())}
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
	for _, sentence := range s.sentences {
		b.Add(text.Wrap(sentence, width)...)
		b.Add("")
	}
	s.list(&b, width)
	s.warn(&b, s.warning, width)
	return b
}

func (s *stop) Head() ui.Head { return ui.Head{Title: s.Words.Text("stop.head")} }

func (s *stop) Hints() []ui.Hint {
	return []ui.Hint{s.enterHint(s.input), s.hint("esc", "back")}
}
