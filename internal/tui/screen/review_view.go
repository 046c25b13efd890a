package screen

import (
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/summary"
	"informed/internal/text"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

func (r *review) View(width int) ui.Block {
	b := ui.Block{Paged: r.focus < 0, AtFocus: true}
	b.Add(text.Wrap(r.Words.Text("review.intro"), width)...)
	var section *questionnaire.Entry
	for i, line := range r.lines {
		if line.Section != section && line.Section != nil {
			b.Add("")
			for _, title := range text.Wrap(line.Section.Title, width) {
				b.Add(r.Theme.Strong.Render(title))
			}
		}
		section = line.Section
		r.line(&b, i, line, width)
	}
	b.Add("")
	r.onward(&b, width)
	if b.Cursor == nil {
		b.Cursor = &terminal.Position{}
	}
	r.zones = b.Zones
	return b
}

// line draws a question with its answer under it.
func (r *review) line(b *ui.Block, i int, l session.Line, width int) {
	from := len(b.Lines)
	if r.focus == i && r.problem != "" {
		for _, sentence := range text.Wrap("! "+r.problem, width) {
			b.Add(r.Theme.Strong.Render(sentence))
		}
	}
	r.rows(b, i, l.Entry.Text, width)
	for _, answer := range text.Wrap(r.answer(l), width-4) {
		b.Add("    " + r.weight(l, answer))
	}
	r.span(b, i, from)
}

func (r *review) rows(b *ui.Block, i int, words string, width int) {
	for n, row := range text.Wrap(words, width-2) {
		before := "  "
		if i == r.focus {
			row = r.Theme.Focus.Render(row)
			if n == 0 {
				before = r.Glyphs.Focus + " "
				b.Cursor = &terminal.Position{X: 0, Y: len(b.Lines)}
			}
		}
		b.Add(before + row)
	}
}

func (r *review) span(b *ui.Block, i, from int) {
	span := ui.Span{From: from, To: len(b.Lines)}
	b.Zones = append(b.Zones, ui.Zone{Span: span, Message: line(i)})
	if i == r.focus || r.focus < 0 && i == r.start {
		b.Focus = span
	}
}

// weight stresses what still needs the person.
func (r *review) weight(l session.Line, answer string) string {
	if l.Missing {
		return r.Theme.Strong.Render(answer)
	}
	return answer
}

func (r *review) answer(l session.Line) string {
	words := summary.Spoken(l.Entry.Item, l.Answer, r.Words)
	switch {
	case l.Missing:
		words = "! " + r.Words.Text("review.missing")
	case l.Answer.IsZero():
		words = r.Words.Text("review.open")
	}
	if l.Talk {
		words += " " + r.Words.Text("review.talk")
	}
	return words
}

func (r *review) onward(b *ui.Block, width int) {
	from := len(b.Lines)
	r.rows(b, len(r.lines), r.Words.Text("review.onward"), width)
	r.span(b, len(r.lines), from)
}
