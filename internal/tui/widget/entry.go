package widget

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/text"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

// entry is something written: a text, a number, a date, a name. Where the item is a question, "not sure" stands under it
// and is reached by arrow.
type entry struct {
	env    ui.Env
	it     *questionnaire.Item
	line   line
	silent bool // nothing says what to type: whoever asks does
	unsure bool // chosen
	below  bool // the focus is on "not sure"
}

func newEntry(env ui.Env, it *questionnaire.Item, v questionnaire.Value) *entry {
	longest := questionnaire.MaxAnswer
	switch {
	case it.MaxLength > 0:
		longest = min(longest, it.MaxLength)
	case it.Type.Numeric() || it.Type == questionnaire.TypeDate:
		longest = 32
	case it.Type == questionnaire.TypeAttestation:
		longest = 120
	}
	return &entry{env: env, it: it, line: newLine(longest, v.Text+v.Number+v.Date), unsure: v.IsUnsure(), below: v.IsUnsure()}
}

func (e *entry) Update(msg tea.Msg) Outcome {
	switch msg := msg.(type) {
	case pick:
		e.focus(msg == 1)
		return Used
	case tea.KeyMsg:
		return e.key(msg)
	}
	return Ignored
}

func (e *entry) focus(below bool) {
	e.below = below
	e.unsure = below
}

func (e *entry) key(msg tea.KeyMsg) Outcome {
	switch key := ui.Key(msg); {
	case key == "enter" && e.Chooses():
		e.unsure = true
		return Used
	case key == "enter":
		return Confirmed
	case (key == "down" || key == "tab") && e.it.Type.Question() && !e.below:
		e.below = true
		return Used
	case (key == "up" || key == "shift+tab") && e.below:
		e.below = false
		return Used
	case key == "space" && e.below:
		e.unsure = !e.unsure
		return Used
	case e.below || !e.line.update(msg):
		return Ignored
	}
	e.unsure = false
	return Used
}

func (e *entry) Value() questionnaire.Value {
	written := e.line.value()
	trimmed := strings.TrimSpace(written)
	switch t := e.it.Type; {
	case e.unsure:
		return questionnaire.Codes(questionnaire.Unsure)
	case trimmed == "":
		return questionnaire.Value{}
	case t.Numeric():
		return questionnaire.Value{Number: trimmed}
	case t == questionnaire.TypeDate:
		return questionnaire.Value{Date: trimmed}
	case e.line.edited:
		return questionnaire.Value{Text: trimmed}
	default:
		return questionnaire.Value{Text: written}
	}
}

func (e *entry) Typing() bool { return !e.below }

func (e *entry) Chooses() bool { return e.below && !e.unsure }

func (e *entry) View(width int) ui.Block {
	var b ui.Block
	if hint := e.hint(); hint != "" && !e.silent {
		b.Add(text.Wrap(hint, width)...)
	}
	lines, cursor := e.line.view(width - 3)
	from := len(b.Lines)
	b.Cursor = &terminal.Position{X: 2 + cursor.X, Y: from + cursor.Y}
	b.Focus = ui.Span{From: from + cursor.Y, To: from + cursor.Y + 1}
	for i, written := range lines {
		before := "  "
		if i == 0 && !e.below {
			before = e.env.Glyphs.Focus + " "
		}
		b.Add(before + e.env.Theme.Field.Render(text.PadRight(written, width-2)))
	}
	b.Zones = []ui.Zone{{Span: ui.Span{From: from, To: len(b.Lines)}, Message: pick(0)}}
	if e.line.full() {
		b.Add(text.Wrap(e.env.Words.Text("widget.full"), width)...)
	}
	if e.it.Type.Question() {
		e.notSure(&b)
	}
	return b
}

// hint says what to type, and how to say "not sure" instead.
func (e *entry) hint() string {
	if e.below || !e.it.Type.Question() {
		return e.wanted()
	}
	return e.wanted() + " " + e.env.Words.Text("widget.unsure")
}

func (e *entry) wanted() string {
	switch t := e.it.Type; {
	case t == questionnaire.TypeDate:
		return e.env.Words.Text("widget.date")
	case t.Numeric():
		return e.number()
	case t == questionnaire.TypeAttestation:
		return e.env.Words.Text("widget.name")
	default:
		return e.env.Words.Text("widget.text")
	}
}

// number says which numbers, and of what.
func (e *entry) number() string {
	hint := e.env.Words.Text("widget.number")
	if e.it.Min != "" && e.it.Max != "" {
		hint = e.env.Words.Text("widget.number-range", map[string]any{"Min": e.it.Min, "Max": e.it.Max})
	}
	if e.it.Unit != "" {
		hint += " " + e.env.Words.Text("widget.unit", map[string]any{"Unit": e.it.Unit})
	}
	return hint
}

func (e *entry) notSure(b *ui.Block) {
	before, mark, words := "  ", e.env.Glyphs.Free, e.env.Words.Text("option.unsure")
	if e.unsure {
		mark = e.env.Glyphs.Chosen
	}
	b.Add("")
	if e.below {
		before, words = e.env.Glyphs.Focus+" ", e.env.Theme.Focus.Render(words)
		b.Cursor = &terminal.Position{X: 0, Y: len(b.Lines)}
		b.Focus = ui.Span{From: len(b.Lines), To: len(b.Lines) + 1}
	}
	b.Zones = append(b.Zones, ui.Zone{Span: ui.Span{From: len(b.Lines), To: len(b.Lines) + 1}, Message: pick(1)})
	b.Add(before + mark + " " + words)
}
