package document_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/document"
	"informed/internal/i18n"
	"informed/internal/questionnaire"
)

var update = flag.Bool("update", false, "write the document anew")

func is(item string, values ...string) *questionnaire.Condition {
	return &questionnaire.Condition{Op: questionnaire.OpIs, Item: item, Values: values}
}

// example uses every part of the format at least once.
func example() questionnaire.Definition {
	number := &questionnaire.Condition{Op: questionnaire.OpAtLeast, Item: "trust", Values: []string{"8"}}
	either := &questionnaire.Condition{Op: questionnaire.OpAny, Children: []questionnaire.Condition{*is("told", "no"), {
		Op: questionnaire.OpAll, Children: []questionnaire.Condition{*number, {Op: questionnaire.OpAnswered, Item: "told", Answered: true}}}}}
	return questionnaire.Definition{
		ID: "example", Version: "1.0.0", Status: questionnaire.Draft, Date: "2026-11-22", Language: "en", Title: "Costs * and [risks]",
		Purpose: "This is an **example**.\n", Minutes: 2, Publisher: "Nobody", Hash: "sha256:0", Review: questionnaire.Review{By: "nobody yet", Next: "2027-11-22"},
		Sources: []questionnaire.Source{{Key: "S-1", Title: "A source", Publisher: "Nobody", Year: 2026, URL: "https://a.example/x_y", Checked: "2026-11-22", Evidence: questionnaire.Direct},
			{Key: "S-2", Title: "Another", Evidence: questionnaire.Secondary}},
		Glossary: []questionnaire.Term{{Term: "stem cell", Meaning: "A cell that can become other cells."}},
		Items: []questionnaire.Item{
			{ID: "told", Type: questionnaire.TypeYesNo, Text: "Were you told?", Help: "On paper.", Required: true, Check: "The risks", Do: "Ask for them.",
				Explain: "Some _more_.", Counsellor: "Listen.", Sources: []string{"S-1", "S-2"}, Local: []string{"regulator", "law"}, Covers: []string{"CFR-50.25-a2"},
				Outcomes: []questionnaire.Outcome{{When: is("", "no", "unsure"), State: questionnaire.StateAsk}}},
			{ID: "trust", Type: questionnaire.TypeScale, Text: "How sure?", Min: "0", Max: "10", MinLabel: "Not at all", MaxLabel: "Fully"},
			{ID: "part", Type: questionnaire.TypeGroup, Topic: "risks", Title: "Risks", Text: "Read this.\n\n- One.", When: either, Items: []questionnaire.Item{
				{ID: "numbers", Type: questionnaire.TypeDisplay, Text: "A number.", Picture: &questionnaire.Picture{
					Of: 100, Count: 27, Label: "Got well", Group: "An example", Months: 12, Certainty: questionnaire.Low, Source: "S-1"}},
				{ID: "nobody", Type: questionnaire.TypeDisplay, Title: "Not known", Picture: &questionnaire.Picture{Label: "Were harmed", Certainty: questionnaire.Unknown}},
				{ID: "risks", Type: questionnaire.TypeChoices, Text: "Which?", Private: true, Options: []questionnaire.Option{
					{Value: "infection", Text: "Infection"}, {Value: "other", Text: "Other", Open: true}, {Value: "none", Text: "None", Exclusive: true}},
					Outcomes: []questionnaire.Outcome{
						{When: &questionnaire.Condition{Op: questionnaire.OpIncludes, Item: "risks", Values: []string{"infection", "other"}}, State: questionnaire.StateWarning, Do: "Ask *why*."},
						{When: &questionnaire.Condition{Op: questionnaire.OpNot, Children: []questionnaire.Condition{*is("told", "yes")}}, State: questionnaire.StateSupport},
						{When: &questionnaire.Condition{Op: questionnaire.OpNot, Item: "told", Values: []string{"yes"}}, State: questionnaire.StateAsk},
					}},
			}},
			{ID: "weight", Type: questionnaire.TypeDecimal, Text: "Weight?", Max: "400", Unit: "kg",
				When: &questionnaire.Condition{Op: questionnaire.OpAnswered, Item: "trust"}},
			{ID: "hope", Type: questionnaire.TypeText, Text: "Hope?", MaxLength: 500, When: &questionnaire.Condition{Op: questionnaire.OpBelow, Item: "trust", Values: []string{"3"}}},
			{ID: "claim", Type: questionnaire.TypeQuiz, Text: "Can it?", Options: []questionnaire.Option{
				{Value: "any", Text: "Yes", Feedback: "A fair\nguess."}, {Value: "unlikely", Text: "No", Correct: true, Feedback: "Yes."}},
				Again: &questionnaire.Probe{Text: "In other words?", Options: []questionnaire.Option{{Value: "few", Text: "Few", Correct: true}, {Value: "many", Text: "Many"}}}},
			{ID: "decision", Type: questionnaire.TypeDecision, Options: []questionnaire.Option{{Value: "agree", Text: "Go on"}}},
			{ID: "signed", Type: questionnaire.TypeAttestation, Statement: "These answers are mine."},
		}}
}

func TestMarkdown(t *testing.T) {
	q, found := questionnaire.Compile(example())
	if q == nil {
		t.Fatal(found)
	}
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	got := string(document.Markdown(q, words))
	const golden = "testdata/example.md"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

// Whoever checks a questionnaire must see all of it: no text of the example may be missing.
func TestNothingIsLeftOut(t *testing.T) {
	q, _ := questionnaire.Compile(example())
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	got := string(document.Markdown(q, words))
	for _, e := range q.Entries() {
		texts := []string{e.ID, e.Title, e.Text, e.Help, e.Explain, e.Counsellor, e.Statement, e.Check, e.Do, e.Unit, e.MinLabel, e.MaxLabel}
		for try := range questionnaire.Tries {
			for _, o := range e.Probe(try).Options {
				texts = append(texts, o.Value, o.Text, strings.ReplaceAll(o.Feedback, "\n", " "))
			}
		}
		texts = append(texts, e.Probe(1).Text)
		texts = append(texts, slices.Concat(e.Sources, e.Local, e.Covers)...)
		for _, text := range texts {
			if !strings.Contains(got, text) {
				t.Errorf("%s: %q is missing", e.ID, text)
			}
		}
	}
}

func TestRegionIsNamed(t *testing.T) {
	q, _ := questionnaire.Compile(example())
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	const about = "- Region: `xx`\n- Hash of the region's file: `sha256:1`\n"
	local := q.Localised(questionnaire.Region{ID: "xx", Hash: "sha256:1"}, nil, func(*questionnaire.Item) {})
	if got := string(document.Markdown(local, words)); !strings.Contains(got, about) {
		t.Errorf("%q is missing in %s", about, got)
	}
	if got := string(document.Markdown(q, words)); strings.Contains(got, "Region") {
		t.Error("a region is named where there is none")
	}
}
