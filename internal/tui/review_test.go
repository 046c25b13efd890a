package tui

import (
	"fmt"
	"strings"
	"testing"

	"informed/internal/questionnaire"
)

// reviewing is a person at the review of thirty questions, of which a few are in view.
func reviewing(t *testing.T) *desk {
	t.Helper()
	var items []questionnaire.Item
	for n := range 30 {
		items = append(items, questionnaire.Item{ID: fmt.Sprintf("q%d", n), Type: questionnaire.TypeYesNo, Text: fmt.Sprintf("Is it so %d?", n)})
	}
	q, found := questionnaire.Compile(questionnaire.Definition{ID: "long", Version: "1.0.0", Title: "Long", Items: items})
	if q == nil {
		t.Fatal(found)
	}
	d := sit(t, q, 80, 24)
	for range 31 {
		d.toEnd()
		d.press("enter")
	}
	return d
}

func TestTheReviewKeepsThePlace(t *testing.T) {
	d := reviewing(t)
	d.press("enter", "down")
	if got := d.shown(); !strings.Contains(got, "> Is it so 8?") {
		t.Errorf("the arrows do not begin where the person reads:\n%s", got)
	}
	for range 8 {
		d.press("down")
	}
	d.press("enter", "1", "enter")
	got := d.shown()
	if !strings.Contains(got, "Is it so 16?\n      Yes") || strings.Contains(got, "> ") {
		t.Errorf("the review does not stand at the line that was changed:\n%s", got)
	}
	d.press("down")
	if got := d.shown(); !strings.Contains(got, "> Is it so 17?") {
		t.Errorf("the arrows do not go on from the line that was changed:\n%s", got)
	}
}

func TestTheReviewChangesOnlyWhatIsInView(t *testing.T) {
	d := reviewing(t)
	d.press("down", "pgdown", "pgdown", "enter")
	if got := d.shown(); !strings.Contains(got, "> Is it so 0?") {
		t.Errorf("Enter does not show first what it changes:\n%s", got)
	}
	d.press("enter")
	if got, want := d.shown(), d.sitting.Words.Text("screen.editing"); !strings.Contains(got, want) {
		t.Errorf("Enter does not change what is in view:\n%s", got)
	}
}
