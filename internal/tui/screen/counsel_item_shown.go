package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/summary"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// shown is an item as the patient knows it: the question with its options and their answer marked, what was said to a wrong
// one, the explanation, and the picture of its part of the questionnaire. It is read only.
type shown struct {
	*Sitting
	entry *questionnaire.Entry
}

func (h *shown) Update(tea.Msg) ui.Step { return ui.Step{} }

func (h *shown) View(width int) ui.Block {
	v := h.Session().Response().Answers[h.entry.ID]
	var b ui.Block
	switch {
	case h.entry.Type == questionnaire.TypeQuiz:
		h.tries(&b, v, width)
	case len(h.options()) > 0:
		h.probe(&b, questionnaire.Probe{Text: h.entry.Text, Options: h.options()}, v, width)
		h.ownWords(&b, v, width)
	default:
		h.question(&b, h.entry.Text, width)
		h.under(&b, h.entry.Statement, width)
		h.answer(&b, v, width)
	}
	if h.Session().Response().Talk[h.entry.ID] {
		b.Add("")
		b.Add(text.Wrap(h.Words.Text("question.talk"), width)...)
	}
	if h.entry.Explain != "" {
		b.Add("", h.Theme.Strong.Render(h.Words.Text("explain.head")))
		b.Add(h.prose(h.entry.Explain, width)...)
	}
	for _, p := range h.pictures() {
		b.Add("")
		b.Add(picture(h.Sitting, p, width)...)
	}
	return b
}

// under puts an author's words under what stands there.
func (h *shown) under(b *ui.Block, md string, width int) {
	if md != "" {
		b.Add("")
		b.Add(h.prose(md, width)...)
	}
}

func (h *shown) answer(b *ui.Block, v questionnaire.Value, width int) {
	words := h.Words.Text("summary.open")
	if !v.IsZero() {
		words = h.Words.Text("summary.answered", map[string]any{"Answer": summary.Spoken(h.entry.Item, v, h.Words)})
	}
	b.Add(text.Wrap(words, width)...)
}

// pictures lists those that the patient saw in the group of the item.
func (h *shown) pictures() []*questionnaire.Picture {
	var list []*questionnaire.Picture
	q := h.Session().Questionnaire()
	entries, enabled := q.Entries(), q.Enabled(h.Session().Response().Answers)
	for i := range entries {
		if e := &entries[i]; enabled[i] && h.entry.Parent >= 0 && e.Parent == h.entry.Parent && e.Picture != nil {
			list = append(list, e.Picture)
		}
	}
	return list
}

func (h *shown) Head() ui.Head {
	for e := h.entry; e.Parent >= 0; {
		if e = &h.Session().Questionnaire().Entries()[e.Parent]; e.Title != "" {
			return ui.Head{Title: e.Title}
		}
	}
	return ui.Head{Title: h.Session().Questionnaire().Title}
}

func (h *shown) Hints() []ui.Hint { return []ui.Hint{h.hint("ctrl+q", "stop")} }
