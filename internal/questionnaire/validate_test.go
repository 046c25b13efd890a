package questionnaire_test

import (
	"strings"
	"testing"

	"informed/internal/questionnaire"
)

func TestValidate(t *testing.T) {
	options := []questionnaire.Option{{Value: "a", Text: "A"}, {Value: "b", Text: "B"}, {Value: "none", Text: "None"}, {Value: "other", Text: "Other", Open: true}}
	choice := questionnaire.Item{ID: "x", Type: questionnaire.TypeChoice, Text: "?", Options: options}
	choices := choice
	choices.Type, choices.Options = questionnaire.TypeChoices, append([]questionnaire.Option(nil), options...)
	choices.Options[2].Exclusive = true
	quiz := questionnaire.Item{ID: "x", Type: questionnaire.TypeQuiz, Text: "?",
		Options: []questionnaire.Option{{Value: "right", Text: "R", Correct: true}, {Value: "wrong", Text: "W"}},
		Again:   &questionnaire.Probe{Text: "!", Options: []questionnaire.Option{{Value: "good", Text: "G", Correct: true}, {Value: "bad", Text: "B"}}}}
	of := func(kind questionnaire.Type, lo, hi string) questionnaire.Item {
		return questionnaire.Item{ID: "x", Type: kind, Text: "?", Min: lo, Max: hi, Statement: "Mine."}
	}
	codes := questionnaire.Codes
	words := func(code, said string) questionnaire.Value {
		return questionnaire.Value{Codes: []string{code}, Words: map[string]string{code: said}}
	}
	number := func(n string) questionnaire.Value { return questionnaire.Value{Number: n} }
	date := func(d string) questionnaire.Value { return questionnaire.Value{Date: d} }
	short := questionnaire.Item{ID: "x", Type: questionnaire.TypeString, Text: "?", MaxLength: 5}
	tests := []struct {
		name string
		item questionnaire.Item
		v    questionnaire.Value
		want string
	}{
		{"no answer", choice, questionnaire.Value{}, ""},
		{"an option", choice, codes("a"), ""},
		{"no option", choice, codes("z"), "not-an-option"},
		{"a number for a choice", choice, number("1"), "not-an-option"},
		{"two of one", choice, codes("a", "b"), "one-only"},
		{"several", choices, codes("a", "b"), ""},
		{"the same twice", choices, codes("a", "a"), "not-an-option"},
		{"alone and another", choices, codes("a", "none"), "exclusive"},
		{"not sure and another", choices, codes("a", "unsure"), "exclusive"},
		{"own words", choice, words("other", "mine"), ""},
		{"own words missing", choice, codes("other"), "words-required"},
		{"own words of a closed option", choice, words("a", "mine"), "not-an-option"},
		{"own words too long", choice, words("other", strings.Repeat("é", 4001)), "too-long"},
		{"own words just not too long", choice, words("other", strings.Repeat("é", 4000)), ""},
		{"yes", of(questionnaire.TypeYesNo, "", ""), codes("yes"), ""},
		{"maybe", of(questionnaire.TypeYesNo, "", ""), codes("maybe"), "not-an-option"},
		{"right at once", quiz, codes("right"), ""},
		{"wrong, then right", quiz, codes("wrong", "good"), ""},
		{"an option of the other probe", quiz, codes("wrong", "right"), "not-an-option"},
		{"a try after a right one", quiz, codes("right", "good"), "quiz-closed"},
		{"three tries", quiz, codes("wrong", "bad", "good"), "quiz-closed"},
		{"number", of(questionnaire.TypeDecimal, "0", "10"), number("2.5"), ""},
		{"number on the edge", of(questionnaire.TypeDecimal, "0", "10"), number("10"), ""},
		{"number outside", of(questionnaire.TypeDecimal, "0", "10"), number("10.5"), "number-range"},
		{"number below", of(questionnaire.TypeInteger, "0", ""), number("-1"), "number-min"},
		{"number above", of(questionnaire.TypeInteger, "", "9"), number("10"), "number-max"},
		{"half a visit", of(questionnaire.TypeInteger, "", ""), number("1.5"), "not-whole"},
		{"no number", of(questionnaire.TypeInteger, "", ""), number("1e3"), "not-a-number"},
		{"many digits", of(questionnaire.TypeInteger, "", ""), number(strings.Repeat("9", 16)), "not-a-number"},
		{"words for a number", of(questionnaire.TypeInteger, "", ""), questionnaire.Value{Text: "five"}, "not-a-number"},
		{"not sure for a number", of(questionnaire.TypeInteger, "", ""), codes("unsure"), ""},
		{"date", of(questionnaire.TypeDate, "2026-01-01", ""), date("2026-11-22"), ""},
		{"no such day", of(questionnaire.TypeDate, "", ""), date("2026-02-30"), "not-a-date"},
		{"date too early", of(questionnaire.TypeDate, "2026-01-01", ""), date("2025-12-31"), "date-min"},
		{"date too late", of(questionnaire.TypeDate, "", "2026-12-31"), date("2027-01-01"), "date-max"},
		{"date outside", of(questionnaire.TypeDate, "2026-01-01", "2026-12-31"), date("2027-01-01"), "date-range"},
		{"text", short, questionnaire.Value{Text: "12345"}, ""},
		{"options for a text", short, codes("a", "b"), "not-an-option"},
		{"a number for a text", short, number("1"), "not-an-option"},
		{"text too long", short, questionnaire.Value{Text: "123456"}, "too-long"},
		{"not sure about a decision", questionnaire.Item{ID: "x", Type: questionnaire.TypeDecision}, codes("unsure"), "not-an-option"},
		{"decline", questionnaire.Item{ID: "x", Type: questionnaire.TypeDecision}, codes("decline"), ""},
		{"not sure about a name", of(questionnaire.TypeAttestation, "", ""), questionnaire.Value{Text: "Amina Example"}, ""},
		{"an answer to a text", questionnaire.Item{ID: "x", Type: questionnaire.TypeDisplay, Text: "Read."}, codes("a"), "no-answer"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q, found := questionnaire.Compile(definition(tt.item))
			if q == nil {
				t.Fatal(found)
			}
			got := ""
			if p := q.Entries()[0].Validate(tt.v); p != nil {
				got = p.Code
			}
			if got != tt.want {
				t.Errorf("problem %q, want %q", got, tt.want)
			}
		})
	}
}

