package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// explanation lies over a question: the author's explanation, the hard words on the screen, and the sources.
type explanation struct {
	*Sitting
	app.Explanation
}

// explains reports whether there is anything to explain.
func explains(s *Sitting, p session.Prompt) bool {
	return !app.Explain(s.Session().Questionnaire(), p, s.Words).Empty()
}

func explain(s *Sitting, p session.Prompt) ui.Step {
	e := app.Explain(s.Session().Questionnaire(), p, s.Words)
	if e.Empty() {
		return ui.Used()
	}
	s.Session().Explain()
	return ui.Over(&explanation{s, e})
}

func (e *explanation) Update(msg tea.Msg) ui.Step {
	key, ok := msg.(tea.KeyMsg)
	if !ok {
		return ui.Step{}
	}
	switch ui.Key(key) {
	case "enter", "esc", "?", "f1", "q":
		return ui.To(ui.Pop)
	}
	return ui.Step{}
}

func (e *explanation) View(width int) ui.Block {
	b := ui.Block{Paged: true}
	b.Add(e.prose(e.Text, width)...)
	part := func(id string, lines []string) {
		if len(lines) == 0 {
			return
		}
		if len(b.Lines) > 0 {
			b.Add("")
		}
		b.Add(e.Theme.Strong.Render(e.Words.Text(id)))
		b.Add(lines...)
	}
	part("explain.words", e.glossary(width))
	part("explain.sources", e.sources(width))
	return b
}

func (e *explanation) glossary(width int) []string {
	var lines []string
	for _, t := range e.Terms {
		lines = append(lines, text.Wrap(t.Term+": "+t.Meaning, width)...)
	}
	return lines
}

func (e *explanation) sources(width int) []string {
	var lines []string
	for _, source := range e.Sources {
		lines = append(lines, text.Wrap("- "+source, width)...)
	}
	return lines
}

func (e *explanation) Head() ui.Head { return ui.Head{Title: e.Words.Text("explain.head")} }

func (e *explanation) Hints() []ui.Hint {
	return []ui.Hint{e.hint("enter", "close"), e.hint("esc", "back"), e.hint("ctrl+q", "stop")}
}
