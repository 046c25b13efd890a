package questionnaire_test

import (
	"testing"

	"informed/internal/questionnaire"
)

func TestConditions(t *testing.T) {
	answers := questionnaire.Answers{
		"route":  questionnaire.Codes("trial"),
		"talked": questionnaire.Codes("risks", "costs"),
		"trust":  {Number: "8"},
		"day":    {Date: "2026-11-22"},
		"unsure": questionnaire.Codes("unsure"),
		"name":   {Text: "Amina Example"},
	}
	lookup := func(id string) (questionnaire.Value, bool) {
		v, ok := answers[id]
		return v, ok
	}
	test := func(item string, op questionnaire.Op, values ...string) questionnaire.Condition {
		return questionnaire.Condition{Op: op, Item: item, Values: values}
	}
	join := func(op questionnaire.Op, children ...questionnaire.Condition) questionnaire.Condition {
		return questionnaire.Condition{Op: op, Children: children}
	}
	yes, no := test("route", questionnaire.OpIs, "trial"), test("route", questionnaire.OpIs, "approved")
	tests := []struct {
		name string
		cond questionnaire.Condition
		want bool
	}{
		{"is", yes, true},
		{"is one of", test("route", questionnaire.OpIs, "approved", "trial"), true},
		{"is another", no, false},
		{"is, of several", test("talked", questionnaire.OpIs, "costs"), true},
		{"is a number", test("trust", questionnaire.OpIs, "8"), true},
		{"is a date", test("day", questionnaire.OpIs, "2026-11-22"), true},
		{"is, unanswered", test("nothing", questionnaire.OpIs, "trial"), false},
		{"not another", test("route", questionnaire.OpNot, "approved"), true},
		{"not this", test("route", questionnaire.OpNot, "trial"), false},
		{"not, of several", test("talked", questionnaire.OpNot, "costs", "other"), false},
		{"not, unanswered", test("nothing", questionnaire.OpNot, "trial"), false},
		{"includes both", test("talked", questionnaire.OpIncludes, "risks", "costs"), true},
		{"includes one of two", test("talked", questionnaire.OpIncludes, "risks", "other"), false},
		{"at least, equal", test("trust", questionnaire.OpAtLeast, "8"), true},
		{"at least, below", test("trust", questionnaire.OpAtLeast, "9"), false},
		{"above, equal", test("trust", questionnaire.OpAbove, "8"), false},
		{"above", test("trust", questionnaire.OpAbove, "7.5"), true},
		{"at most, equal", test("trust", questionnaire.OpAtMost, "8"), true},
		{"at most, above", test("trust", questionnaire.OpAtMost, "7"), false},
		{"below, equal", test("trust", questionnaire.OpBelow, "8"), false},
		{"below ten, as numbers go", test("trust", questionnaire.OpBelow, "10"), true},
		{"date before", test("day", questionnaire.OpBelow, "2027-01-01"), true},
		{"date from", test("day", questionnaire.OpAtLeast, "2026-11-22"), true},
		{"date after", test("day", questionnaire.OpAbove, "2026-11-22"), false},
		{"not sure has no size", test("unsure", questionnaire.OpAtMost, "5"), false},
		{"words have no size", test("name", questionnaire.OpAtLeast, "5"), false},
		{"answered", questionnaire.Condition{Op: questionnaire.OpAnswered, Item: "route", Answered: true}, true},
		{"answered, not sure", questionnaire.Condition{Op: questionnaire.OpAnswered, Item: "unsure", Answered: true}, true},
		{"not answered", questionnaire.Condition{Op: questionnaire.OpAnswered, Item: "nothing"}, true},
		{"not answered, answered", questionnaire.Condition{Op: questionnaire.OpAnswered, Item: "route"}, false},
		{"all", join(questionnaire.OpAll, yes, yes), true},
		{"all but one", join(questionnaire.OpAll, yes, no), false},
		{"any", join(questionnaire.OpAny, no, yes), true},
		{"any of none", join(questionnaire.OpAny, no, no), false},
		{"neither", join(questionnaire.OpNot, no, no), true},
		{"not both", join(questionnaire.OpNot, no, yes), false},
		{"nested", join(questionnaire.OpAll, yes, join(questionnaire.OpNot, join(questionnaire.OpAny, no))), true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.cond.Holds(lookup); got != tt.want {
				t.Errorf("holds is %v, want %v", got, tt.want)
			}
		})
	}
}

func TestAConditionOnAQuizLooksAtTheLastTry(t *testing.T) {
	quiz := questionnaire.Item{ID: "q", Type: questionnaire.TypeQuiz, Text: "Which?", Options: []questionnaire.Option{
		{Value: "right", Text: "R", Correct: true}, {Value: "wrong", Text: "W"}}}
	after := yesNo("after")
	after.When = is("q", "wrong")
	q, found := questionnaire.Compile(definition(quiz, after))
	if q == nil {
		t.Fatal(found)
	}
	for _, tt := range []struct {
		tries []string
		want  bool
	}{{[]string{"wrong"}, true}, {[]string{"wrong", "right"}, false}, {[]string{"wrong", "wrong"}, true}, {nil, false}} {
		answers := questionnaire.Answers{}
		if tt.tries != nil {
			answers["q"] = questionnaire.Codes(tt.tries...)
		}
		if got := q.Enabled(answers)[1]; got != tt.want {
			t.Errorf("after %v shown is %v, want %v", tt.tries, got, tt.want)
		}
	}
}
