package tui

import (
	"strings"
	"testing"

	"informed/internal/questionnaire"
)

// Where the author left the words out, the program has its own.
func TestADecisionWithoutTheAuthorsWords(t *testing.T) {
	q, found := questionnaire.Compile(questionnaire.Definition{ID: "bare", Version: "1.0.0", Title: "Bare", Items: []questionnaire.Item{
		{ID: "decision", Type: questionnaire.TypeDecision}}})
	if q == nil {
		t.Fatal(found)
	}
	d := sit(t, q, 80, 24)
	for _, key := range []string{"enter", "enter"} {
		d.toEnd()
		d.press(key)
	}
	got := d.shown()
	for _, id := range []string{"question.decision", "option.agree", "option.defer", "option.decline"} {
		if words := d.sitting.Words.Text(id); strings.HasPrefix(words, "[") || !strings.Contains(got, words) {
			t.Errorf("%q is not on the screen:\n%s", words, got)
		}
	}
}

// A person must be asked about everything private that a copy leaves out, also about what has no line in the checklist.
func TestTheSaveScreenKnowsOfPrivateAnswers(t *testing.T) {
	q, found := questionnaire.Compile(questionnaire.Definition{ID: "bare", Version: "1.0.0", Title: "Bare", Items: []questionnaire.Item{
		{ID: "worry", Type: questionnaire.TypeYesNo, Text: "Do you worry?", Private: true}}})
	if q == nil {
		t.Fatal(found)
	}
	d := sit(t, q, 80, 24)
	for _, key := range []string{"enter", "1", "enter", "enter", "s"} {
		d.toEnd()
		d.press(key)
	}
	for _, id := range []string{"save.without-private", "save.with-private"} {
		if words := d.sitting.Words.Text(id); !strings.Contains(d.shown(), words) {
			t.Errorf("%q is not offered:\n%s", words, d.shown())
		}
	}
}
