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
	said    string
	later   string // how to go on later, "" where there is nothing to go on with
	command string // for that, "" where others have to
}

// NewStop makes the screen that asks about stopping.
func NewStop(s *Sitting) ui.Screen {
	thing := func(value, id string) questionnaire.Option {
		return questionnaire.Option{Value: value, Text: s.Words.Text(id)}
	}
	switch {
	case s.Journal == nil:
		return newStop(s, s.Words.Text("stop.offered"), thing(stopGoOn, "stop.return"), thing(stopDrop, "stop.here"))
	case s.kept() && !s.Session().Begun():
		return newStop(s, s.Words.Text("stop.empty"), thing(stopGoOn, "stop.return"), thing(stopDrop, "stop.here"))
	case s.kept():
		return keeping(s, thing(stopGoOn, "stop.go-on"), thing(stopDrop, "stop.kept"), thing(stopSave, "stop.save-too"))
	default:
		return newStop(s, s.Words.Text("stop.intro"), thing(stopGoOn, "stop.go-on"), thing(stopSave, "stop.save"), thing(stopDrop, "stop.drop"))
	}
}

func newStop(s *Sitting, said string, things ...questionnaire.Option) *stop {
	return &stop{Sitting: s, menu: newMenu(s, things), said: said}
}

// keeping says that the record is kept and, where there is more to come, how to go on with it.
func keeping(s *Sitting, things ...questionnaire.Option) *stop {
	if !s.Journal.Unfinished() {
		return newStop(s, s.Words.Text("stop.complete", map[string]any{"ID": s.id()}), things...)
	}
	over := newStop(s, s.Words.Text("stop.kept-intro"), things...)
	over.command, over.later = later(s)
	return over
}

// later says how to go on with the record: by a command, or through those who have the key.
func later(s *Sitting) (command, words string) {
	if command = s.Journal.Resume(); command == "" {
		return "", s.Words.Text("stop.later-sealed", map[string]any{"ID": s.id()})
	}
	return command, s.Words.Text("stop.later")
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
	b.Add(text.Wrap(s.said, width)...)
	if s.later != "" {
		b.Add(text.Wrap(s.later, width)...)
	}
	if s.command != "" {
		b.Add(inset(s.command, width)...)
	}
	b.Add("")
	s.list(&b, width)
	s.warn(&b, s.warning, width)
	return b
}

func (s *stop) Head() ui.Head { return ui.Head{Title: s.Words.Text("stop.head")} }

func (s *stop) Hints() []ui.Hint {
	return []ui.Hint{s.enterHint(s.input), s.hint("esc", "back")}
}
