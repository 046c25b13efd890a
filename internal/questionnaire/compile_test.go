package questionnaire_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
)

// finding is what a test expects of a Diagnostic.
type finding struct{ Code, Pointer string }

func findings(diagnostics []questionnaire.Diagnostic) []finding {
	var out []finding
	for _, d := range diagnostics {
		out = append(out, finding{d.Code, d.Pointer})
	}
	return out
}

func definition(items ...questionnaire.Item) questionnaire.Definition {
	return questionnaire.Definition{
		ID: "example", Version: "1.0.0", Title: "Example", Items: items,
		Sources: []questionnaire.Source{{Key: "A-1", Title: "A"}},
	}
}

func yesNo(id string) questionnaire.Item {
	return questionnaire.Item{ID: id, Type: questionnaire.TypeYesNo, Text: "Is it so?"}
}

func is(item string, values ...string) *questionnaire.Condition {
	return &questionnaire.Condition{Op: questionnaire.OpIs, Item: item, Values: values}
}

func TestCompileFindsWhatIsWrong(t *testing.T) {
	quiz := questionnaire.Item{ID: "q", Type: questionnaire.TypeQuiz, Text: "Which?", Options: []questionnaire.Option{
		{Value: "a", Text: "A", Correct: true}, {Value: "b", Text: "B"}}}
	with := func(it questionnaire.Item, change func(*questionnaire.Item)) questionnaire.Item {
		change(&it)
		return it
	}
	decision := questionnaire.Item{ID: "d", Type: questionnaire.TypeDecision}
	attestation := questionnaire.Item{ID: "s", Type: questionnaire.TypeAttestation, Statement: "I read it."}
	scale := questionnaire.Item{ID: "n", Type: questionnaire.TypeScale, Text: "How much?", Min: "0", Max: "10"}
	tests := []struct {
		name  string
		items []questionnaire.Item
		want  []finding
	}{
		{"sound", []questionnaire.Item{yesNo("a"), quiz, scale, decision, attestation}, nil},
		{"no items", nil, []finding{{"no-items", "/items"}}},
		{"duplicate id", []questionnaire.Item{yesNo("a"), yesNo("a")}, []finding{{"duplicate-id", "/items/1/id"}}},
		{"empty group", []questionnaire.Item{{ID: "g", Type: questionnaire.TypeGroup}}, []finding{{"empty-group", "/items/0"}}},
		{"no text", []questionnaire.Item{{ID: "a", Type: questionnaire.TypeYesNo}}, []finding{{"no-text", "/items/0"}}},
		{"unknown item", []questionnaire.Item{with(yesNo("a"), func(it *questionnaire.Item) { it.When = is("z", "yes") })},
			[]finding{{"unknown-item", "/items/0/when"}}},
		{"later item", []questionnaire.Item{with(yesNo("a"), func(it *questionnaire.Item) { it.When = is("b", "yes") }), yesNo("b")},
			[]finding{{"later-item", "/items/0/when"}}},
		{"own item in when", []questionnaire.Item{with(yesNo("a"), func(it *questionnaire.Item) { it.When = is("a", "yes") })},
			[]finding{{"later-item", "/items/0/when"}}},
		{"unknown option", []questionnaire.Item{yesNo("a"), with(yesNo("b"), func(it *questionnaire.Item) { it.When = is("a", "maybe") })},
			[]finding{{"unknown-option", "/items/1/when"}}},
		{"unsure is always an option", []questionnaire.Item{quiz, with(yesNo("b"), func(it *questionnaire.Item) { it.When = is("q", "unsure") })}, nil},
		{"operator does not fit", []questionnaire.Item{yesNo("a"), with(yesNo("b"), func(it *questionnaire.Item) {
			it.When = &questionnaire.Condition{Op: questionnaire.OpAtLeast, Item: "a", Values: []string{"3"}}
		})}, []finding{{"bad-operator", "/items/1/when"}}},
		{"operand is not a number", []questionnaire.Item{scale, with(yesNo("b"), func(it *questionnaire.Item) {
			it.When = &questionnaire.Condition{Op: questionnaire.OpAtLeast, Item: "n", Values: []string{"many"}}
		})}, []finding{{"bad-operand", "/items/1/when"}}},
		{"unknown source", []questionnaire.Item{with(yesNo("a"), func(it *questionnaire.Item) { it.Sources = []string{"A-2"} })},
			[]finding{{"unknown-source", "/items/0/sources/0"}}},
		{"two right options", []questionnaire.Item{with(quiz, func(it *questionnaire.Item) {
			it.Options = []questionnaire.Option{{Value: "a", Text: "A", Correct: true}, {Value: "b", Text: "B", Correct: true}}
		})}, []finding{{"one-correct", "/items/0/options"}}},
		{"one option", []questionnaire.Item{with(quiz, func(it *questionnaire.Item) { it.Options = it.Options[:1] })},
			[]finding{{"few-options", "/items/0/options"}}},
		{"scale upside down", []questionnaire.Item{with(scale, func(it *questionnaire.Item) { it.Min = "11" })},
			[]finding{{"bounds", "/items/0/max"}}},
		{"question after the decision", []questionnaire.Item{decision, yesNo("a")}, []finding{{"closing-order", "/items/1"}}},
		{"decision after the attestation", []questionnaire.Item{attestation, decision}, []finding{{"closing-order", "/items/1"}}},
		{"two decisions", []questionnaire.Item{decision, with(decision, func(it *questionnaire.Item) { it.ID = "e" })},
			[]finding{{"twice", "/items/1"}}},
		{"unknown rate with a count", []questionnaire.Item{{ID: "p", Type: questionnaire.TypeDisplay,
			Picture: &questionnaire.Picture{Label: "x", Count: 3, Certainty: questionnaire.Unknown}}},
			[]finding{{"unknown-count", "/items/0/picture/count"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			q, diagnostics := questionnaire.Compile(definition(test.items...))
			if diff := cmp.Diff(test.want, findings(diagnostics)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if (q == nil) != (len(test.want) > 0) {
				t.Errorf("questionnaire is %v with findings %v", q, diagnostics)
			}
		})
	}
}

func TestCompileOffersNotSureEverywhere(t *testing.T) {
	choices := questionnaire.Item{ID: "c", Type: questionnaire.TypeChoices, Text: "Which?",
		Options: []questionnaire.Option{{Value: "a", Text: "A"}, {Value: "b", Text: "B"}}}
	q, diagnostics := questionnaire.Compile(definition(yesNo("y"), choices))
	if q == nil {
		t.Fatal(diagnostics)
	}
	want := map[string][]questionnaire.Option{
		"y": {{Value: "yes"}, {Value: "no"}, {Value: "unsure"}},
		"c": {{Value: "a", Text: "A"}, {Value: "b", Text: "B"}, {Value: "unsure", Exclusive: true}},
	}
	for _, e := range q.Entries() {
		if diff := cmp.Diff(want[e.ID], e.Options); diff != "" {
			t.Errorf("options of %s (-want +got):\n%s", e.ID, diff)
		}
	}
	if len(choices.Options) != 2 {
		t.Error("Compile changed the definition it was given")
	}
}

func TestEnabledFollowsGroupsAndHiddenAnswers(t *testing.T) {
	inner := yesNo("inner")
	group := questionnaire.Item{ID: "group", Type: questionnaire.TypeGroup, Topic: "risks", When: is("gate", "yes"),
		Items: []questionnaire.Item{inner}}
	after := yesNo("after")
	after.When = is("inner", "yes")
	q, diagnostics := questionnaire.Compile(definition(yesNo("gate"), group, after))
	if q == nil {
		t.Fatal(diagnostics)
	}
	answers := questionnaire.Answers{"gate": questionnaire.Codes("yes"), "inner": questionnaire.Codes("yes")}
	if diff := cmp.Diff([]bool{true, true, true, true}, q.Enabled(answers)); diff != "" {
		t.Error(diff)
	}
	answers["gate"] = questionnaire.Codes("no")
	if diff := cmp.Diff([]bool{true, false, false, false}, q.Enabled(answers)); diff != "" {
		t.Error("an answer that is hidden must not open another item:", diff)
	}
	if got := q.Restrict(answers, map[string]bool{"inner": true}); len(got.Answers) != 1 || len(got.Talk) != 0 {
		t.Errorf("hidden answers stayed in the response: %v", got)
	}
	if e, _ := q.Entry("inner"); e.Topic != "risks" {
		t.Errorf("topic %q, want that of the group", e.Topic)
	}
}

func TestConditionsLookAtTheLastTry(t *testing.T) {
	quiz := questionnaire.Item{ID: "q", Type: questionnaire.TypeQuiz, Text: "Which?", Options: []questionnaire.Option{
		{Value: "a", Text: "A", Correct: true}, {Value: "b", Text: "B"}}}
	right, wrong := yesNo("right"), yesNo("wrong")
	right.When, wrong.When = is("q", "a"), is("q", "b")
	q, diagnostics := questionnaire.Compile(definition(quiz, right, wrong))
	if q == nil {
		t.Fatal(diagnostics)
	}
	for _, test := range []struct {
		tries []string
		want  []bool
	}{{nil, []bool{true, false, false}}, {[]string{"b"}, []bool{true, false, true}}, {[]string{"b", "a"}, []bool{true, true, false}}} {
		if diff := cmp.Diff(test.want, q.Enabled(questionnaire.Answers{"q": questionnaire.Codes(test.tries...)})); diff != "" {
			t.Errorf("after the tries %v (-want +got):\n%s", test.tries, diff)
		}
	}
}
