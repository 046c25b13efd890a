package widget

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/text"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

func env(t testing.TB) ui.Env {
	t.Helper()
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	return ui.Env{Words: words, Theme: ui.NewTheme(terminal.NoColor), Glyphs: ui.GlyphsFor(func(string) string { return "" }), Now: time.Now}
}

func press(name string) tea.KeyMsg {
	types := map[string]tea.KeyType{
		"enter": tea.KeyEnter, "esc": tea.KeyEsc, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"space": tea.KeySpace, "backspace": tea.KeyBackspace, "home": tea.KeyHome, "end": tea.KeyEnd, "tab": tea.KeyTab,
		"shift+tab": tea.KeyShiftTab, "ctrl+v": tea.KeyCtrlV, "delete": tea.KeyDelete,
	}
	if t, ok := types[name]; ok {
		if t == tea.KeySpace {
			return tea.KeyMsg{Type: t, Runes: []rune{' '}}
		}
		return tea.KeyMsg{Type: t}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// item makes and completes an item as Compile does.
func item(t testing.TB, it questionnaire.Item) *questionnaire.Item {
	t.Helper()
	it.ID, it.Text = "it", "Text?"
	q, found := questionnaire.Compile(questionnaire.Definition{ID: "x", Version: "1.0.0", Title: "X", Items: []questionnaire.Item{it}})
	if q == nil {
		t.Fatal(found)
	}
	return q.Entries()[0].Item
}

func fruit(kind questionnaire.Type) questionnaire.Item {
	return questionnaire.Item{Type: kind, Options: []questionnaire.Option{{Value: "apple", Text: "An apple"}, {Value: "pear", Text: "A pear"}}}
}

func TestKeysMakeAnswers(t *testing.T) {
	yesNo := questionnaire.Item{Type: questionnaire.TypeYesNo}
	open := fruit(questionnaire.TypeChoice)
	open.Options = append(open.Options, questionnaire.Option{Value: "other", Text: "Another", Open: true})
	alone := fruit(questionnaire.TypeChoices)
	alone.Options = append(alone.Options, questionnaire.Option{Value: "none", Text: "None", Exclusive: true})
	scale := questionnaire.Item{Type: questionnaire.TypeScale, Min: "0", Max: "10", MinLabel: "not at all", MaxLabel: "fully"}
	decision := questionnaire.Item{Type: questionnaire.TypeDecision}
	name := questionnaire.Item{Type: questionnaire.TypeAttestation, Statement: "Mine."}
	codes := questionnaire.Codes
	none := questionnaire.Value{}
	tests := []struct {
		name  string
		item  questionnaire.Item
		keys  string
		want  questionnaire.Value
		again Outcome // of one more Enter
	}{
		{"nothing is chosen to begin with", yesNo, "", none, Confirmed},
		{"moving chooses nothing", yesNo, "down down", none, Used},
		{"a digit chooses", yesNo, "2", codes("no"), Confirmed},
		{"enter chooses what is focused", yesNo, "down enter", codes("yes"), Confirmed},
		{"space chooses what is focused", yesNo, "down down space", codes("no"), Confirmed},
		{"up leads to the last", yesNo, "up enter", codes("unsure"), Confirmed},
		{"one replaces the other", yesNo, "1 2", codes("no"), Confirmed},
		{"a digit too high means nothing", yesNo, "7", none, Confirmed},
		{"several", fruit(questionnaire.TypeChoices), "1 2", codes("apple", "pear"), Confirmed},
		{"off again", fruit(questionnaire.TypeChoices), "1 2 1", codes("pear"), Confirmed},
		{"not sure stands alone", fruit(questionnaire.TypeChoices), "1 2 3", codes("unsure"), Confirmed},
		{"and gives way", fruit(questionnaire.TypeChoices), "3 1", codes("apple"), Confirmed},
		{"none stands alone", alone, "1 3", codes("none"), Confirmed},
		{"own words", open, "3 h i space 2", questionnaire.Value{Codes: []string{"other"}, Words: map[string]string{"other": "hi 2"}}, Confirmed},
		{"scale by digit", scale, "7", questionnaire.Value{Number: "7"}, Confirmed},
		{"scale by two digits", scale, "1 0", questionnaire.Value{Number: "10"}, Confirmed},
		{"scale, second digit replaces", scale, "7 3", questionnaire.Value{Number: "3"}, Confirmed},
		{"a digit after an arrow begins anew", scale, "1 right 0", questionnaire.Value{Number: "0"}, Confirmed},
		{"scale by arrows", scale, "right right right", questionnaire.Value{Number: "2"}, Confirmed},
		{"scale from the right", scale, "left", questionnaire.Value{Number: "10"}, Confirmed},
		{"scale ends", scale, "left right", questionnaire.Value{Number: "10"}, Confirmed},
		{"scale not sure", scale, "5 down space", codes("unsure"), Confirmed},
		{"scale back from not sure", scale, "down enter 4", questionnaire.Value{Number: "4"}, Confirmed},
		{"decline by digit", decision, "3", codes("decline"), Confirmed},
		{"decline by arrow", decision, "up enter", codes("decline"), Confirmed},
		{"agree by arrow", decision, "down enter", codes("agree"), Confirmed},
		{"a name", name, "A m i n a", questionnaire.Value{Text: "Amina"}, Confirmed},
		{"a name has no not sure", name, "down x", questionnaire.Value{Text: "x"}, Confirmed},
		{"text", questionnaire.Item{Type: questionnaire.TypeText}, "t ? 1", questionnaire.Value{Text: "t?1"}, Confirmed},
		{"text, edited", questionnaire.Item{Type: questionnaire.TypeText}, "a b left backspace home c", questionnaire.Value{Text: "cb"}, Confirmed},
		{"text not sure", questionnaire.Item{Type: questionnaire.TypeText}, "a down enter", codes("unsure"), Confirmed},
		{"text after not sure", questionnaire.Item{Type: questionnaire.TypeText}, "down enter up a", questionnaire.Value{Text: "a"}, Confirmed},
		{"number", questionnaire.Item{Type: questionnaire.TypeInteger}, "4 2", questionnaire.Value{Number: "42"}, Confirmed},
		{"date", questionnaire.Item{Type: questionnaire.TypeDate}, "2026-11-22", questionnaire.Value{Date: "2026-11-22"}, Confirmed},
		{"no clipboard", questionnaire.Item{Type: questionnaire.TypeString}, "ctrl+v", none, Confirmed},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			it := item(t, test.item)
			in := New(env(t), it, it.Probe(0), questionnaire.Value{})
			for _, k := range strings.Fields(test.keys) {
				in.Update(press(k))
			}
			if diff := cmp.Diff(test.want, in.Value()); diff != "" {
				t.Errorf("value (-want +got):\n%s", diff)
			}
			if got := in.Update(press("enter")); got != test.again {
				t.Errorf("Enter gives %v, want %v", got, test.again)
			}
		})
	}
}

