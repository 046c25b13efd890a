package app

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

// example is a questionnaire with an item of every type that takes an answer.
func example(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	is := func(item string, values ...string) *questionnaire.Condition {
		return &questionnaire.Condition{Op: questionnaire.OpIs, Item: item, Values: values}
	}
	q, diagnostics := questionnaire.Compile(questionnaire.Definition{ID: "example", Version: "1.0.0", Title: "Example", Language: "en", Items: []questionnaire.Item{
		{ID: "told", Type: questionnaire.TypeYesNo, Text: "Were you told?", Required: true},
		{ID: "part", Type: questionnaire.TypeGroup, Title: "Part", Text: "Read.", Items: []questionnaire.Item{
			{ID: "how", Type: questionnaire.TypeChoice, Text: "How?", When: is("told", "yes"), Options: []questionnaire.Option{
				{Value: "vein", Text: "Into a vein"}, {Value: "other", Text: "Some other way", Open: true}}},
			{ID: "risks", Type: questionnaire.TypeChoices, Text: "Which?", Options: []questionnaire.Option{
				{Value: "infection", Text: "Infection"}, {Value: "tumour", Text: "Tumours"}, {Value: "none", Text: "None", Exclusive: true}}},
		}},
		{ID: "trust", Type: questionnaire.TypeScale, Text: "How sure?", Min: "0", Max: "10"},
		{ID: "weight", Type: questionnaire.TypeDecimal, Text: "Weight?", Min: "2", Max: "400", Unit: "kg"},
		{ID: "visits", Type: questionnaire.TypeInteger, Text: "Visits?", Min: "1"},
		{ID: "day", Type: questionnaire.TypeDate, Text: "When?", Min: "2026-01-01"},
		{ID: "name", Type: questionnaire.TypeString, Text: "Which product?", MaxLength: 20},
		{ID: "hope", Type: questionnaire.TypeText, Text: "What do you hope?"},
		{ID: "claim", Type: questionnaire.TypeQuiz, Text: "Can it?", Required: true, Options: []questionnaire.Option{
			{Value: "any", Text: "Yes"}, {Value: "unlikely", Text: "No", Correct: true}},
			Again: &questionnaire.Probe{Text: "In other words?", Options: []questionnaire.Option{
				{Value: "few", Text: "Few", Correct: true}, {Value: "many", Text: "Many"}}}},
		{ID: "decision", Type: questionnaire.TypeDecision, Text: "And now?", Required: true},
		{ID: "signed", Type: questionnaire.TypeAttestation, Statement: "Mine."},
	}})
	if q == nil {
		t.Fatal(diagnostics)
	}
	return q
}

const whole = `questionnaire: example
language: en
answers:
  told: yes
  how: {other: Through the nose}
  risks: [tumour, infection]
  trust: 9
  weight: "70.50"
  visits: unsure
  day: 2026-11-30
  name: 7
  hope: To walk, without pain.
  claim: [any, few]
talk: [trust]
decision: defer
attest: Amina Example
`

// fill reads a sheet and gives it to a new session.
func fill(t *testing.T, sheet string) (*session.Session, []string) {
	t.Helper()
	s := sessiontest.Start(example(t))
	read, diagnostics := ReadAnswers("a.yaml", []byte(sheet))
	if len(diagnostics) == 0 {
		diagnostics = Fill(s, read)
	}
	var said []string
	for _, d := range diagnostics {
		said = append(said, d.String()+"; "+d.Hint)
	}
	return s, said
}

func TestFill(t *testing.T) {
	s, said := fill(t, whole)
	if len(said) > 0 {
		t.Fatal(strings.Join(said, "\n"))
	}
	want := questionnaire.Response{
		Answers: questionnaire.Answers{
			"told":  questionnaire.Codes("yes"),
			"how":   {Codes: []string{"other"}, Words: map[string]string{"other": "Through the nose"}},
			"risks": questionnaire.Codes("infection", "tumour"),
			"trust": {Number: "9"}, "weight": {Number: "70.5"}, "visits": questionnaire.Codes("unsure"),
			"day": {Date: "2026-11-30"}, "name": {Text: "7"}, "hope": {Text: "To walk, without pain."},
			"claim": questionnaire.Codes("any", "few"), "decision": questionnaire.Codes("defer"),
			"signed": {Text: "Amina Example"},
		},
		Talk: map[string]bool{"trust": true},
	}
	if diff := cmp.Diff(want, s.Response()); diff != "" {
		t.Error(diff)
	}
	if s.Record().Status != session.Complete {
		t.Error("not complete")
	}
}

