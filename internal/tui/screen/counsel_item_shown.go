package screen

import (
	"slices"

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

// options lists the options that a patient saw, "not sure" among them.
func (h *shown) options() []questionnaire.Option { return h.entry.Probe(0).Options }

func (h *shown) question(b *ui.Block, words string, width int) {
	for _, line := range text.Wrap(h.Words.Or(words, "question.decision"), width) {
		b.Add(h.Theme.Strong.Render(line))
	}
	if h.entry.Help != "" {
		b.Add(text.Wrap(h.entry.Help, width)...)
	}
	b.Add("")
}

// probe draws a question with what was chosen.
func (h *shown) probe(b *ui.Block, p questionnaire.Probe, v questionnaire.Value, width int) {
	h.question(b, p.Text, width)
	for _, o := range p.Options {
		mark, words := h.Glyphs.Free, h.Words.Or(o.Text, "option."+o.Value)
		if v.Has(o.Value) {
			mark, words = h.Glyphs.Chosen, words+" "+h.Words.Text("item.chosen")
		}
		for i, line := range text.Wrap(words, width-4) {
			before := "    "
			if i == 0 {
				before = text.PadRight(mark, 4)
			}
			if v.Has(o.Value) {
				line = h.Theme.Strong.Render(line)
			}
			b.Add(before + line)
		}
	}
	if v.IsZero() {
		b.Add("")
		b.Add(text.Wrap(h.Words.Text("summary.open"), width)...)
	}
}

func (h *shown) ownWords(b *ui.Block, v questionnaire.Value, width int) {
	for _, code := range v.Codes {
		if words := v.Words[code]; words != "" {
			b.Add("")
			b.Add(text.Wrap(h.Words.Text("item.own-words", map[string]any{"Words": words}), width)...)
		}
	}
}

// tries draws the questions of a quiz that were asked, and what was said to each answer.
func (h *shown) tries(b *ui.Block, v questionnaire.Value, width int) {
	if v.IsZero() {
		h.probe(b, h.entry.Probe(0), v, width)
		return
	}
	for try, code := range v.Codes {
		if try > 0 {
			b.Add("")
			b.Add(text.Wrap(h.Words.Text("question.again"), width)...)
		}
		probe := h.entry.Probe(try)
		h.probe(b, probe, questionnaire.Codes(code), width)
		h.under(b, correction(probe, code), width)
	}
}

// correction gives what an author says to an answer of a quiz, "" for nothing.
func correction(probe questionnaire.Probe, code string) string {
	at := slices.IndexFunc(probe.Options, func(o questionnaire.Option) bool { return o.Value == code })
	right, _ := probe.Correct()
	if at >= 0 && probe.Options[at].Feedback != "" {
		return probe.Options[at].Feedback
	}
	return right.Feedback
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
