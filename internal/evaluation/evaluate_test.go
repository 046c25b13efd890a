package evaluation_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/evaluation"
	"informed/internal/questionnaire"
)

const (
	warning = questionnaire.StateWarning
	ask     = questionnaire.StateAsk
	review  = questionnaire.StateReview
	support = questionnaire.StateSupport
	open    = questionnaire.StateOpen
	settled = questionnaire.StateSettled
)

func compile(t *testing.T, items ...questionnaire.Item) *questionnaire.Questionnaire {
	t.Helper()
	q, diagnostics := questionnaire.Compile(questionnaire.Definition{ID: "example", Version: "1.0.0", Title: "Example", Items: items})
	if q == nil {
		t.Fatal(diagnostics)
	}
	return q
}

func is(item string, values ...string) *questionnaire.Condition {
	return &questionnaire.Condition{Op: questionnaire.OpIs, Item: item, Values: values}
}

func when(c *questionnaire.Condition, state questionnaire.State, do string) questionnaire.Outcome {
	return questionnaire.Outcome{When: c, State: state, Do: do}
}

func codes(values ...string) questionnaire.Value { return questionnaire.Codes(values...) }

// line is what a test expects of a Line.
type line struct {
	ID      string
	State   questionnaire.State
	Do      string
	Private bool
}

func lines(result evaluation.Result) []line {
	var out []line
	for _, l := range result.Lines {
		out = append(out, line{l.Entry.ID, l.State, l.Do, l.Private})
	}
	return out
}

func yesNo(change ...func(*questionnaire.Item)) questionnaire.Item {
	it := questionnaire.Item{ID: "a", Type: questionnaire.TypeYesNo, Text: "Is it so?", Check: "It is so", Do: "Ask."}
	for _, f := range change {
		f(&it)
	}
	return it
}

func outcomes(o ...questionnaire.Outcome) func(*questionnaire.Item) {
	return func(it *questionnaire.Item) { it.Outcomes = o }
}

func noCheck(it *questionnaire.Item) { it.Check = "" }
func private(it *questionnaire.Item) { it.Private = true }

