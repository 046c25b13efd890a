package summary_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/summary"
)

// walks runs visit on the summaries of random people in random questionnaires, on their way and at the end.
func walks(t *testing.T, visit func(t *testing.T, s *session.Session, sum summary.Summary)) {
	t.Helper()
	words := english(t)
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 19))
		s := sessiontest.Start(sessiontest.Questionnaire(r, 25))
		for step := range 60 {
			sessiontest.Step(r, s)
			if step%15 == 14 {
				visit(t, s, summary.Build(s.Questionnaire(), s.Record(), words))
			}
		}
		sessiontest.Finish(r, s, 300)
		visit(t, s, summary.Build(s.Questionnaire(), s.Record(), words))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(summary.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("summary.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("summary.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// validate checks a summary's JSON against the schema.
func validate(t *testing.T, schema *jsonschema.Schema, content []byte) error {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(value)
}

func marshal(t *testing.T, s summary.Summary) []byte {
	t.Helper()
	content, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestSchemaHolds(t *testing.T) {
	compiled := schema(t)
	states, finished := map[string]int{}, 0
	walks(t, func(t *testing.T, _ *session.Session, s summary.Summary) {
		if err := validate(t, compiled, marshal(t, s)); err != nil {
			t.Error(err)
		}
		for _, line := range s.Checklist {
			states[line.State]++
		}
		if s.Record.Status == summary.Completed && s.Decision != nil && len(s.Signatures) > 0 && len(s.Comprehension) > 0 {
			finished++
		}
	})
	if len(states) != len(summary.States()) || finished == 0 {
		t.Errorf("states %v, %d whole records: the test shows too little", states, finished)
	}
}

// The schema must be able to refuse: each change to a sound summary breaks one promise.
func TestSchemaRefuses(t *testing.T) {
	compiled := schema(t)
	sound := func() summary.Summary {
		rec := record(questionnaire.Answers{"a": questionnaire.Codes("no")})
		rec.Fingerprint = strings.Repeat("0f", 32)
		return summary.Build(compile(t, yesNo("a")), rec, english(t))
	}
	back := sound()
	back.Record.Status, back.Record.Withdrawn = summary.Withdrawn, "2026-11-23T08:30:00Z"
	for _, s := range []summary.Summary{sound(), back} {
		if err := validate(t, compiled, marshal(t, s)); err != nil {
			t.Fatal(err)
		}
	}
	for name, change := range map[string]func(*summary.Summary){
		"format":           func(s *summary.Summary) { s.Format = "informed/summary/v2" },
		"fingerprint":      func(s *summary.Summary) { s.Record.Fingerprint = "0f" },
		"status":           func(s *summary.Summary) { s.Record.Status = "signed" },
		"withdrawal":       func(s *summary.Summary) { s.Record.Status = summary.Withdrawn },
		"time taken back":  func(s *summary.Summary) { s.Record.Withdrawn = s.Record.Started },
		"no start":         func(s *summary.Summary) { s.Record.Started = "" },
		"local time":       func(s *summary.Summary) { s.Record.Started = "2026-11-22T09:00:00+01:00" },
		"null list":        func(s *summary.Summary) { s.Signatures = nil },
		"null keys":        func(s *summary.Summary) { s.Checklist[0].Sources = nil },
		"state":            func(s *summary.Summary) { s.Checklist[0].State = "safe" },
		"open support":     func(s *summary.Summary) { s.Checklist[0].State = summary.Support },
		"no value":         func(s *summary.Summary) { s.Answers[0].Value = nil },
		"decision":         func(s *summary.Summary) { s.Decision = &summary.Decision{Value: "yes", Text: "Yes"} },
		"evidence":         func(s *summary.Summary) { s.Sources = []summary.Source{{Key: "A", Title: "A", Evidence: "heard"}} },
		"more tries":       func(s *summary.Summary) { s.Comprehension = []summary.Claim{{ID: "a", Tries: 3}} },
		"an empty because": func(s *summary.Summary) { s.Checklist[0].Because = "" },

		"outcome": func(s *summary.Summary) {
			s.Checklist[0].Outcome = &summary.Outcome{Value: "done", Role: "counsellor", At: s.Record.Started}
		},
		"referral to nobody": func(s *summary.Summary) {
			s.Checklist[0].Outcome = &summary.Outcome{Value: "referred", Role: "counsellor", At: s.Record.Started}
		},
		"person without a name": func(s *summary.Summary) { s.Record.People = []summary.Person{{Role: "witness"}} },
		"role":                  func(s *summary.Summary) { s.Record.People = []summary.Person{{Role: "guest", Name: "A"}} },
		"signature to wait for": func(s *summary.Summary) { s.Record.Unsigned = []summary.Person{{Role: "witness"}} },
		"amendment of nothing":  func(s *summary.Summary) { s.Record.Amendments = []summary.Amendment{{Why: "a", At: s.Record.Started}} },
		"signature under nothing": func(s *summary.Summary) {
			s.Signatures = []summary.Signature{{Role: "patient", Name: "A", At: s.Record.Started, Current: true}}
		},
		"kind of note": func(s *summary.Summary) {
			s.Notes = []summary.Remark{{Kind: "score", Head: "a", Role: "counsellor", At: s.Record.Started}}
		},
		"teach-back": func(s *summary.Summary) {
			s.Notes = []summary.Remark{{Kind: "teach-back", Head: "a", Role: "counsellor", At: s.Record.Started}}
		},
		"typist without a reason": func(s *summary.Summary) { s.Answers[0].Typed.Name = "A" },
	} {
		s := sound()
		change(&s)
		if validate(t, compiled, marshal(t, s)) == nil {
			t.Errorf("the schema takes a summary with a wrong %s", name)
		}
	}
}

func TestTopLevelOrder(t *testing.T) {
	s := summary.Build(compile(t, yesNo("a")), record(nil), english(t))
	decoder := json.NewDecoder(bytes.NewReader(marshal(t, s)))
	if _, err := decoder.Token(); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key.(string))
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"format", "record", "questionnaire", "decision", "checklist", "comprehension", "answers", "notes", "signatures", "sources"}
	if diff := cmp.Diff(want, keys); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
}

func TestLinesStandInOrder(t *testing.T) {
	compared := 0
	walks(t, func(t *testing.T, session *session.Session, s summary.Summary) {
		place := func(l summary.Line) []int {
			e, _ := session.Questionnaire().Entry(l.ID)
			apart := 0
			if l.Private {
				apart = 1
			}
			return []int{apart, slices.Index(summary.States(), l.State), e.Index}
		}
		for i := 1; i < len(s.Checklist); i++ {
			if before, after := place(s.Checklist[i-1]), place(s.Checklist[i]); slices.Compare(before, after) >= 0 {
				t.Errorf("%+v stands before %+v", s.Checklist[i-1], s.Checklist[i])
			}
			compared++
		}
	})
	if compared == 0 {
		t.Error("no two lines were ever compared")
	}
}

// The sources of a summary are those that it cites, no more and no less.
func TestSourcesAreCited(t *testing.T) {
	for _, answers := range []questionnaire.Answers{nil, {"a": questionnaire.Codes("yes")}, {"a": questionnaire.Codes("no")}} {
		it, silent := yesNo("a"), yesNo("b")
		it.Sources, silent.Sources = []string{"A-2"}, []string{"A-1"}
		it.Check, silent.Check = "", ""
		s := summary.Build(compile(t, it, silent), record(answers), english(t))
		if got, want := len(s.Sources), len(answers); got != want {
			t.Errorf("%v: %d sources, want %d", answers, got, want)
		}
	}
}
