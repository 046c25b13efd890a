package session_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

// at gives a session on the first screen after the welcome.
func at(t *testing.T, items ...questionnaire.Item) *session.Session {
	t.Helper()
	s := sessiontest.Start(compile(t, items...))
	s.Next()
	return s
}

func TestOwnWordsAreCleaned(t *testing.T) {
	const raw = "one\n\x1b[2Jtwo\u202e"
	open := []questionnaire.Option{{Value: "a", Text: "A"}, {Value: "other", Text: "Other", Open: true}}
	words := func(code, words string) questionnaire.Value {
		return questionnaire.Value{Codes: []string{code}, Words: map[string]string{"other": words}}
	}
	tests := []struct {
		name      string
		item      questionnaire.Item
		raw, want questionnaire.Value
	}{
		{"one line", questionnaire.Item{Type: questionnaire.TypeString}, questionnaire.Value{Text: raw}, questionnaire.Value{Text: "one two"}},
		{"lines", questionnaire.Item{Type: questionnaire.TypeText}, questionnaire.Value{Text: raw}, questionnaire.Value{Text: "one\ntwo"}},
		{"an open option", questionnaire.Item{Type: questionnaire.TypeChoice, Options: open}, words("other", raw), words("other", "one two")},
		{"words of another option", questionnaire.Item{Type: questionnaire.TypeChoice, Options: open}, words("a", raw), questionnaire.Codes("a")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.item.ID, test.item.Text = "a", "What?"
			s := at(t, test.item)
			if p := s.Answer("a", test.raw); p != nil {
				t.Fatal(p)
			}
			if diff := cmp.Diff(test.want, s.Response().Answers["a"]); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAnswersHaveOneForm(t *testing.T) {
	several := questionnaire.Item{ID: "a", Type: questionnaire.TypeChoices, Text: "Which?",
		Options: []questionnaire.Option{{Value: "x", Text: "X"}, {Value: "y", Text: "Y"}, {Value: "z", Text: "Z"}}}
	s := at(t, several, questionnaire.Item{ID: "b", Type: questionnaire.TypeDecimal, Text: "How much?"})
	say(t, s, "a", "z", "x")
	s.Answer("b", questionnaire.Value{Number: "+007.50"})
	want := questionnaire.Answers{"a": questionnaire.Codes("x", "z"), "b": {Number: "7.5"}}
	if diff := cmp.Diff(want, s.Response().Answers); diff != "" {
		t.Error(diff)
	}
}

func TestFlag(t *testing.T) {
	child := yesNo("child")
	child.When = &questionnaire.Condition{Op: questionnaire.OpIs, Item: "a", Values: []string{"yes"}}
	s := at(t, yesNo("a"), child, questionnaire.Item{ID: "decision", Type: questionnaire.TypeDecision})
	for _, id := range []string{"child", "decision", "nothing"} {
		if p := s.Flag(id, true); p == nil || p.Code != "not-here" {
			t.Errorf("flag on %s: got %v, want not-here", id, p)
		}
	}
	before := len(s.Entries())
	for _, on := range []bool{false, true, true, false, false} {
		if p := s.Flag("a", on); p != nil {
			t.Fatal(p)
		}
	}
	if got := len(s.Entries()) - before; got != 2 {
		t.Errorf("two changes left %d entries", got)
	}
}

// A name stands under what there is to talk about, too.
func TestAFlagTakesTheNameAway(t *testing.T) {
	s := at(t, yesNo("a"), questionnaire.Item{ID: "name", Type: questionnaire.TypeAttestation, Statement: "Mine."})
	say(t, s, "a", "yes")
	s.Next()
	s.Answer("name", questionnaire.Value{Text: "Amina Example"})
	s.Next()
	s.Flag("a", true)
	if _, ok := s.Response().Answers["name"]; ok || s.Record().Status == session.Complete {
		t.Error("the name still stands under a changed record")
	}
}

func TestReplayRefusesAnotherQuestionnaire(t *testing.T) {
	made := func(id, hash string) *questionnaire.Questionnaire {
		q, found := questionnaire.Compile(questionnaire.Definition{ID: id, Hash: hash, Version: "1.0.0", Title: "Example", Items: []questionnaire.Item{yesNo("a")}})
		if q == nil {
			t.Fatal(found)
		}
		return q
	}
	entries := sessiontest.Start(made("example", "sha256:1")).Entries()
	for _, other := range [][2]string{{"other", "sha256:1"}, {"example", "sha256:2"}} {
		if _, err := session.Replay(made(other[0], other[1]), entries, session.Scribe{Now: sessiontest.Clock()}); err == nil {
			t.Errorf("replayed on %s", other)
		}
	}
	if _, err := session.Replay(made("example", "sha256:1"), entries, session.Scribe{Now: sessiontest.Clock()}); err != nil {
		t.Error(err)
	}
}