func TestNumbersHaveOneForm(t *testing.T) {
	for in, want := range map[string]string{
		"7": "7", "+7": "7", "007": "7", "-0": "0", "1.50": "1.5", "1.000000001": "1.000000001", "0.0": "0", "-2.50": "-2.5",
		"": "", ".5": "", "5.": "", "1e3": "", "1,5": "", " 1": "", "NaN": "", "0x10": "", "١": "", "1.0000000001": "",
	} {
		got, ok := questionnaire.ParseNumber(in)
		if got != want || ok != (want != "") {
			t.Errorf("ParseNumber(%q) = %q, %v; want %q", in, got, ok, want)
		}
	}
}

// An error text may reach a log; it must hold nothing of the answer.
func TestAProblemKeepsTheAnswerToItself(t *testing.T) {
	const secret = "canary"
	q, found := questionnaire.Compile(definition(
		questionnaire.Item{ID: "n", Type: questionnaire.TypeInteger, Text: "?"},
		questionnaire.Item{ID: "d", Type: questionnaire.TypeDate, Text: "?"}, yesNo("y")))
	if q == nil {
		t.Fatal(found)
	}
	for i, v := range []questionnaire.Value{{Number: secret}, {Date: secret}, questionnaire.Codes(secret)} {
		p := q.Entries()[i].Validate(v)
		if p == nil || strings.Contains(p.Error(), secret) {
			t.Errorf("problem %v", p)
		}
		for _, data := range p.Data {
			if data == secret {
				t.Error("the data hold the answer")
			}
		}
	}
}
