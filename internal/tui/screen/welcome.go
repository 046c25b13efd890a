package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// welcome says what this is, for whom, how long it takes, what becomes of the answers, and which keys to use.
type welcome struct{ *Sitting }

func newWelcome(s *Sitting) *welcome { return &welcome{s} }

func (w *welcome) Update(msg tea.Msg) ui.Step {
	if key, ok := msg.(tea.KeyMsg); ok && ui.Key(key) == "enter" {
		return onward(w.Sitting)
	}
	return ui.Step{}
}

func (w *welcome) View(width int) ui.Block {
	q := w.Session().Questionnaire()
	b := ui.Block{Paged: true}
	for _, line := range text.Wrap(q.Title, width) {
		b.Add(w.Theme.Strong.Render(line))
	}
	if notice := w.notice(q.Status); notice != "" {
		b.Add("")
		for _, line := range text.Wrap(notice, width) {
			b.Add(w.Theme.Strong.Render(line))
		}
	}
	if q.Purpose != "" {
		b.Add("")
		b.Add(w.prose(q.Purpose, width)...)
	}
	for _, sentence := range w.sentences(q) {
		b.Add("")
		b.Add(text.Wrap(sentence, width)...)
	}
	b.Add("")
	for _, line := range w.about(q) {
		b.Add(text.Wrap(line, width)...)
	}
	return b
}

func (w *welcome) notice(status questionnaire.Status) string {
	switch status {
	case questionnaire.Draft:
		return w.Words.Text("welcome.draft")
	case questionnaire.Retired:
		return w.Words.Text("welcome.retired")
	default:
		return ""
	}
}

func (w *welcome) sentences(q *questionnaire.Questionnaire) []string {
	var out []string
	if q.Minutes > 0 {
		out = append(out, w.Words.Count("welcome.minutes", q.Minutes))
	}
	privacy := w.Words.Text("welcome.privacy")
	switch {
	case w.Place != nil:
		privacy = w.Words.Text("place.kept", map[string]any{"Clinic": w.Place.Clinic})
	case w.kept():
		privacy = w.Words.Text("welcome.kept")
	}
	if w.Place != nil {
		out = append(out, w.Words.Text("place.hide"))
	}
	return append(out, privacy, w.Words.Text("welcome.keys"), w.Words.Text("welcome.unsure"))
}

// about says who is behind the questionnaire.
func (w *welcome) about(q *questionnaire.Questionnaire) []string {
	var out []string
	add := func(words func(data map[string]any) string, value string) {
		if value != "" {
			out = append(out, words(map[string]any{"Value": value}))
		}
	}
	add(func(d map[string]any) string { return w.Words.Text("welcome.publisher", d) }, q.Publisher)
	add(func(d map[string]any) string { return w.Words.Text("welcome.funding", d) }, q.Funding)
	add(func(d map[string]any) string { return w.Words.Text("welcome.review", d) }, q.Review.By)
	add(func(d map[string]any) string { return w.Words.Text("welcome.version", d) }, q.Version)
	return out
}

func (w *welcome) Head() ui.Head { return ui.Head{Title: w.Words.Text("welcome.head")} }

func (w *welcome) Hints() []ui.Hint {
	return []ui.Hint{w.hint("enter", "start"), w.hint("ctrl+q", "stop")}
}
