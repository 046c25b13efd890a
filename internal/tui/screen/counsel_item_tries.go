package screen

import (
	"slices"

	"informed/internal/questionnaire"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

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
