package session_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

// walks runs visit over random people in random questionnaires, after each of their steps.
func walks(t *testing.T, n int, visit func(t *testing.T, r *rand.Rand, s *session.Session)) {
	t.Helper()
	for seed := range uint64(n) {
		r := rand.New(rand.NewPCG(seed, 7))
		s := sessiontest.Start(sessiontest.Questionnaire(r, 25))
		for range 60 {
			sessiontest.Step(r, s)
			visit(t, r, s)
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func TestReplayEqualsLive(t *testing.T) {
	walks(t, 60, func(t *testing.T, r *rand.Rand, s *session.Session) {
		if r.IntN(10) > 0 {
			return
		}
		entries, err := session.Open("EXAMPLE", links(s), nil)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s.Entries(), entries); diff != "" {
			t.Errorf("entries (-live +read):\n%s", diff)
		}
		again, err := session.Replay(s.Questionnaire(), entries, session.Scribe{Now: sessiontest.Clock()})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s.Record(), again.Record()); diff != "" {
			t.Errorf("record (-live +replayed):\n%s", diff)
		}
		if diff := cmp.Diff(s.Prompt(), again.Prompt(), ignoreConditions); diff != "" {
			t.Errorf("prompt (-live +replayed):\n%s", diff)
		}
		if diff := cmp.Diff(s.Review(), again.Review(), ignoreConditions); diff != "" {
			t.Errorf("review (-live +replayed):\n%s", diff)
		}
	})
}

// links gives the journal of s as it is kept.
func links(s *session.Session) []session.Link {
	var links []session.Link
	for _, e := range s.Entries() {
		links = append(links, e.Link)
	}
	return links
}

var ignoreConditions = cmp.Comparer(func(a, b *questionnaire.Condition) bool { return a == b })

func TestHiddenAnswersStayOut(t *testing.T) {
	hidden := 0
	walks(t, 200, func(t *testing.T, _ *rand.Rand, s *session.Session) {
		response := s.Response()
		enabled := s.Questionnaire().Enabled(response.Answers)
		for i, e := range s.Questionnaire().Entries() {
			_, answered := response.Answers[e.ID]
			if answered && !enabled[i] {
				t.Errorf("hidden item %s is in the response", e.ID)
			}
			if !enabled[i] {
				hidden++
			}
		}
		for _, line := range s.Review() {
			if i := line.Entry.Index; !enabled[i] {
				t.Errorf("hidden item %s is in the review", line.Entry.ID)
			}
		}
	})
	if hidden == 0 {
		t.Error("no item was ever hidden: the test shows nothing")
	}
}

func TestBackLosesNothing(t *testing.T) {
	walks(t, 200, func(t *testing.T, _ *rand.Rand, s *session.Session) {
		before := s.Record().Response
		for range len(s.Questionnaire().Entries()) + 5 {
			if !s.Back() {
				break
			}
			if diff := cmp.Diff(before, s.Record().Response); diff != "" {
				t.Fatalf("going back changed the answers:\n%s", diff)
			}
		}
		if k := s.Prompt().Kind; k != session.Welcome {
			t.Errorf("going back ends at %s, want the first screen", k)
		}
	})
}

func TestNoDecisionPastAMissingAnswer(t *testing.T) {
	blocked := 0
	walks(t, 300, func(t *testing.T, _ *rand.Rand, s *session.Session) {
		missing := len(s.Missing())
		switch s.Prompt().Kind {
		case session.Decide, session.Attest, session.Done:
			if missing > 0 {
				t.Errorf("at %s with %d required questions open", s.Prompt().Kind, missing)
			}
		case session.Review:
			if missing > 0 {
				blocked++
			}
		}
	})
	if blocked == 0 {
		t.Error("no walk was ever held at the review: the test shows nothing")
	}
}

func TestNothingHiddenBlocks(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 11))
		s := sessiontest.Start(sessiontest.Questionnaire(r, 25))
		for range r.IntN(40) {
			sessiontest.Step(r, s)
		}
		if !sessiontest.Finish(r, s, 500) {
			t.Fatalf("seed %d: stuck at %+v", seed, s.Prompt())
		}
		if s.Record().Status != session.Complete {
			t.Errorf("seed %d: at the end, and %s", seed, s.Record().Status)
		}
	}
}

func TestHiddenAnswersComeBack(t *testing.T) {
	child := questionnaire.Item{ID: "child", Type: questionnaire.TypeYesNo, Text: "Child?",
		When: &questionnaire.Condition{Op: questionnaire.OpIs, Item: "gate", Values: []string{"yes"}}}
	s := sessiontest.Start(compile(t, yesNo("gate"), child))
	s.Next()
	say(t, s, "gate", "yes")
	say(t, s, "child", "no")
	s.Back()
	s.Back()
	say(t, s, "gate", "no")
	if _, ok := s.Response().Answers["child"]; ok {
		t.Error("the hidden answer is still in the response")
	}
	s.Back()
	say(t, s, "gate", "yes")
	if got := s.Response().Answers["child"]; !got.Equal(questionnaire.Codes("no")) {
		t.Errorf("shown again, the answer is %v, want the one given", got)
	}
}