func TestFillSaysWhatDoesNotFit(t *testing.T) {
	const rest = "\n  claim: unlikely\ndecision: agree"
	tests := []struct {
		name, sheet string
		want        []string
		open        bool
	}{
		{"hidden", "answers:\n  told: no\n  how: vein" + rest + "\ntalk: [how]", []string{
			`a.yaml:3:3: warning not-used "how" is not asked of someone with these answers; this is as it should be, if you meant it`,
			`a.yaml:6:8: warning not-used "how" is not asked of someone with these answers; this is as it should be, if you meant it`}, false},
		{"unknown", "answers:\n  told: no\n  trusst: 3" + rest, []string{
			`a.yaml:3:3: error unknown-item the questionnaire has no item "trusst"; did you mean "trust"?`}, false},
		{"an answer in the place of an id", "answers:\n  told: no\n  I hope to walk: 3" + rest, []string{
			`a.yaml:3:3: error unknown-item this is not the id of an item; use the ids of the questionnaire's items`}, false},
		{"invalid and required", "answers:\n  told: perhaps\n  trust: 11" + rest, []string{
			`a.yaml:2:3: error not-an-option the answer to "told" does not fit; it takes yes, no, unsure`,
			`a.yaml:3:3: error number-range the answer to "trust" does not fit; it takes a whole number from 0 up to 10`}, true},
		{"incomplete", "answers:\n  told: no\n  trust: 3", []string{
			`a.yaml:1:1: error incomplete "claim" needs an answer; give it an answer; unsure is one`}, true},
		{"one try, and wrong", "answers:\n  told: no\n  claim: any\ndecision: agree", []string{
			`a.yaml:1:1: error incomplete "claim" needs an answer; give it an answer; unsure is one`}, true},
		{"too many tries", "answers:\n  told: no\n  claim: [unlikely, few]\ndecision: agree", []string{
			`a.yaml:3:3: error quiz-closed the answer to "claim" does not fit; it takes for a first try any, unlikely, unsure; for a second few, many, unsure`}, true},
		{"no decision", "answers:\n  told: no" + strings.Split(rest, "\ndecision")[0], []string{
			`a.yaml:1:1: error incomplete "decision" needs an answer; give it an answer; unsure is one`}, true},
		{"a decision that is none", "answers:\n  told: no\n  claim: unlikely\ndecision: maybe", []string{
			`a.yaml:4:11: error not-an-option the answer to "decision" does not fit; it takes agree, defer, decline`}, true},
		{"wrong places", "answers:\n  told: no\n  part: x\n  decision: agree" + rest, []string{
			`a.yaml:3:3: error no-answer "part" is a group and takes no answer; take it away`,
			`a.yaml:4:3: error wrong-place "decision" does not belong here; write it beside answers, under decision or attest`}, false},
		{"wrong shapes", "answers:\n  told: no\n  trust: [1, 2]\n  hope: {other: words}\n  name: " + strings.Repeat("x", 21) + rest, []string{
			`a.yaml:3:3: error wrong-shape the answer to "trust" does not fit; it takes a whole number from 0 up to 10`,
			`a.yaml:4:3: error wrong-shape the answer to "hope" does not fit; it takes words, at most 4000 letters`,
			`a.yaml:5:3: error too-long the answer to "name" does not fit; it takes words, at most 20 letters`}, false},
		{"open without words", "answers:\n  told: yes\n  how: other" + rest, []string{
			`a.yaml:3:3: error words-required the answer to "how" does not fit; it takes vein, {other: words}, unsure`}, false},
		{"another questionnaire", "questionnaire: other\nanswers:\n  told: no", []string{
			`a.yaml:1:1: error other-questionnaire these answers are for another questionnaire than "example"; give the answers to the questionnaire that they are for`}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, said := fill(t, test.sheet)
			if diff := cmp.Diff(test.want, said); diff != "" {
				t.Error(diff)
			}
			if open := s.Record().Status == session.InProgress; open != test.open {
				t.Errorf("open %v, want %v", open, test.open)
			}
		})
	}
}

func TestFillKeepsWhatComesAfterAGap(t *testing.T) {
	q := example(t)
	s := session.Start(q, session.Begin{Record: "EXAMPLE", Language: "en", Mode: "patient"}, session.Scribe{Now: sessiontest.Clock()})
	sheet, found := ReadAnswers("a.yaml", []byte(strings.Replace(whole, "  told: yes\n", "", 1)))
	if found != nil {
		t.Fatal(found)
	}
	Fill(s, sheet)
	record := s.Record()
	if got := record.Response.Answers["hope"].Text; got != "To walk, without pain." {
		t.Errorf("the answer after the gap is %q", got)
	}
	if _, decided := record.Response.Answers["decision"]; decided || record.Status != session.InProgress {
		t.Errorf("a record with a gap is %s, decided %v", record.Status, decided)
	}
}
