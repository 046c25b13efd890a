package screen

import (
	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/summary"
	"informed/internal/text"
	"informed/internal/tui/ui"
	"informed/internal/tui/widget"
)

// Sitting is one person at one terminal: what every screen may use, and what came of it. It is used by one goroutine.
type Sitting struct {
	ui.Env
	Journal *records.Journal
	Copies  app.Copies

	Finished bool // the person left at the end, not before
	Written  []app.Target

	changed string // the item that the person went to from the review
}

// Session gives the session that is walked.
func (s *Sitting) Session() *session.Session { return s.Journal.Session() }

func (s *Sitting) summary() summary.Summary {
	return summary.Build(s.Session().Questionnaire(), s.Session().Record(), s.Words)
}

// problem gives the sentence for a problem.
func (s *Sitting) problem(p *questionnaire.Problem) string {
	return s.Words.Text("problem."+p.Code, p.Data)
}

// warn puts under a block what keeps the person here, if anything does, and brings it into view.
func (s *Sitting) warn(b *ui.Block, problem string, width int) {
	if problem == "" {
		return
	}
	b.Add("")
	from := len(b.Lines)
	for _, line := range text.Wrap("! "+problem, width) {
		b.Add(s.Theme.Strong.Render(line))
	}
	b.Focus = ui.Span{From: from, To: len(b.Lines)}
}

// hint makes the footer's hint of a key; what names the words.
func (s *Sitting) hint(key, what string) ui.Hint {
	return ui.Hint{Key: key, Label: s.Words.Text("footer." + what)}
}

// enterHint makes the hint of Enter where something is to be answered or chosen.
func (s *Sitting) enterHint(in widget.Input) ui.Hint {
	if in.Chooses() {
		return s.hint("enter", "pick")
	}
	return s.hint("enter", "next")
}

// prose renders an author's Markdown for a width, one line a row.
func (s *Sitting) prose(md string, width int) []string {
	if md == "" {
		return nil
	}
	return s.Prose.Render(md, width)
}
