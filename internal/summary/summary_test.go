package summary_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/summary"
)

func compile(t *testing.T, items ...questionnaire.Item) *questionnaire.Questionnaire {
	t.Helper()
	q, diagnostics := questionnaire.Compile(questionnaire.Definition{
		ID: "example", Version: "1.0.0", Title: "Example", Status: questionnaire.Draft, Hash: "sha256:example",
		Sources: []questionnaire.Source{{Key: "A-1", Title: "First"}, {Key: "A-2", Title: "Second"}, {Key: "A-3", Title: "Third"}},
		Items:   items,
	})
	if q == nil {
		t.Fatal(diagnostics)
	}
	return q
}

func english(t *testing.T) *i18n.Words {
	t.Helper()
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// record makes a record that holds these answers, given one after the other.
func record(answers questionnaire.Answers, talk ...string) session.Record {
	at := time.Date(2026, 11, 22, 9, 0, 0, 5e8, time.FixedZone("", 3600))
	rec := session.Record{
		Begin:  session.Begin{Record: "EXAMPLE", Language: "en", Mode: "patient"},
		Status: session.InProgress, Started: at, Response: questionnaire.Response{Answers: answers, Talk: map[string]bool{}},
		Marks: map[string]session.Mark{},
	}
	for id := range answers {
		rec.Marks[id] = session.Mark{By: session.Patient, At: at}
	}
	for _, id := range talk {
		rec.Response.Talk[id] = true
	}
	return rec
}

func is(values ...string) *questionnaire.Condition {
	return &questionnaire.Condition{Op: questionnaire.OpIs, Values: values}
}

func yesNo(id string) questionnaire.Item {
	return questionnaire.Item{ID: id, Type: questionnaire.TypeYesNo, Text: "Is it " + id + "?", Check: "Check " + id}
}

func TestAnswers(t *testing.T) {
	options := []questionnaire.Option{
		{Value: "pain", Text: "Pain"}, {Value: "walk", Text: "Walking; standing"}, {Value: "other", Text: "Other", Open: true}}
	again := &questionnaire.Probe{Text: "And how many?", Options: []questionnaire.Option{{Value: "few", Text: "A few", Correct: true}, {Value: "all", Text: "All"}}}
	probe := []questionnaire.Option{{Value: "yes", Text: "Yes, all"}, {Value: "some", Text: "Only some", Correct: true}}
	words := map[string]string{"other": "to sleep"}
	tests := []struct {
		name       string
		item       questionnaire.Item
		value      questionnaire.Value
		json, text string
	}{
		{"yes", questionnaire.Item{Type: questionnaire.TypeYesNo}, questionnaire.Codes("yes"), `"yes"`, "Yes"},
		{"not sure", questionnaire.Item{Type: questionnaire.TypeYesNo}, questionnaire.Codes("unsure"), `"unsure"`, "Not sure"},
		{"option", questionnaire.Item{Type: questionnaire.TypeChoice, Options: options}, questionnaire.Codes("pain"), `"pain"`, "Pain"},
		{"open option", questionnaire.Item{Type: questionnaire.TypeChoice, Options: options},
			questionnaire.Value{Codes: []string{"other"}, Words: words}, `{"other":"to sleep"}`, "Other: to sleep"},
		{"options", questionnaire.Item{Type: questionnaire.TypeChoices, Options: options},
			questionnaire.Value{Codes: []string{"pain", "walk", "other"}, Words: words},
			`["pain","walk",{"other":"to sleep"}]`, "Pain; Walking; standing; Other: to sleep"},
		{"not sure of several", questionnaire.Item{Type: questionnaire.TypeChoices, Options: options}, questionnaire.Codes("unsure"), `["unsure"]`, "Not sure"},
		{"scale", questionnaire.Item{Type: questionnaire.TypeScale, Min: "0", Max: "10"}, questionnaire.Value{Number: "9"}, `9`, "9 (from 0 to 10)"},
		{"scale with ends", questionnaire.Item{Type: questionnaire.TypeScale, Min: "0", Max: "10", MinLabel: "Not at all", MaxLabel: "Fully"},
			questionnaire.Value{Number: "9"}, `9`, "9 (0 is: Not at all. 10 is: Fully.)"},
		{"not sure on a scale", questionnaire.Item{Type: questionnaire.TypeScale, Min: "0", Max: "10"}, questionnaire.Codes("unsure"), `"unsure"`, "Not sure"},
		{"whole number", questionnaire.Item{Type: questionnaire.TypeInteger}, questionnaire.Value{Number: "-5"}, `-5`, "-5"},
		{"long number", questionnaire.Item{Type: questionnaire.TypeDecimal, Unit: "km"}, questionnaire.Value{Number: "123456789012345.123456789"},
			`123456789012345.123456789`, "123456789012345.123456789 km"},
		{"no number", questionnaire.Item{Type: questionnaire.TypeDecimal}, questionnaire.Value{Number: "1e9, or more"}, `"1e9, or more"`, "1e9, or more"},
		{"date", questionnaire.Item{Type: questionnaire.TypeDate}, questionnaire.Value{Date: "2026-11-22"}, `"2026-11-22"`, "2026-11-22"},
		{"own words", questionnaire.Item{Type: questionnaire.TypeText}, questionnaire.Value{Text: "To walk.\nTo sleep."}, `"To walk.\nTo sleep."`, "To walk.\nTo sleep."},
		{"one try", questionnaire.Item{Type: questionnaire.TypeQuiz, Options: probe}, questionnaire.Codes("some"), `["some"]`, "Only some"},
		{"two tries", questionnaire.Item{Type: questionnaire.TypeQuiz, Options: probe}, questionnaire.Codes("yes", "unsure"), `["yes","unsure"]`,
			`First: Yes, all. Asked once more: Not sure`},
		{"two probes", questionnaire.Item{Type: questionnaire.TypeQuiz, Options: probe, Again: again}, questionnaire.Codes("yes", "few"), `["yes","few"]`,
			`First: Yes, all. Asked in other words: And how many? Then: A few`},
		{"an option that is no more", questionnaire.Item{Type: questionnaire.TypeChoice, Options: options}, questionnaire.Codes("gone"), `"gone"`, "gone"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.item.ID, test.item.Text, test.item.Check = "a", "What?", "Check"
			s := summary.Build(compile(t, test.item), record(questionnaire.Answers{"a": test.value}), english(t))
			if len(s.Answers) != 1 || len(s.Checklist) != 1 {
				t.Fatalf("%d answers, %d lines, want one of each", len(s.Answers), len(s.Checklist))
			}
			got, err := json.Marshal(s.Answers[0].Value)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{test.json, test.text}, []string{string(got), s.Answers[0].Answer}); diff != "" {
				t.Errorf("value and words (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff("You answered: "+test.text, s.Checklist[0].Because); diff != "" {
				t.Errorf("because (-want +got):\n%s", diff)
			}
		})
	}
}

