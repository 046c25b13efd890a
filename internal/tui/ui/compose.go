package ui

import (
	"strings"

	"informed/internal/text"
	"informed/internal/tui/terminal"
)

// The least terminal that a screen fits in.
const (
	MinWidth  = 40
	MinHeight = 15
)

// widest is the widest that text runs: longer lines tire the eye, so wide terminals get a column in the middle.
const widest = 84

func (r *Router) small() bool { return r.width < MinWidth || r.height < MinHeight }

// margin gives the blank columns on the left and the width between them and the same on the right.
func (r *Router) margin() (left, width int) {
	left = 1
	if r.width >= 60 {
		left = 2
	}
	width = min(r.width-2*left, widest)
	return (r.width - width) / 2, width
}

// compose lays a screen out: the header and a blank, the body, a line that says whether there is more, the footer.
func (r *Router) compose(l *level) terminal.Frame {
	left, width := r.arrange(l)
	first := l.shown[0]
	lines, block := r.place(l.Head(), first.block, width, first.width)
	first.block = block
	r.named(l, lines)
	l.head = len(lines)
	for _, c := range l.shown {
		c.pane.chase = c.pane.chase || c.pane.height == 0 && c.block.AtFocus
	}
	feet, height := r.footer(l, width), 0
	for range 2 { // the footer's words hang on whether there is more, and the room on the footer
		height = max(1, r.height-l.head-1-len(feet))
		for _, c := range l.shown {
			c.pane.fit(c.block, height)
		}
		feet = r.footer(l, width)
	}
	for _, c := range l.shown {
		c.pane.chase = false
	}
	lines = append(append(lines, r.body(l, height)...), r.goesOn(l))
	lines = append(lines, feet...)
	for i := range l.feet {
		l.feet[i].y += len(lines) - len(feet)
		l.feet[i].from += left
		l.feet[i].to += left
	}
	lines = lines[:min(len(lines), r.height)]
	return terminal.Frame{Lines: indent(lines, left), Cursor: l.cursor()}
}

// cursor places the cursor of the block on the screen, in the corner of the body where it is out of view.
func (l *level) cursor() *terminal.Position {
	front := l.front()
	at := terminal.Position{X: front.left, Y: l.head}
	if c := front.block.Cursor; c != nil && c.Y >= front.pane.top && c.Y < front.pane.top+front.pane.height {
		at = terminal.Position{X: front.left + c.X, Y: l.head + c.Y - front.pane.top}
	}
	return &at
}

func indent(lines []string, left int) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		if line != "" {
			out[i] = strings.Repeat(" ", left) + line
		}
	}
	return out
}

// place puts the header, and a blank under it, over the body. A title that would take more than a third of the screen
// goes into the body, which may be narrower, to scroll with it.
func (r *Router) place(h Head, body Block, width, narrow int) (head []string, block Block) {
	head = append(r.header(h, width), "")
	if len(head) <= r.height/3 {
		return head, body
	}
	block = Block{Paged: body.Paged, AtFocus: body.AtFocus}
	block.Add(append(r.titles(h.Title, narrow), "")...)
	block.Append(body)
	return []string{h.Progress, r.bar(h, width), ""}, block
}

// header draws the section and how far along one is, in words and as a bar. What does not fit beside the section goes
// under it: nothing is cut.
func (r *Router) header(h Head, width int) []string {
	lines := r.titles(h.Title, width)
	last := &lines[len(lines)-1]
	gap := width - text.Width(*last) - text.Width(h.Progress)
	switch {
	case h.Progress == "":
	case gap > 0:
		*last += strings.Repeat(" ", gap) + h.Progress
	default:
		lines = append(lines, h.Progress)
	}
	return append(lines, r.bar(h, width))
}

func (r *Router) titles(title string, width int) []string {
	lines := text.Wrap(title, width-2)
	for i, line := range lines {
		lines[i] = r.env.Theme.Title.Render(" " + line + " ")
	}
	return lines
}

func (r *Router) bar(h Head, width int) string {
	if h.Total == 0 {
		return ""
	}
	full := width * h.Done / h.Total
	return strings.Repeat(r.env.Glyphs.Full, full) + strings.Repeat(r.env.Glyphs.Empty, width-full)
}

// more says which way the text goes on.
func (r *Router) more(p *pane) string {
	var parts []string
	if p.above() {
		parts = append(parts, r.env.Glyphs.Up+" "+r.env.Words.Text("footer.above"))
	}
	if p.below() {
		parts = append(parts, r.env.Glyphs.Down+" "+r.env.Words.Text("footer.below"))
	}
	return r.env.Theme.Strong.Render(strings.Join(parts, "   "))
}

// footer draws the hints, on as many lines as they need, and notes where each stands for clicks.
func (r *Router) footer(l *level, width int) []string {
	l.feet = l.feet[:0]
	var lines []string
	line, used := "", 0
	for _, h := range l.Hints() {
		label := h.Label
		if front := l.front(); h.Key == "enter" && front.block.Paged && front.pane.below() {
			label = r.env.Words.Text("footer.more")
		}
		name := Caption(h.Key)
		cells := text.Width(name) + 1 + text.Width(label)
		if used > 0 && used+2+cells > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+"  ", used+2
		}
		l.feet = append(l.feet, target{y: len(lines), from: used, to: used + cells, key: h.Key})
		line, used = line+r.env.Theme.Key.Render(name)+" "+label, used+cells
	}
	return append(lines, line)
}

// notice asks for a larger terminal, in whatever there is.
func (r *Router) notice() terminal.Frame {
	words := r.env.Words.Text("screen.too-small", map[string]any{
		"Width": MinWidth, "Height": MinHeight, "HasWidth": r.width, "HasHeight": r.height,
	})
	if r.asking() {
		words += " " + r.env.Words.Text("screen.too-small-stop")
	}
	return r.Notice(words)
}

// Notice fills the screen with a few words, in whatever room there is.
func (r *Router) Notice(words string) terminal.Frame {
	lines := text.Wrap(words, max(2, r.width))
	return terminal.Frame{Lines: lines[:min(len(lines), max(0, r.height))]}
}