func TestDecliningTakesNoMoreKeysThanAgreeing(t *testing.T) {
	shortest := func(value string) int {
		best := 99
		for _, keys := range []string{"1", "2", "3", "down enter", "down down enter", "down down down enter", "up enter", "up up enter", "up up up enter"} {
			it := item(t, questionnaire.Item{Type: questionnaire.TypeDecision})
			in := New(env(t), it, it.Probe(0), questionnaire.Value{})
			typed := strings.Fields(keys)
			for _, k := range typed {
				in.Update(press(k))
			}
			if in.Value().Has(value) {
				best = min(best, len(typed))
			}
		}
		return best
	}
	if agree, decline := shortest(questionnaire.Agree), shortest(questionnaire.Decline); decline > agree {
		t.Errorf("declining takes %d keys, agreeing %d", decline, agree)
	}
}

func TestPastesAreCleanedAndCut(t *testing.T) {
	it := item(t, questionnaire.Item{Type: questionnaire.TypeString, MaxLength: 20})
	in := New(env(t), it, it.Probe(0), questionnaire.Value{})
	in.Update(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("a\x1b[31mb\u202ec\nd\u009bK" + strings.Repeat("z", 1<<20))})
	got := in.Value().Text
	if len([]rune(got)) > 20 || !strings.HasPrefix(got, "abc d") {
		t.Errorf("value %q", got)
	}
	if text.Check(got) != nil {
		t.Errorf("%q holds what no text may", got)
	}
}

func TestAnUntouchedTextStaysAsItWas(t *testing.T) {
	it := item(t, questionnaire.Item{Type: questionnaire.TypeText})
	was := questionnaire.Value{Text: "two\nlines"}
	in := New(env(t), it, it.Probe(0), was)
	in.Update(press("left"))
	if diff := cmp.Diff(was, in.Value()); diff != "" {
		t.Error(diff)
	}
}

func TestWritingWraps(t *testing.T) {
	tests := []struct {
		name   string
		text   string
		cursor int
		width  int
		lines  []string
		at     terminal.Position
	}{
		{"empty", "", 0, 10, []string{""}, terminal.Position{}},
		{"between words", "to walk again", 13, 8, []string{"to walk ", "again"}, terminal.Position{X: 5, Y: 1}},
		{"long word", "abcdefghij", 3, 4, []string{"abcd", "efgh", "ij"}, terminal.Position{X: 3}},
		{"cursor on the second line", "to walk again", 9, 8, []string{"to walk ", "again"}, terminal.Position{X: 1, Y: 1}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			lines, at := layOut([]rune(test.text), test.cursor, test.width)
			if diff := cmp.Diff(test.lines, lines); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(test.at, at); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Whatever is typed, pasted or clicked: no line is too wide, the cursor is within, and what is written is whole.
func TestViewsFit(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	keys := []string{"up", "down", "left", "right", "space", "enter", "1", "9", "0", "x", "é", "文", "ู้", "backspace", "home", "end", "tab", "delete"}
	for _, kind := range questionnaire.Types() {
		if !kind.Answerable() {
			continue
		}
		it := questionnaire.Item{Type: kind, MinLabel: strings.Repeat("low ", 20), MaxLabel: "high", Statement: "Mine.", Unit: "mg"}
		if kind == questionnaire.TypeScale {
			it.Min, it.Max = "-10", "10"
		}
		if kind.Coded() && kind != questionnaire.TypeYesNo && kind != questionnaire.TypeDecision {
			it.Options = []questionnaire.Option{{Value: "a", Text: strings.Repeat("Long words of an option ", 9), Correct: kind == questionnaire.TypeQuiz},
				{Value: "b", Text: strings.Repeat("x", 150), Open: kind != questionnaire.TypeQuiz}}
		}
		whole := item(t, it)
		in := New(env(t), whole, whole.Probe(0), questionnaire.Value{})
		for range 400 {
			in.Update(press(keys[r.IntN(len(keys))]))
			width := 20 + r.IntN(70)
			b := in.View(width)
			for _, line := range b.Lines {
				if w := text.Width(line); w > width {
					t.Fatalf("%s: %d cells of %d: %q", kind, w, width, ansi.Strip(line))
				}
			}
			if c := b.Cursor; c == nil || c.Y >= len(b.Lines) || c.X > width {
				t.Fatalf("%s: cursor %v in %d lines of %d", kind, c, len(b.Lines), width)
			}
		}
	}
}
