package screen

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/summary"
	"informed/internal/text"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

// review lists every answer by section, says what is missing, and lets each be changed.
type review struct {
	*Sitting
	lines   []session.Line
	focus   int // -1 for none, len(lines) for going on
	start   int // where the arrows begin, -1 for above the first
	problem string
}

// line is the message of a click on a line.
type line int

// newReview begins at the line that the person has just come back from. Enter leads on from there, and not into it again.
func newReview(s *Sitting) *review {
	r := &review{Sitting: s, lines: s.Session.Review(), focus: -1}
	r.start = r.find(s.changed)
	s.changed = ""
	return r
}

// find gives the place of an item's line, -1 where there is none.
func (r *review) find(id string) int {
	return slices.IndexFunc(r.lines, func(l session.Line) bool { return l.Entry.ID == id })
}

func (r *review) Update(msg tea.Msg) ui.Step {
	switch msg := msg.(type) {
	case line:
		r.focus = int(msg)
		return r.enter()
	case tea.KeyMsg:
		return r.key(ui.Key(msg))
	}
	return ui.Step{}
}

func (r *review) key(key string) ui.Step {
	switch key {
	case "enter":
		return r.enter()
	case "esc":
		return back(r.Sitting)
	case "up", "shift+tab":
		return r.move(-1)
	case "down", "tab":
		return r.move(1)
	}
	return ui.Step{}
}

func (r *review) move(by int) ui.Step {
	to := r.focus + by
	if r.focus < 0 {
		to = r.start + by
	}
	if to < 0 || to > len(r.lines) {
		return ui.Step{}
	}
	r.focus, r.problem = to, ""
	return ui.Used()
}

// enter changes the focused answer, or goes on.
func (r *review) enter() ui.Step {
	if r.focus >= 0 && r.focus < len(r.lines) {
		r.changed = r.lines[r.focus].Entry.ID
		r.Session.Jump(r.changed)
		return ui.To(ui.Follow)
	}
	p := r.Session.Next()
	if p == nil {
		return ui.To(ui.Follow)
	}
	r.problem = r.Words.Count("problem.missing", len(r.Session.Missing()))
	r.focus = r.find(p.Item)
	return ui.Used()
}

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

func (r *review) Head() ui.Head { return ui.Head{Title: r.Words.Text("review.head")} }

func (r *review) Hints() []ui.Hint {
	enter := "next"
	if r.focus >= 0 && r.focus < len(r.lines) {
		enter = "change"
		if l := r.lines[r.focus]; l.Entry.Type == questionnaire.TypeQuiz && l.Answered { // it takes no more tries
			enter = "look"
		}
	}
	return []ui.Hint{r.hint("enter", enter), r.hint("esc", "back"), r.hint("down", "choose"), r.hint("ctrl+q", "stop")}
}
