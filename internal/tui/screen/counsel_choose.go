package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// choices is what a new consultation can be about.
type choices []records.Choice

// choose gives the command that looks up what a new consultation can be about.
func (p *picking) choose() ui.Step {
	p.busy, p.warning = true, ""
	list := p.Desk.Choices
	return ui.Step{Used: true, Cmd: func() tea.Msg { return ui.Answer{To: p, Result: choices(list())} }}
}

// chooses asks what a new consultation is about, where there is a choice.
func (p *picking) chooses(list choices) ui.Step {
	p.busy = false
	if len(list) < 2 {
		return p.open(records.Wish{New: true})
	}
	return ui.Over(newAbout(p, list))
}

// about lies over the list of records and asks what a new consultation is about.
type about struct {
	*Sitting
	menu
	below *picking
}

func newAbout(p *picking, list choices) *about {
	var things []questionnaire.Option
	for _, c := range list {
		things = append(things, questionnaire.Option{Value: c.ID, Text: c.Title})
	}
	return &about{Sitting: p.Sitting, menu: newMenu(p.Sitting, things), below: p}
}

func (t *about) Update(msg tea.Msg) ui.Step {
	return t.take(msg, func() ui.Step {
		v := t.input.Value()
		if v.IsZero() {
			t.warning = t.Words.Text("save.choose")
			return ui.Used()
		}
		return instead(t.below.open(records.Wish{New: true, Questionnaire: v.Codes[0]}))
	})
}

func (t *about) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(t.Words.Text("open.about"), width)...)
	b.Add("")
	t.list(&b, width)
	t.warn(&b, t.warning, width)
	return b
}

func (t *about) Head() ui.Head { return ui.Head{Title: t.Words.Text("open.new")} }

func (t *about) Hints() []ui.Hint {
	return []ui.Hint{t.enterHint(t.input), t.hint("esc", "back"), t.hint("ctrl+q", "stop")}
}
