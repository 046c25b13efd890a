package screen

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// explanation lies over a question: the author's explanation, the hard words on the screen, and the sources.
type explanation struct {
	*Sitting
	prompt session.Prompt
}

// explains reports whether there is anything to explain.
func explains(s *Sitting, p session.Prompt) bool {
	it := p.Entry.Item
	return it.Explain != "" || len(it.Sources) > 0 || len(terms(s.Session.Questionnaire(), p)) > 0
}

func explain(s *Sitting, p session.Prompt) ui.Step {
	if !explains(s, p) {
		return ui.Used()
	}
	s.Session.Explain()
	return ui.Over(&explanation{s, p})
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
	b.Add(e.prose(e.prompt.Entry.Explain, width)...)
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
	for _, t := range terms(e.Session.Questionnaire(), e.prompt) {
		lines = append(lines, text.Wrap(t.Term+": "+t.Meaning, width)...)
	}
	return lines
}

func (e *explanation) sources(width int) []string {
	var lines []string
	for _, key := range e.prompt.Entry.Sources {
		if source, ok := e.Session.Questionnaire().Source(key); ok {
			lines = append(lines, text.Wrap("- "+cite(e.Sitting, source), width)...)
		}
	}
	return lines
}

// cite names a source in a line: title, publisher, year, and whether it is known through another text.
func cite(s *Sitting, source *questionnaire.Source) string {
	parts := []string{source.Title}
	if source.Publisher != "" {
		parts = append(parts, source.Publisher)
	}
	if source.Year > 0 {
		parts = append(parts, strconv.Itoa(source.Year))
	}
	if source.Evidence == questionnaire.Secondary {
		parts = append(parts, s.Words.Text("explain.secondary"))
	}
	return strings.Join(parts, ", ")
}

// terms lists the words of the glossary that stand on the screen.
func terms(q *questionnaire.Questionnaire, p session.Prompt) []questionnaire.Term {
	it := p.Entry.Item
	shown := []string{it.Title, it.Text, it.Help, it.Explain, it.Statement, p.Probe.Text}
	for _, o := range p.Probe.Options {
		shown = append(shown, o.Text)
	}
	if p.Result != nil {
		shown = append(shown, p.Result.Chosen.Feedback)
	}
	all := strings.ToLower(strings.Join(shown, "\n"))
	var found []questionnaire.Term
	for _, t := range q.Glossary {
		if mentions(all, strings.ToLower(t.Term)) {
			found = append(found, t)
		}
	}
	return found
}

// mentions reports whether a term stands in a text as a word of its own, an s behind it allowed.
func mentions(all, term string) bool {
	for from := 0; ; {
		i := strings.Index(all[from:], term)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(term)
		rest := strings.TrimPrefix(all[end:], "s")
		if !letterAt(all[:start], true) && (!letterAt(rest, false) || !letterAt(all[end:], false)) {
			return true
		}
		from = end
	}
}

// letterAt reports whether s has a letter at its end or its beginning.
func letterAt(s string, end bool) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if end {
		r, _ = utf8.DecodeLastRuneInString(s)
	}
	return unicode.IsLetter(r)
}
