package session_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

func compile(t *testing.T, items ...questionnaire.Item) *questionnaire.Questionnaire {
	t.Helper()
	q, diagnostics := questionnaire.Compile(questionnaire.Definition{ID: "example", Version: "1.0.0", Title: "Example", Items: items})
	if q == nil {
		t.Fatal(diagnostics)
	}
	return q
}

func yesNo(id string) questionnaire.Item {
	return questionnaire.Item{ID: id, Type: questionnaire.TypeYesNo, Text: "Is it so?", Required: true}
}

func quiz() questionnaire.Item {
	return questionnaire.Item{ID: "quiz", Type: questionnaire.TypeQuiz, Text: "First way?", Required: true,
		Options: []questionnaire.Option{{Value: "right", Text: "R", Correct: true}, {Value: "wrong", Text: "W"}},
		Again: &questionnaire.Probe{Text: "Second way?", Options: []questionnaire.Option{
			{Value: "good", Text: "G", Correct: true}, {Value: "bad", Text: "B"}}}}
}

// say answers the question on screen and goes on.
func say(t *testing.T, s *session.Session, id string, codes ...string) {
	t.Helper()
	if p := s.Answer(id, questionnaire.Codes(codes...)); p != nil {
		t.Fatal(p)
	}
	if p := s.Next(); p != nil {
		t.Fatal(p)
	}
}

// where tells the screen that is shown, as "kind item".
func where(s *session.Session) string {
	p := s.Prompt()
	if p.Entry == nil {
		return string(p.Kind)
	}
	return string(p.Kind) + " " + p.Entry.ID
}

func TestWalk(t *testing.T) {
	group := questionnaire.Item{ID: "risks", Type: questionnaire.TypeGroup, Title: "Risks", Topic: "risks", Text: "Read this.",
		Items: []questionnaire.Item{yesNo("a"), quiz()}}
	closing := questionnaire.Item{ID: "end", Type: questionnaire.TypeGroup, Title: "Where you stand", Text: "Nothing is agreed here.",
		Items: []questionnaire.Item{{ID: "decision", Type: questionnaire.TypeDecision, Required: true},
			{ID: "name", Type: questionnaire.TypeAttestation, Statement: "Mine.", Required: true}}}
	s := sessiontest.Start(compile(t, group, closing))
	steps := []struct {
		do   func() *questionnaire.Problem
		want string
	}{
		{func() *questionnaire.Problem { return nil }, "welcome"},
		{s.Next, "read risks"},
		{s.Next, "question a"},
		{func() *questionnaire.Problem { return s.Answer("a", questionnaire.Codes("unsure")) }, "question a"},
		{s.Next, "question quiz"},
		{func() *questionnaire.Problem { return s.Answer("quiz", questionnaire.Codes("wrong")) }, "feedback quiz"},
		{s.Next, "question quiz"},
		{func() *questionnaire.Problem { return s.Answer("quiz", questionnaire.Codes("bad")) }, "feedback quiz"},
		{s.Next, "review"},
		{func() *questionnaire.Problem { return s.Jump("quiz") }, "feedback quiz"},
		{s.Next, "review"},
		{func() *questionnaire.Problem { return s.Jump("a") }, "question a"},
		{func() *questionnaire.Problem { return s.Answer("a", questionnaire.Codes("yes")) }, "question a"},
		{s.Next, "review"},
		{s.Next, "read end"},
		{s.Next, "decide decision"},
		{func() *questionnaire.Problem { return s.Answer("decision", questionnaire.Codes("decline")) }, "decide decision"},
		{s.Next, "attest name"},
		{func() *questionnaire.Problem { return s.Answer("name", questionnaire.Value{Text: "Amina Example"}) }, "attest name"},
		{s.Next, "done"},
	}
	for i, step := range steps {
		if p := step.do(); p != nil {
			t.Fatalf("step %d: %v", i, p)
		}
		if got := where(s); got != step.want {
			t.Fatalf("step %d: at %q, want %q", i, got, step.want)
		}
	}
	if got := s.Record().Response.Answers["quiz"]; !got.Equal(questionnaire.Codes("wrong", "bad")) {
		t.Errorf("quiz answers %v", got)
	}
}

