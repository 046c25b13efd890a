package screen

import (
	"strings"

	"informed/internal/text"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

func (p *picking) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(p.Words.Text("open.intro"), width)...)
	b.Add("")
	b.Append(p.search.View(width))
	field := b.Focus
	if p.focus >= 0 { // one mark is enough
		b.Lines[field.From] = strings.Replace(b.Lines[field.From], p.Glyphs.Focus, " ", 1)
	}
	b.Add("")
	p.line(&b, width, 0, p.Words.Text("open.new"), "")
	for i := range p.shown() {
		r := p.rows[p.found[i]]
		p.line(&b, width, i+1, r.what, r.stands)
	}
	if len(p.rows) == 0 {
		b.Add("")
		b.Add(text.Wrap(p.Words.Text("open.none"), width)...)
	}
	if more := len(p.found) - p.shown(); more > 0 {
		b.Add("")
		b.Add(text.Wrap(p.Words.Count("open.more", more), width)...)
	}
	if p.focus < 0 {
		b.Focus = field
	}
	warning := p.warning
	if p.busy {
		warning = p.Words.Text("open.busy")
	}
	p.warn(&b, warning, width)
	return b
}

// line draws one thing that can be opened: what it is, and under it how it stands.
func (p *picking) line(b *ui.Block, width, i int, what, stands string) {
	from, before := len(b.Lines), "  "
	if i == p.focus {
		before = p.Glyphs.Focus + " "
		b.Cursor = &terminal.Position{X: 0, Y: from}
	}
	for n, line := range text.Wrap(what, width-4) {
		if i == p.focus {
			line = p.Theme.Focus.Render(line)
		}
		if n > 0 {
			before = "    "
		}
		b.Add(before + line)
	}
	for _, line := range text.Wrap(stands, width-4) {
		if line != "" {
			b.Add("    " + line)
		}
	}
	span := ui.Span{From: from, To: len(b.Lines)}
	b.Zones = append(b.Zones, ui.Zone{Span: span, Message: chosen(i)})
	if i == p.focus {
		b.Focus = span
	}
}

func (p *picking) Head() ui.Head { return ui.Head{Title: p.Words.Text("open.head")} }

func (p *picking) Hints() []ui.Hint {
	hints := []ui.Hint{p.hint("enter", "open"), p.hint("down", "choose")}
	if p.search.Value().Text != "" {
		hints = append(hints, p.hint("esc", "clear"))
	}
	return append(hints, p.hint("ctrl+q", "stop"))
}
