package widget

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
)

// kinds are items with an answer that each could have.
func kinds() map[string]struct {
	item  questionnaire.Item
	value questionnaire.Value
} {
	open := fruit(questionnaire.TypeChoice)
	open.Options = append(open.Options, questionnaire.Option{Value: "other", Text: "Another", Open: true})
	scale := questionnaire.Item{Type: questionnaire.TypeScale, Min: "0", Max: "10"}
	unsure := questionnaire.Codes(questionnaire.Unsure)
	return map[string]struct {
		item  questionnaire.Item
		value questionnaire.Value
	}{
		"one":           {questionnaire.Item{Type: questionnaire.TypeYesNo}, questionnaire.Codes("no")},
		"several":       {fruit(questionnaire.TypeChoices), questionnaire.Codes("apple", "pear")},
		"own words":     {open, questionnaire.Value{Codes: []string{"other"}, Words: map[string]string{"other": "a plum"}}},
		"scale":         {scale, questionnaire.Value{Number: "7"}},
		"scale, unsure": {scale, unsure},
		"number":        {questionnaire.Item{Type: questionnaire.TypeDecimal}, questionnaire.Value{Number: "1.5"}},
		"date":          {questionnaire.Item{Type: questionnaire.TypeDate}, questionnaire.Value{Date: "2026-11-22"}},
		"text":          {questionnaire.Item{Type: questionnaire.TypeText}, questionnaire.Value{Text: "To walk."}},
		"text, unsure":  {questionnaire.Item{Type: questionnaire.TypeText}, unsure},
	}
}

func TestAnAnswerComesBack(t *testing.T) {
	for name, kind := range kinds() {
		t.Run(name, func(t *testing.T) {
			it := item(t, kind.item)
			in := New(env(t), it, it.Probe(0), kind.value)
			if diff := cmp.Diff(kind.value, in.Value()); diff != "" {
				t.Errorf("value (-want +got):\n%s", diff)
			}
			if got := in.Update(press("enter")); got != Confirmed {
				t.Errorf("Enter on an answer that was given: %v", got)
			}
		})
	}
}

// Whether Enter chooses or goes on is told beforehand.
func TestEnterDoesWhatIsSaid(t *testing.T) {
	for name, kind := range kinds() {
		t.Run(name, func(t *testing.T) {
			it := item(t, kind.item)
			for _, given := range []questionnaire.Value{{}, kind.value} {
				in := New(env(t), it, it.Probe(0), given)
				for _, key := range []string{"", "down", "down", "up", "up", "down"} {
					in.Update(press(key))
					if said, got := in.Chooses(), in.Update(press("enter")); said != (got == Used) {
						t.Errorf("after %q Enter is said to choose: %v, and does %v", key, said, got)
					}
				}
			}
		})
	}
}

// A braille display follows the cursor, so it must be where the focus is: on the mark, or in what is being written.
func TestTheCursorStandsAtTheFocus(t *testing.T) {
	for name, kind := range kinds() {
		t.Run(name, func(t *testing.T) {
			it := item(t, kind.item)
			in := New(env(t), it, it.Probe(0), kind.value)
			for _, key := range []string{"", "up", "up", "down", "down", "down"} {
				in.Update(press(key))
				b := in.View(60)
				if b.Cursor.Y < b.Focus.From || b.Cursor.Y >= b.Focus.To {
					t.Fatalf("after %q the cursor is on line %d, the focus on %+v", key, b.Cursor.Y, b.Focus)
				}
				line := ansi.Strip(b.Lines[b.Cursor.Y])
				if typing := in.Typing(); !typing && !strings.HasPrefix(line, ">") {
					t.Errorf("after %q the cursor stands on %q", key, line)
				}
			}
		})
	}
	open := kinds()["own words"]
	it := item(t, open.item)
	b := New(env(t), it, it.Probe(0), open.value).View(60)
	if line := ansi.Strip(b.Lines[b.Cursor.Y]); !strings.HasPrefix(line[b.Cursor.X-len("a plum"):], "a plum") {
		t.Errorf("the cursor is at %d of %q, want behind the words", b.Cursor.X, line)
	}
}

func TestAFullLineSaysSo(t *testing.T) {
	it := item(t, questionnaire.Item{Type: questionnaire.TypeString, MaxLength: 3})
	in := New(env(t), it, it.Probe(0), questionnaire.Value{})
	full := func() bool {
		return strings.Contains(strings.Join(in.View(60).Lines, " "), env(t).Words.Text("widget.full"))
	}
	for i, key := range []string{"a", "b", "c", "d"} {
		in.Update(press(key))
		if want := i >= 2; full() != want {
			t.Errorf("after %d letters full is %v", i+1, !want)
		}
	}
	if got := in.Value().Text; got != "abc" {
		t.Errorf("value %q", got)
	}
}
