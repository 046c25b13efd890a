package tui

import (
	"path/filepath"
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

func TestNothingPrivateNothingAsked(t *testing.T) {
	d := small(t, asks("a", questionnaire.TypeYesNo))
	d.press("1", "enter", "enter", "s")
	if words := d.sitting.Words.Text("save.with-private"); strings.Contains(d.shown(), words) {
		t.Errorf("%q is offered:\n%s", words, d.shown())
	}
}

// Whatever the folders of a machine are called, and whatever goes wrong there: their names do nothing to the terminal.
func TestNamesOfFilesAreShownClean(t *testing.T) {
	const hostile = "copy\x1b[2J\u202e.md"
	for _, folder := range []string{t.TempDir(), filepath.Join(t.TempDir(), hostile, "none")} {
		d := small(t, asks("a", questionnaire.TypeYesNo))
		d.sitting.Copies.Out = filepath.Join(folder, hostile)
		for _, key := range []string{"1", "enter", "enter", "s", "1", "enter", "enter"} {
			d.press(key)
			sound(t, d)
		}
	}
}

func TestARequiredNameIsAskedForByName(t *testing.T) {
	d := small(t, questionnaire.Item{ID: "name", Type: questionnaire.TypeAttestation, Statement: "Mine.", Required: true})
	d.press("enter", "enter")
	if words := d.sitting.Words.Text("problem.name-required"); !strings.Contains(d.shown(), words) {
		t.Errorf("%q is not on the screen:\n%s", words, d.shown())
	}
}

func TestStoppingAsksOnce(t *testing.T) {
	d := small(t, asks("a", questionnaire.TypeYesNo))
	d.press("ctrl+q", "ctrl+c", "esc")
	if !strings.Contains(d.shown(), "What of a?") {
		t.Errorf("one Esc does not lead back:\n%s", d.shown())
	}
}

func TestTheWelcomeSaysWhatMayNotBeUsed(t *testing.T) {
	for status, id := range map[questionnaire.Status]string{
		questionnaire.Draft: "welcome.draft", questionnaire.Retired: "welcome.retired", questionnaire.Active: "",
	} {
		q, found := questionnaire.Compile(questionnaire.Definition{ID: "x", Version: "1.0.0", Title: "X", Status: status,
			Items: []questionnaire.Item{asks("a", questionnaire.TypeYesNo)}})
		if q == nil {
			t.Fatal(found)
		}
		d := sit(t, q, 80, 24)
		for _, notice := range []string{"welcome.draft", "welcome.retired"} {
			if got := strings.Contains(d.shown(), d.sitting.Words.Text(notice)); got != (notice == id) {
				t.Errorf("%s: %s is shown: %v", status, notice, got)
			}
		}
	}
}
