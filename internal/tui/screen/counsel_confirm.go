package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// confirm asks the patient whether an item is settled for them now.
type confirm struct {
	*Sitting
	menu
	entry *questionnaire.Entry
}

func newConfirm(s *Sitting, e *questionnaire.Entry) *pair {
	c := &confirm{Sitting: s, entry: e, menu: newMenu(s, []questionnaire.Option{
		{Value: questionnaire.Yes, Text: s.Words.Text("confirm.yes")}, {Value: questionnaire.No, Text: s.Words.Text("confirm.no")},
		{Value: questionnaire.Unsure, Text: s.Words.Text("confirm.unsure")},
	})}
	return besideQuestion(s, c, newGuide(s, e))
}

func (c *confirm) Update(msg tea.Msg) ui.Step { return c.take(msg, c.choose) }

func (c *confirm) choose() ui.Step {
	v := c.input.Value()
	if v.IsZero() {
		c.warning = c.Words.Text("save.choose")
		return ui.Used()
	}
	p := c.Session().Confirm(c.entry.ID, v.Codes[0])
	if p == nil {
		return ui.To(ui.Follow)
	}
	if step, asks := c.oblige(p, c.choose); asks {
		return step
	}
	c.warning = c.problem(p)
	return ui.Used()
}

func (c *confirm) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(c.Words.Text("confirm.about"), width)...)
	b.Add("")
	words := c.entry.Text
	if words == "" {
		words = c.entry.Statement
	}
	b.Add(text.Wrap(c.Words.Or(words, "question.decision"), width)...)
	b.Add("")
	for _, line := range text.Wrap(c.Words.Text("confirm.asks"), width) {
		b.Add(c.Theme.Strong.Render(line))
	}
	b.Add("")
	c.list(&b, width)
	c.warn(&b, c.warning, width)
	return b
}

func (c *confirm) Head() ui.Head { return (&shown{c.Sitting, c.entry}).Head() }

func (c *confirm) Hints() []ui.Hint {
	return []ui.Hint{c.enterHint(c.input), c.hint("esc", "back"), c.hint("ctrl+q", "stop")}
}
