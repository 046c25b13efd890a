package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// The things to do about leaving a terminal that is nobody's own.
const (
	departGoOn  = "go-on"
	departLeave = "leave"
	departDrop  = "drop"
)

// depart asks once whether to stop, and what is to become of the answers.
type depart struct {
	*Sitting
	menu
}

// NewDepart makes the screen that asks about stopping where the terminal is nobody's own.
func NewDepart(s *Sitting) ui.Screen {
	things := []questionnaire.Option{
		{Value: departGoOn, Text: s.Words.Text("stop.go-on")},
		{Value: departLeave, Text: s.Words.Text("place.leave")},
	}
	if s.Journal == nil {
		things = []questionnaire.Option{
			{Value: departGoOn, Text: s.Words.Text("stop.return")},
			{Value: departLeave, Text: s.Words.Text("stop.here")},
		}
	} else if s.Session().Record().Status == session.InProgress {
		things = append(things, questionnaire.Option{Value: departDrop, Text: s.Words.Text("place.drop")})
	}
	return &depart{Sitting: s, menu: newMenu(s, things)}
}

// Asks marks the screen that asks about stopping.
func (d *depart) Asks() {}

func (d *depart) Update(msg tea.Msg) ui.Step { return d.take(msg, d.choose) }

func (d *depart) choose() ui.Step {
	switch v := d.input.Value(); {
	case v.Has(departGoOn):
		return ui.To(ui.Pop)
	case v.Has(departLeave):
		return ui.To(ui.Quit)
	case v.Has(departDrop):
		d.Discard = true
		return ui.To(ui.Quit)
	default:
		d.warning = d.Words.Text("save.choose")
		return ui.Used()
	}
}

func (d *depart) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(d.Words.Text("place.stop"), width)...)
	b.Add("")
	d.list(&b, width)
	d.warn(&b, d.warning, width)
	return b
}

func (d *depart) Head() ui.Head { return ui.Head{Title: d.Words.Text("stop.head")} }

func (d *depart) Hints() []ui.Hint {
	return []ui.Hint{d.enterHint(d.input), d.hint("esc", "back")}
}
