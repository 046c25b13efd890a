package evaluation_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/evaluation"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

// walks runs visit on random people in random questionnaires, now and then on their way.
func walks(t *testing.T, visit func(t *testing.T, s *session.Session)) {
	t.Helper()
	for seed := range uint64(250) {
		r := rand.New(rand.NewPCG(seed, 17))
		s := sessiontest.Start(sessiontest.Questionnaire(r, 25))
		for step := range 60 {
			sessiontest.Step(r, s)
			if step%10 == 9 {
				visit(t, s)
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func TestLinesAreOfShownItemsInOrder(t *testing.T) {
	hidden, kept := 0, 0
	walks(t, func(t *testing.T, s *session.Session) {
		response := s.Response()
		enabled := s.Questionnaire().Enabled(response.Answers)
		before := -1
		for _, line := range evaluation.Evaluate(s.Questionnaire(), response).Lines {
			if !enabled[line.Entry.Index] {
				t.Errorf("hidden item %s makes a line", line.Entry.ID)
			}
			if line.Entry.Index <= before {
				t.Errorf("%s comes out of order", line.Entry.ID)
			}
			before = line.Entry.Index
			kept++
		}
		for i, e := range s.Questionnaire().Entries() {
			if e.Check != "" && !enabled[i] {
				hidden++
			}
		}
	})
	if hidden == 0 || kept == 0 {
		t.Errorf("%d lines, and %d items with one were hidden: the test shows nothing", kept, hidden)
	}
}

// states gives the state of each line.
func states(q *questionnaire.Questionnaire, r questionnaire.Response) map[string]questionnaire.State {
	out := map[string]questionnaire.State{}
	for _, line := range evaluation.Evaluate(q, r).Lines {
		out[line.Entry.ID] = line.State
	}
	return out
}

// Putting an item down to talk about makes it a line, lifts settled and open to ask, and changes nothing else.
func TestTalkLowersNothing(t *testing.T) {
	lifted := map[questionnaire.State]int{}
	walks(t, func(t *testing.T, s *session.Session) {
		response := s.Response()
		plain := states(s.Questionnaire(), questionnaire.Response{Answers: response.Answers})
		got := states(s.Questionnaire(), response)
		want := plain
		for id := range response.Talk {
			lifted[plain[id]]++
			switch from := plain[id]; {
			case from == "" && missed(s.Questionnaire(), id, response):
				want[id] = review
			case from == "" || from == settled || from == open:
				want[id] = ask
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("states (-want +got):\n%s", diff)
		}
	})
	for _, state := range []questionnaire.State{"", warning, review, support, open, settled} {
		if lifted[state] == 0 {
			t.Errorf("no item in state %q was ever put down to talk about: the test shows nothing of it", state)
		}
	}
}

// missed tells whether the item is a quiz that was tried without a right answer.
func missed(q *questionnaire.Questionnaire, id string, r questionnaire.Response) bool {
	e, _ := q.Entry(id)
	v := r.Answers[id]
	return e.Type == questionnaire.TypeQuiz && len(v.Codes) > 0 && !e.Understood(v)
}

// A response that was not restricted to what is shown means the same as one that was.
func TestHiddenAnswersCountForNothing(t *testing.T) {
	restricted := 0
	walks(t, func(t *testing.T, s *session.Session) {
		response := s.Response()
		all := questionnaire.Response{Answers: questionnaire.Answers{}, Talk: map[string]bool{}}
		for _, entry := range s.Entries() {
			if answered, ok := entry.Event.(session.Answered); ok && !answered.New.IsZero() {
				all.Answers[answered.Item] = answered.New
			}
		}
		for id := range all.Answers {
			if _, ok := response.Answers[id]; !ok {
				restricted++
			}
		}
		for id, v := range response.Answers {
			all.Answers[id] = v
		}
		all = questionnaire.Response{Answers: all.Answers, Talk: response.Talk}
		restrict := s.Questionnaire().Restrict(all.Answers, all.Talk)
		if diff := cmp.Diff(states(s.Questionnaire(), restrict), states(s.Questionnaire(), all)); diff != "" {
			t.Errorf("states with and without hidden answers:\n%s", diff)
		}
	})
	if restricted == 0 {
		t.Error("no answer was ever hidden: the test shows nothing")
	}
}