func TestRequiredHolds(t *testing.T) {
	s := sessiontest.Start(compile(t, yesNo("a"), quiz()))
	s.Next()
	if p := s.Next(); p == nil || p.Code != "required" {
		t.Errorf("got %v, want required", p)
	}
	say(t, s, "a", "no")
	s.Answer("quiz", questionnaire.Codes("wrong"))
	s.Next()
	if p := s.Next(); p == nil || p.Code != "required" {
		t.Errorf("second try: got %v, want required", p)
	}
}

func TestAnswersElsewhereAreRefused(t *testing.T) {
	s := sessiontest.Start(compile(t, yesNo("a"), yesNo("b")))
	s.Next()
	before := len(s.Entries())
	for _, id := range []string{"b", "nothing", ""} {
		if p := s.Answer(id, questionnaire.Codes("yes")); p == nil || p.Code != "not-here" {
			t.Errorf("answer to %q: got %v, want not-here", id, p)
		}
	}
	if p := s.Jump("b"); p == nil {
		t.Error("jumped past a question that was not reached")
	}
	if len(s.Entries()) != before {
		t.Error("a refused answer left a trace")
	}
}

func TestTheReviewLeadsToNoDecision(t *testing.T) {
	s := sessiontest.Start(compile(t, yesNo("a"),
		questionnaire.Item{ID: "decision", Type: questionnaire.TypeDecision}, questionnaire.Item{ID: "name", Type: questionnaire.TypeAttestation, Statement: "Mine."}))
	s.Next()
	s.Skip()
	for _, id := range []string{"decision", "name"} {
		if p := s.Jump(id); p == nil || where(s) != "review" {
			t.Errorf("jumped to %q past a missing answer", where(s))
		}
	}
}

func TestAClosedQuizStaysClosed(t *testing.T) {
	s := sessiontest.Start(compile(t, quiz()))
	s.Next()
	s.Answer("quiz", questionnaire.Codes("right"))
	if p := s.Answer("quiz", questionnaire.Codes("wrong")); p == nil {
		t.Error("a closed quiz took another answer")
	}
	s.Next()
	s.Jump("quiz")
	if got := where(s); got != "feedback quiz" {
		t.Errorf("at %q, want its feedback", got)
	}
}

func TestAChangeTakesTheNameAway(t *testing.T) {
	name := questionnaire.Item{ID: "name", Type: questionnaire.TypeAttestation, Statement: "Mine."}
	s := sessiontest.Start(compile(t, yesNo("a"), name))
	s.Next()
	say(t, s, "a", "yes")
	s.Next()
	s.Answer("name", questionnaire.Value{Text: "Amina Example"})
	s.Next()
	if s.Record().Status != session.Complete {
		t.Fatal("not complete at the end")
	}
	for where(s) != "question a" {
		s.Back()
	}
	if _, ok := s.Response().Answers["name"]; !ok {
		t.Error("going back alone took the name away")
	}
	say(t, s, "a", "no")
	if _, ok := s.Response().Answers["name"]; ok {
		t.Error("the name still stands under a changed answer")
	}
	if s.Record().Status != session.InProgress {
		t.Error("a changed record is still complete")
	}
}

func TestAnEditShowsWhatItBroughtUp(t *testing.T) {
	child := yesNo("child")
	child.When = &questionnaire.Condition{Op: questionnaire.OpIs, Item: "a", Values: []string{"yes"}}
	s := sessiontest.Start(compile(t, yesNo("a"), child, yesNo("b")))
	s.Next()
	say(t, s, "a", "no")
	say(t, s, "b", "no")
	s.Jump("a")
	say(t, s, "a", "yes")
	if got := where(s); got != "question child" {
		t.Fatalf("at %q, want the new question", got)
	}
	say(t, s, "child", "no")
	if got := where(s); got != "review" {
		t.Errorf("at %q, want the review", got)
	}
}

// The record and its fingerprint must cover the name that stands under it now.
func TestAnotherNameMakesTheRecordAnew(t *testing.T) {
	name := questionnaire.Item{ID: "name", Type: questionnaire.TypeAttestation, Statement: "Mine."}
	s := sessiontest.Start(compile(t, yesNo("a"), name))
	s.Next()
	say(t, s, "a", "yes")
	s.Next()
	sign := func(name string) session.Record {
		s.Answer("name", questionnaire.Value{Text: name})
		s.Next()
		return s.Record()
	}
	first := sign("Amina Example")
	s.Back()
	second := sign("Berta Example")
	if second.Status != session.Complete || second.Fingerprint == first.Fingerprint || !second.Completed.After(first.Completed) {
		t.Errorf("signed anew: %s, %s at %s; before: %s at %s",
			second.Status, second.Fingerprint, second.Completed, first.Fingerprint, first.Completed)
	}
	s.Back()
	if again := sign("Berta Example"); again.Fingerprint != second.Fingerprint {
		t.Error("looking back alone made the record another")
	}
}

