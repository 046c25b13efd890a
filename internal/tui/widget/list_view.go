package widget

import (
	"fmt"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/text"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

// View draws an option on one line or more, with its number and its mark before it and own words under it.
func (l *list) View(width int) ui.Block {
	var b ui.Block
	for i, o := range l.options {
		from := len(b.Lines)
		l.option(&b, i, o, width)
		b.Zones = append(b.Zones, ui.Zone{Span: ui.Span{From: from, To: len(b.Lines)}, Message: pick(i)})
		if i == l.focus {
			b.Focus = ui.Span{From: from, To: len(b.Lines)}
		}
	}
	if b.Cursor == nil {
		b.Cursor = &terminal.Position{X: 0, Y: b.Focus.From}
	}
	return b
}

func (l *list) option(b *ui.Block, i int, o questionnaire.Option, width int) {
	head := fmt.Sprintf("%s %s %s ", l.pointer(i), l.number(i), l.mark(o))
	indent := strings.Repeat(" ", text.Width(head))
	for n, line := range text.Wrap(l.env.Words.Or(o.Text, "option."+o.Value), width-len(indent)) {
		before := indent
		if n == 0 {
			before = head
		}
		if i == l.focus {
			line = l.env.Theme.Focus.Render(line)
		}
		b.Add(before + line)
	}
	if o.Open && l.chosen[o.Value] {
		l.ownWords(b, i, o, width, indent)
	}
}

func (l *list) ownWords(b *ui.Block, i int, o questionnaire.Option, width int, indent string) {
	for _, line := range text.Wrap(l.env.Words.Text("widget.own-words"), width-len(indent)) {
		b.Add(indent + line)
	}
	words := l.words[o.Value]
	lines, cursor := words.view(width - len(indent) - 1)
	if i == l.focus {
		b.Cursor = &terminal.Position{X: len(indent) + cursor.X, Y: len(b.Lines) + cursor.Y}
	}
	for _, line := range lines {
		b.Add(indent + l.env.Theme.Field.Render(text.PadRight(line, width-len(indent))))
	}
}

func (l *list) pointer(i int) string {
	if i == l.focus {
		return l.env.Glyphs.Focus
	}
	return " "
}

func (l *list) number(i int) string {
	if i < 9 {
		return fmt.Sprint(i + 1)
	}
	return " "
}

func (l *list) mark(o questionnaire.Option) string {
	g := l.env.Glyphs
	switch on := l.chosen[o.Value]; {
	case l.several && on:
		return g.Ticked
	case l.several:
		return g.Unticked
	case on:
		return g.Chosen
	default:
		return g.Free
	}
}