func TestChecklistOrder(t *testing.T) {
	settled, open, closed := yesNo("settled"), yesNo("open"), yesNo("private")
	closed.Private = true
	in := func(id string, state questionnaire.State) questionnaire.Item {
		it := yesNo(id)
		it.Outcomes = []questionnaire.Outcome{{When: is("yes"), State: state}}
		return it
	}
	apart := in("private-warning", questionnaire.StateWarning)
	apart.Private = true
	q := compile(t, settled, open, in("support", questionnaire.StateSupport), closed, in("review", questionnaire.StateReview), apart,
		in("ask-1", questionnaire.StateAsk), in("warning", questionnaire.StateWarning), in("ask-2", questionnaire.StateAsk))
	answers := questionnaire.Answers{}
	for _, e := range q.Entries() {
		if e.ID != "open" {
			answers[e.ID] = questionnaire.Codes("yes")
		}
	}
	s := summary.Build(q, record(answers), english(t))
	var got []string
	for _, line := range s.Checklist {
		mark := ""
		if line.Private {
			mark = " apart"
		}
		got = append(got, line.ID+mark)
	}
	want := []string{"warning", "ask-1", "ask-2", "review", "open", "settled", "private-warning apart", "private apart", "support apart"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	for _, answer := range s.Answers {
		private := answer.ID == "support" || answer.ID == "private" || answer.ID == "private-warning"
		if answer.Private != private {
			t.Errorf("answer %s: private is %v, want that of its line", answer.ID, answer.Private)
		}
	}
}

func TestBecause(t *testing.T) {
	own := yesNo("c")
	own.Check, own.Text = "", "Is it so?"
	q := compile(t, yesNo("a"), yesNo("b"), own, yesNo("d"))
	s := summary.Build(q, record(questionnaire.Answers{"a": questionnaire.Codes("no"), "c": questionnaire.Codes("no")}, "b", "c"), english(t))
	type line struct{ State, Check, Because string }
	got := map[string]line{}
	for _, l := range s.Checklist {
		got[l.ID] = line{l.State, l.Check, l.Because}
	}
	want := map[string]line{
		"a": {"settled", "Check a", "You answered: No"},
		"b": {"ask", "Check b", "You want to talk about this."},
		"c": {"ask", "Is it so?", "You want to talk about this. You answered: No"},
		"d": {"open", "Check d", "You did not answer this yet."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

func TestHead(t *testing.T) {
	group := questionnaire.Item{ID: "g", Type: questionnaire.TypeGroup, Title: "Risks", Topic: "risks", Items: []questionnaire.Item{yesNo("a")}}
	group.Items[0].Sources = []string{"A-3", "A-1"}
	later := yesNo("b")
	later.Sources = []string{"A-2"}
	later.When = &questionnaire.Condition{Op: questionnaire.OpIs, Item: "a", Values: []string{"no"}}
	q := compile(t, group, later,
		questionnaire.Item{ID: "decision", Type: questionnaire.TypeDecision, Options: []questionnaire.Option{{Value: "defer", Text: "I want more time"}}},
		questionnaire.Item{ID: "name", Type: questionnaire.TypeAttestation, Statement: "I went through this."})
	rec := record(questionnaire.Answers{"a": questionnaire.Codes("yes"), "b": questionnaire.Codes("yes"),
		"decision": questionnaire.Codes("defer"), "name": {Text: "Amina Example"}}, "b")
	rec.Status, rec.Completed, rec.Fingerprint = session.Complete, rec.Started.Add(time.Minute), "abc"
	got := summary.Build(q, rec, english(t))
	want := summary.Summary{
		Format:        "informed/summary/v1",
		Record:        summary.Record{ID: "EXAMPLE", Status: "completed", Fingerprint: "abc", Language: "en", Mode: "patient", Started: "2026-11-22T08:00:00Z", Completed: "2026-11-22T08:01:00Z"},
		Questionnaire: summary.Questionnaire{ID: "example", Version: "1.0.0", Title: "Example", Hash: "sha256:example", Status: "draft"},
		Decision:      &summary.Decision{Value: "defer", Text: "I want more time"},
		Checklist:     []summary.Line{{ID: "a", Topic: "risks", State: "settled", Check: "Check a", Because: "You answered: Yes", Sources: []string{"A-3", "A-1"}}},
		Comprehension: []summary.Claim{},
		Answers: []summary.Answer{{ID: "a", Section: "Risks", Text: "Is it a?", Value: "yes", Answer: "Yes", By: "patient", At: "2026-11-22T08:00:00Z",
			Sources: []string{"A-3", "A-1"}}},
		Notes:      []summary.Remark{},
		Signatures: []summary.Signature{{Role: "patient", Name: "Amina Example", Statement: "I went through this.", At: "2026-11-22T08:00:00Z"}},
		Sources:    []summary.Source{{Key: "A-1", Title: "First"}, {Key: "A-3", Title: "Third"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("summary (-want +got):\n%s", diff)
	}
}

// A decision and a name may come without words of the author's; their lines still say what they are about.
func TestClosingLines(t *testing.T) {
	q := compile(t,
		questionnaire.Item{ID: "decision", Type: questionnaire.TypeDecision, Outcomes: []questionnaire.Outcome{{When: is("defer"), State: questionnaire.StateAsk}}},
		questionnaire.Item{ID: "name", Type: questionnaire.TypeAttestation, Statement: "Mine.", Outcomes: []questionnaire.Outcome{{State: questionnaire.StateAsk}}})
	s := summary.Build(q, record(questionnaire.Answers{"decision": questionnaire.Codes("defer")}), english(t))
	want := []summary.Line{
		{ID: "decision", State: "ask", Check: "Where do you stand now?", Because: "You answered: Not now, I need more time", Sources: []string{}},
		{ID: "name", State: "ask", Check: "Mine.", Because: "You did not answer this yet.", Sources: []string{}},
	}
	if diff := cmp.Diff(want, s.Checklist); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

// A private answer that makes no line is left out of a copy just as a private line is.
func TestHasPrivate(t *testing.T) {
	tests := []struct {
		name string
		sum  summary.Summary
		want bool
	}{
		{"nothing", summary.Summary{Checklist: []summary.Line{{}}, Answers: []summary.Answer{{}}}, false},
		{"a line", summary.Summary{Checklist: []summary.Line{{}, {Private: true}}}, true},
		{"an answer", summary.Summary{Answers: []summary.Answer{{}, {Private: true}}}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.sum.HasPrivate(); got != test.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestAPrivateAnswerNeedsNoLine(t *testing.T) {
	q := compile(t, questionnaire.Item{ID: "a", Type: questionnaire.TypeYesNo, Text: "Is it so?", Private: true})
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	answers := questionnaire.Answers{"a": questionnaire.Codes("yes")}
	sum := summary.Build(q, session.Record{Response: questionnaire.Response{Answers: answers}}, words)
	if len(sum.Checklist) != 0 || len(sum.Answers) != 1 || !sum.Answers[0].Private {
		t.Errorf("%d lines, answers %+v", len(sum.Checklist), sum.Answers)
	}
}

func TestTakenBack(t *testing.T) {
	rec := record(nil)
	if got := summary.Build(compile(t, yesNo("a")), rec, english(t)).Record; got.Withdrawn != "" || strings.Contains(string(marshal(t, summary.Summary{Record: got})), "withdrawn") {
		t.Errorf("got %+v", got)
	}
	rec.Status, rec.Withdrawn = session.Retracted, rec.Started.Add(time.Hour)
	want := summary.Time("2026-11-22T09:00:00Z")
	if got := summary.Build(compile(t, yesNo("a")), rec, english(t)).Record; got.Status != summary.Withdrawn || got.Withdrawn != want {
		t.Errorf("got %+v, want it taken back at %s", got, want)
	}
}
