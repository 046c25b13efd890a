package screen

import (
	"slices"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/revision"
	"informed/internal/session"
	"informed/internal/summary"
	"informed/internal/text"
)

// spell gives a text that differs as it is read.
func spell(s *Sitting, f revision.Field, words string) string {
	count, of, ok := strings.Cut(words, "/")
	switch {
	case f == revision.Picture && ok:
		return s.Words.Text("difference.rate", map[string]any{"Count": count, "Of": of})
	case f == revision.Picture:
		return s.Words.Text("difference.unknown")
	case words == "":
		return s.Words.Text("difference.nothing")
	}
	return text.CleanLine(words)
}

// seen reports whether a person could notice a difference.
func seen(one revision.Difference) bool {
	return slices.ContainsFunc(one.Pairs, func(p revision.Pair) bool { return p.Field.Shown() })
}

// afresh reports whether a question is put as if it had not been answered: in a consultation nobody finds the decision, or a
// name under it, chosen already, so that to stay with it takes as many keys as to change it.
func afresh(s *Sitting, p session.Prompt) bool {
	return s.Session().Consulting() && (p.Kind == session.Decide || p.Kind == session.Attest)
}

// begins gives the answer that a question begins with.
func begins(s *Sitting, p session.Prompt) questionnaire.Value {
	if afresh(s, p) {
		return questionnaire.Value{}
	}
	return p.Answer
}

// before tells at an item that is asked again how it was and what was answered then, and what was decided; nil for any other.
func before(s *Sitting, p session.Prompt, width int) []string {
	if p.Kind == session.Decide && afresh(s, p) && !p.Answer.IsZero() {
		return text.Wrap(s.Words.Text("before.answer", map[string]any{"Answer": summary.Spoken(p.Entry.Item, p.Answer, s.Words)}), width)
	}
	earlier := s.Journal.Earlier()
	if p.Entry == nil || earlier == nil || !slices.Contains(s.Session().Record().Renewed.Asks, p.Entry.ID) {
		return nil
	}
	old, ok := earlier.Questionnaire().Entry(p.Entry.ID)
	if !ok {
		return []string{s.Words.Text("before.new"), ""}
	}
	var lines []string
	if old.Type.Question() && old.Text != p.Entry.Text {
		lines = append(lines, text.Wrap(s.Words.Text("before.text", map[string]any{"Text": old.Text}), width)...)
	}
	answer := earlier.Record().Response.Answers[old.ID]
	if !answer.IsZero() && old.Type != questionnaire.TypeQuiz {
		said := summary.Spoken(old.Item, answer, s.Words)
		lines = append(lines, text.Wrap(s.Words.Text("before.answer", map[string]any{"Answer": said}), width)...)
	}
	return lines
}