func TestTheReviewStandsBeforeTheDecision(t *testing.T) {
	decision := questionnaire.Item{ID: "decision", Type: questionnaire.TypeDecision}
	name := questionnaire.Item{ID: "name", Type: questionnaire.TypeAttestation, Statement: "Mine."}
	group := func(id string, items ...questionnaire.Item) questionnaire.Item {
		return questionnaire.Item{ID: id, Type: questionnaire.TypeGroup, Text: "Read this.", Items: items}
	}
	silent := questionnaire.Item{ID: "silent", Type: questionnaire.TypeGroup, Items: []questionnaire.Item{decision}}
	read := questionnaire.Item{ID: "read", Type: questionnaire.TypeDisplay, Text: "Read this."}
	tests := []struct {
		name  string
		items []questionnaire.Item
		want  []string
	}{
		{"bare", []questionnaire.Item{decision, name}, []string{"review", "decide decision", "attest name", "done"}},
		{"in one group", []questionnaire.Item{group("end", decision, name)},
			[]string{"review", "read end", "decide decision", "attest name", "done"}},
		{"the name in a group of its own", []questionnaire.Item{decision, group("sign", name)},
			[]string{"review", "decide decision", "read sign", "attest name", "done"}},
		{"each in a group", []questionnaire.Item{group("end", decision), group("sign", name)},
			[]string{"review", "read end", "decide decision", "read sign", "attest name", "done"}},
		{"groups in groups", []questionnaire.Item{group("end", silent)},
			[]string{"review", "read end", "decide decision", "done"}},
		{"a text before it", []questionnaire.Item{group("end", read, decision)},
			[]string{"read end", "read read", "review", "decide decision", "done"}},
		{"neither", nil, []string{"review", "done"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			optional := yesNo("a")
			optional.Required = false
			s := sessiontest.Start(compile(t, append([]questionnaire.Item{optional}, test.items...)...))
			s.Next()
			var got []string
			for s.Prompt().Kind != session.Done {
				s.Next()
				got = append(got, where(s))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A quiz that is answered from the review leads back there, through both tries and what they show.
func TestAQuizIsAnsweredFromTheReview(t *testing.T) {
	optional := quiz()
	optional.Required = false
	s := sessiontest.Start(compile(t, optional, yesNo("b")))
	s.Next()
	s.Next()
	say(t, s, "b", "no")
	if p := s.Jump("quiz"); p != nil {
		t.Fatal(p)
	}
	var got []string
	for _, option := range []string{"wrong", "bad"} {
		s.Answer("quiz", questionnaire.Codes(option))
		got = append(got, where(s))
		s.Next()
		got = append(got, where(s))
	}
	if diff := cmp.Diff([]string{"feedback quiz", "question quiz", "feedback quiz", "review"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestProgressCountsThePath(t *testing.T) {
	child := yesNo("child")
	child.When = &questionnaire.Condition{Op: questionnaire.OpIs, Item: "a", Values: []string{"yes"}}
	s := sessiontest.Start(compile(t, yesNo("a"), child, yesNo("b")))
	s.Next()
	type count struct{ Number, Total int }
	at := func() count { p := s.Prompt(); return count{p.Number, p.Total} }
	if diff := cmp.Diff(count{1, 2}, at()); diff != "" {
		t.Error(diff)
	}
	say(t, s, "a", "yes")
	if diff := cmp.Diff(count{2, 3}, at()); diff != "" {
		t.Error(diff)
	}
}

func TestASkippedQuestionIsHeldAtTheReview(t *testing.T) {
	s := sessiontest.Start(compile(t, yesNo("a"), yesNo("b")))
	s.Next()
	s.Skip()
	say(t, s, "b", "no")
	if got := where(s); got != "review" {
		t.Fatalf("at %q, want the review", got)
	}
	if p := s.Next(); p == nil || p.Code != "missing" || p.Item != "a" {
		t.Errorf("the review lets go with %v, want a missing", p)
	}
	s.Skip()
	if got := where(s); got != "review" {
		t.Errorf("skipping the review leads to %q", got)
	}
}