func TestStates(t *testing.T) {
	yes := questionnaire.Answers{"a": codes("yes")}
	talk := map[string]bool{"a": true}
	warns := outcomes(when(is("", "yes"), warning, "Stop and ask."))
	tests := []struct {
		name    string
		item    questionnaire.Item
		answers questionnaire.Answers
		talk    map[string]bool
		want    []line
	}{
		{"answered", yesNo(), yes, nil, []line{{"a", settled, "Ask.", false}}},
		{"not answered", yesNo(), nil, nil, []line{{"a", open, "Ask.", false}}},
		{"no check", yesNo(noCheck), yes, nil, nil},
		{"no check, outcome", yesNo(noCheck, warns), yes, nil, []line{{"a", warning, "Stop and ask.", false}}},
		{"no check, outcome does not hold", yesNo(noCheck, warns), questionnaire.Answers{"a": codes("no")}, nil, nil},
		{"no check, talk", yesNo(noCheck), nil, talk, []line{{"a", ask, "Ask.", false}}},
		{"first outcome that holds", yesNo(outcomes(when(is("", "no"), review, ""), when(is("", "yes"), ask, ""), when(is("", "yes"), warning, ""))),
			yes, nil, []line{{"a", ask, "Ask.", false}}},
		{"outcome settles", yesNo(outcomes(when(is("", "yes"), settled, "Keep the paper."), when(is("", "yes"), warning, ""))),
			yes, nil, []line{{"a", settled, "Keep the paper.", false}}},
		{"outcome names its own item", yesNo(outcomes(when(is("a", "yes"), warning, ""))), yes, nil, []line{{"a", warning, "Ask.", false}}},
		{"outcome without an answer", yesNo(outcomes(when(&questionnaire.Condition{Op: questionnaire.OpAnswered}, ask, ""))),
			nil, nil, []line{{"a", ask, "Ask.", false}}},
		{"support is private", yesNo(outcomes(when(is("", "yes"), support, ""))), yes, nil, []line{{"a", support, "Ask.", true}}},
		{"private by the author", yesNo(private), yes, nil, []line{{"a", settled, "Ask.", true}}},

		{"talk lifts settled", yesNo(), yes, talk, []line{{"a", ask, "Ask.", false}}},
		{"talk lifts open", yesNo(), nil, talk, []line{{"a", ask, "Ask.", false}}},
		{"talk lifts what an outcome settled", yesNo(outcomes(when(is("", "yes"), settled, ""))), yes, talk, []line{{"a", ask, "Ask.", false}}},
		{"talk leaves a warning", yesNo(warns), yes, talk, []line{{"a", warning, "Stop and ask.", false}}},
		{"talk leaves a review", yesNo(outcomes(when(is("", "yes"), review, ""))), yes, talk, []line{{"a", review, "Ask.", false}}},
		{"talk leaves support", yesNo(outcomes(when(is("", "yes"), support, ""))), yes, talk, []line{{"a", support, "Ask.", true}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			result := evaluation.Evaluate(compile(t, test.item), questionnaire.Response{Answers: test.answers, Talk: test.talk})
			if diff := cmp.Diff(test.want, lines(result)); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuiz(t *testing.T) {
	quiz := questionnaire.Item{ID: "q", Type: questionnaire.TypeQuiz, Text: "Which?", Check: "What it can do",
		Options: []questionnaire.Option{{Value: "right", Text: "R", Correct: true}, {Value: "wrong", Text: "W"}},
		Again: &questionnaire.Probe{Text: "In other words?", Options: []questionnaire.Option{
			{Value: "good", Text: "G", Correct: true}, {Value: "bad", Text: "B"}}}}
	silent := quiz
	silent.Check = ""
	warns := quiz
	warns.Outcomes = []questionnaire.Outcome{when(is("", "bad"), warning, "")}
	early := quiz
	early.Outcomes = []questionnaire.Outcome{when(is("", "wrong"), warning, "")}
	talk := map[string]bool{"q": true}
	tests := []struct {
		name   string
		item   questionnaire.Item
		tries  []string
		talk   map[string]bool
		want   []line
		claims []evaluation.Claim
	}{
		{"not tried", quiz, nil, nil, []line{{"q", open, "", false}}, nil},
		{"right at once", quiz, []string{"right"}, nil, []line{{"q", settled, "", false}}, []evaluation.Claim{{"q", 1, true}}},
		{"right at last", quiz, []string{"wrong", "good"}, nil, []line{{"q", settled, "", false}}, []evaluation.Claim{{"q", 2, true}}},
		{"wrong once", quiz, []string{"wrong"}, nil, []line{{"q", review, "", false}}, []evaluation.Claim{{"q", 1, false}}},
		{"wrong twice", quiz, []string{"wrong", "bad"}, nil, []line{{"q", review, "", false}}, []evaluation.Claim{{"q", 2, false}}},
		{"not sure twice", quiz, []string{"unsure", "unsure"}, nil, []line{{"q", review, "", false}}, []evaluation.Claim{{"q", 2, false}}},
		{"wrong twice, talk", quiz, []string{"wrong", "bad"}, talk, []line{{"q", review, "", false}}, []evaluation.Claim{{"q", 2, false}}},
		{"right, talk", quiz, []string{"right"}, talk, []line{{"q", ask, "", false}}, []evaluation.Claim{{"q", 1, true}}},
		{"no check", silent, []string{"wrong", "bad"}, nil, nil, []evaluation.Claim{{"q", 2, false}}},
		{"outcome on the last try", warns, []string{"wrong", "bad"}, nil, []line{{"q", warning, "", false}}, []evaluation.Claim{{"q", 2, false}}},
		{"outcome on a try before", early, []string{"wrong", "good"}, nil, []line{{"q", settled, "", false}}, []evaluation.Claim{{"q", 2, true}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			answers := questionnaire.Answers{"q": codes(test.tries...)}
			got := evaluation.Evaluate(compile(t, test.item), questionnaire.Response{Answers: answers, Talk: test.talk})
			if diff := cmp.Diff(test.want, lines(got)); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.claims, got.Claims); diff != "" {
				t.Errorf("claims (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOtherItems(t *testing.T) {
	route := questionnaire.Item{ID: "route", Type: questionnaire.TypeChoice, Text: "Which?", Options: []questionnaire.Option{
		{Value: "trial", Text: "A trial"}, {Value: "unproven", Text: "Neither"}}}
	trust := questionnaire.Item{ID: "trust", Type: questionnaire.TypeScale, Text: "How sure?", Min: "0", Max: "10", Check: "How sure you feel",
		When: is("route", "unproven")}
	both := &questionnaire.Condition{Op: questionnaire.OpAll, Children: []questionnaire.Condition{
		{Op: questionnaire.OpAtLeast, Values: []string{"9"}}, *is("route", "unproven")}}
	trust.Outcomes = []questionnaire.Outcome{when(both, ask, "")}
	later := yesNo(outcomes(when(&questionnaire.Condition{Op: questionnaire.OpAtLeast, Item: "trust", Values: []string{"9"}}, warning, "")))
	q := compile(t, route, trust, later)
	answers := questionnaire.Answers{"route": codes("unproven"), "trust": {Number: "9"}}
	got := evaluation.Evaluate(q, questionnaire.Response{Answers: answers})
	if diff := cmp.Diff([]line{{"trust", ask, "", false}, {"a", warning, "Ask.", false}}, lines(got)); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
	answers["route"] = codes("trial")
	got = evaluation.Evaluate(q, questionnaire.Response{Answers: answers, Talk: map[string]bool{"trust": true}})
	if diff := cmp.Diff([]line{{"a", open, "Ask.", false}}, lines(got)); diff != "" {
		t.Errorf("a hidden item makes no line, and its answer counts for nothing (-want +got):\n%s", diff)
	}
}

// The zero Value is no answer, to every rule.
func TestAZeroValueIsNoAnswer(t *testing.T) {
	unanswered := &questionnaire.Condition{Op: questionnaire.OpAnswered, Item: "a"}
	told := questionnaire.Item{ID: "b", Type: questionnaire.TypeYesNo, Text: "And this?", Check: "And this", When: unanswered}
	q := compile(t, yesNo(outcomes(when(unanswered, ask, ""))), told)
	got := evaluation.Evaluate(q, questionnaire.Response{Answers: questionnaire.Answers{"a": {}}})
	if diff := cmp.Diff([]line{{"a", ask, "Ask.", false}, {"b", open, "", false}}, lines(got)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}
