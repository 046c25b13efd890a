package tui

import (
	"os"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// small makes a desk in front of a questionnaire of these items, past the welcome.
func small(t *testing.T, items ...questionnaire.Item) *desk {
	t.Helper()
	q, found := questionnaire.Compile(questionnaire.Definition{ID: "small", Version: "1.0.0", Title: "Small", Items: items})
	if q == nil {
		t.Fatal(found)
	}
	d := sit(t, q, 80, 24)
	d.toEnd()
	d.press("enter")
	return d
}

func asks(id string, kind questionnaire.Type) questionnaire.Item {
	return questionnaire.Item{ID: id, Type: kind, Text: "What of " + id + "?"}
}

func quiz() questionnaire.Item {
	it := asks("quiz", questionnaire.TypeQuiz)
	it.Options = []questionnaire.Option{{Value: "right", Text: "R", Correct: true}, {Value: "wrong", Text: "W"}}
	return it
}

// Leaving a screen by Esc, or by asking to stop, keeps a sound draft. A try, a decision and a name count only when they
// are confirmed.
func TestLeavingKeepsTheDraft(t *testing.T) {
	signed := questionnaire.Item{ID: "signed", Type: questionnaire.TypeAttestation, Statement: "Mine."}
	number := asks("number", questionnaire.TypeInteger)
	number.Max = "9"
	tests := []struct {
		name string
		item questionnaire.Item
		keys string // what is done on the screen of the item, or the review before it
		want questionnaire.Value
	}{
		{"a text", asks("a", questionnaire.TypeText), "H i", questionnaire.Value{Text: "Hi"}},
		{"an option", asks("a", questionnaire.TypeYesNo), "2", questionnaire.Codes("no")},
		{"not sure", asks("a", questionnaire.TypeDate), "down space", questionnaire.Codes("unsure")},
		{"a number that does not fit", number, "1 0", questionnaire.Value{}},
		{"a try", quiz(), "1", questionnaire.Value{}},
		{"a decision", asks("a", questionnaire.TypeDecision), "enter 1", questionnaire.Value{}},
		{"a name", signed, "enter N", questionnaire.Value{}},
	}
	for _, test := range tests {
		for _, leave := range []string{"esc", "ctrl+q"} {
			t.Run(test.name+" "+leave, func(t *testing.T) {
				d := small(t, test.item)
				d.press(strings.Fields(test.keys)...)
				d.press(leave)
				got := d.sitting.Session().Response().Answers[test.item.ID]
				if diff := cmp.Diff(test.want, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			})
		}
	}
}

func TestStopping(t *testing.T) {
	t.Run("going on after all", func(t *testing.T) {
		d := small(t, asks("a", questionnaire.TypeYesNo))
		before := d.shown()
		d.press("ctrl+q", "1")
		if d.send(keyOf("enter")) {
			t.Fatal("going on ended the program")
		}
		if diff := cmp.Diff(before, d.shown()); diff != "" {
			t.Errorf("not where it was (-want +got):\n%s", diff)
		}
	})
	t.Run("without a copy", func(t *testing.T) {
		d := small(t, asks("a", questionnaire.TypeYesNo))
		d.press("ctrl+q", "3")
		if !d.send(keyOf("enter")) {
			t.Errorf("the program goes on:\n%s", d.shown())
		}
		if d.sitting.Finished || d.sitting.Written != nil {
			t.Error("that counts as finished, or as saved")
		}
	})
	t.Run("with a copy, before the end", func(t *testing.T) {
		d := small(t, asks("a", questionnaire.TypeYesNo))
		d.press("1", "ctrl+q", "2", "enter", "1", "enter")
		if !d.send(keyOf("enter")) || d.sitting.Finished || len(d.sitting.Written) != 1 {
			t.Errorf("finished %v, %d copies:\n%s", d.sitting.Finished, len(d.sitting.Written), d.shown())
		}
	})
	t.Run("with a copy, at the end", func(t *testing.T) {
		d := small(t, asks("a", questionnaire.TypeYesNo))
		d.press("1", "enter", "enter", "s", "1", "enter")
		if !d.send(keyOf("enter")) || !d.sitting.Finished {
			t.Errorf("not finished:\n%s", d.shown())
		}
	})
}

func TestACopyHoldsWhatWasChosen(t *testing.T) {
	private := asks("a", questionnaire.TypeText)
	private.Private = true
	for key, want := range map[string]bool{"1": false, "2": true} {
		d := small(t, private)
		d.press("S", "e", "c", "r", "e", "t", "enter", "enter", "s", key, "enter")
		data, err := os.ReadFile(d.sitting.Copies.Out)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(data), "Secret"); got != want {
			t.Errorf("option %s: the private answer is in the copy: %v", key, got)
		}
	}
}

// Nothing is written before the person could read where, and once is once.
func TestSavingWaitsForThePlaceAndForItself(t *testing.T) {
	d := small(t, asks("a", questionnaire.TypeYesNo))
	d.press("enter", "enter")
	plan := d.program.Update(keyOf("s"))
	d.program.Update(keyOf("1"))
	if cmd := d.program.Update(keyOf("enter")); cmd != nil {
		cmd() // asks for the place again, at most
	}
	if _, err := os.Stat(d.sitting.Copies.Out); err == nil {
		t.Fatal("a copy was written before its place was shown")
	}
	d.send(plan())
	write := d.program.Update(keyOf("enter"))
	if again := d.program.Update(keyOf("enter")); again != nil {
		t.Error("a second Enter writes a second copy")
	}
	d.send(write())
	if len(d.sitting.Written) != 1 {
		t.Errorf("%d copies were written", len(d.sitting.Written))
	}
}

func TestTheReviewSaysWhatIsMissing(t *testing.T) {
	hope := asks("hope", questionnaire.TypeString)
	hope.Required = true
	d := small(t, asks("before", questionnaire.TypeYesNo), hope)
	d.press("enter", "x", "enter")
	d.press("down", "down", "enter", "backspace", "enter", "esc") // takes the answer back
	d.press("enter")
	got := d.shown()
	for _, words := range []string{d.sitting.Words.Count("problem.missing", 1), "> What of hope?"} {
		if !strings.Contains(got, words) {
			t.Errorf("%q is not on the screen:\n%s", words, got)
		}
	}
	if k := d.sitting.Session().Prompt().Kind; k != session.Review {
		t.Errorf("at %s", k)
	}
}

// click presses the first button on the first place where the words stand.
func (d *desk) click(words string) {
	d.t.Helper()
	for y, line := range strings.Split(d.shown(), "\n") {
		if x := strings.Index(line, words); x >= 0 {
			d.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
			return
		}
	}
	d.t.Fatalf("%q is not on the screen:\n%s", words, d.shown())
}

// Whoever cannot use the keys can walk with the mouse, or by touch.
func TestAWalkByMouse(t *testing.T) {
	d := small(t, asks("a", questionnaire.TypeYesNo), asks("b", questionnaire.TypeYesNo))
	d.resize(40, 15) // the footer stands on several lines
	for _, words := range []string{"Yes", "Talk about", "Enter", "No", "Esc", "Enter", "Enter", "What of a?", "Not sure", "Enter"} {
		d.click(words)
	}
	response := d.sitting.Session().Response()
	want := questionnaire.Response{
		Answers: questionnaire.Answers{"a": questionnaire.Codes("unsure"), "b": questionnaire.Codes("no")}, Talk: map[string]bool{"a": true},
	}
	if diff := cmp.Diff(want, response); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if k := d.sitting.Session().Prompt().Kind; k != session.Review {
		t.Errorf("at %s", k)
	}
}

func TestNothingToExplainLeavesNoTrace(t *testing.T) {
	d := small(t, asks("a", questionnaire.TypeYesNo))
	before, entries := d.shown(), len(d.sitting.Session().Entries())
	d.press("?", "f1")
	if diff := cmp.Diff(before, d.shown()); diff != "" || len(d.sitting.Session().Entries()) != entries {
		t.Errorf("%d entries more, and the screen (-want +got):\n%s", len(d.sitting.Session().Entries())-entries, diff)
	}
}
