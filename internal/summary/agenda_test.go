package summary_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/summary"
)

func outcome(id string, state questionnaire.State) questionnaire.Item {
	it := yesNo(id)
	it.Outcomes = []questionnaire.Outcome{{When: is("yes"), State: state}}
	return it
}

func claim(id string) questionnaire.Item {
	return questionnaire.Item{ID: id, Type: questionnaire.TypeQuiz, Text: "Is it " + id + "?", Check: "Claim " + id,
		Options: []questionnaire.Option{{Value: "no", Text: "No"}, {Value: "so", Text: "It is so", Correct: true}},
		Again:   &questionnaire.Probe{Text: "And " + id + "?", Options: []questionnaire.Option{{Value: "bad", Text: "Bad"}, {Value: "good", Text: "Good", Correct: true}}}}
}

// sitting gives a consultation about what a patient answered alone. The answers of an item are given one after the other.
func sitting(t *testing.T, items []questionnaire.Item, answers map[string][]string, talk ...string) *session.Session {
	t.Helper()
	s := sessiontest.Start(compile(t, items...))
	for s.Prompt().Kind != session.Done {
		p := s.Prompt()
		if p.Kind == session.Question {
			s.Flag(p.Entry.ID, slices.Contains(talk, p.Entry.ID))
			if left := answers[p.Entry.ID]; len(left) > len(p.Answer.Codes) {
				must(t, s.Answer(p.Entry.ID, questionnaire.Codes(left[len(p.Answer.Codes)])))
			}
		}
		if s.Prompt().Kind != session.Feedback || p.Kind == session.Feedback {
			must(t, s.Next())
		}
	}
	must(t, s.Consult(session.Party{Name: "Nadia Example", Title: "nurse"}, nil))
	return s
}

func must(t *testing.T, p *questionnaire.Problem) {
	t.Helper()
	if p != nil {
		t.Fatalf("%+v", *p)
	}
}

func agenda(t *testing.T, s *session.Session) summary.Agenda {
	t.Helper()
	return summary.BuildAgenda(s.Questionnaire(), s.Record(), english(t))
}

// ids gives the ids of topics in order: with a mark behind those that are unresolved, and what became of them.
func ids(a summary.Agenda) []string {
	list := []string{}
	for _, topic := range a.Topics {
		id := topic.ID
		if topic.Unresolved {
			id += "!"
		}
		if topic.Outcome != nil {
			id += " " + topic.Outcome.Value
		}
		list = append(list, id)
	}
	return list
}

// planted has ten things to talk about between others that are settled.
func planted(t *testing.T) *session.Session {
	t.Helper()
	hidden := outcome("hidden", questionnaire.StateWarning)
	hidden.When = &questionnaire.Condition{Op: questionnaire.OpIs, Item: "calm-1", Values: []string{"yes"}}
	silent := claim("silent") // makes no line
	silent.Check = ""
	plain := yesNo("plain") // neither does this
	plain.Check = ""
	apart := outcome("apart", questionnaire.StateAsk)
	apart.Private = true
	return sitting(t, []questionnaire.Item{
		outcome("calm-1", questionnaire.StateWarning), hidden, outcome("support", questionnaire.StateSupport), claim("second"),
		outcome("ask-1", questionnaire.StateAsk), yesNo("unanswered"), claim("wrong"), outcome("warning-1", questionnaire.StateWarning),
		yesNo("flagged"), claim("right"), silent, plain, outcome("review", questionnaire.StateReview), apart,
		outcome("warning-2", questionnaire.StateWarning), yesNo("calm-2"),
	}, map[string][]string{
		"calm-1": {"no"}, "support": {"yes"}, "second": {"no", "good"}, "ask-1": {"yes"}, "wrong": {"no", "bad"}, "warning-1": {"yes"},
		"flagged": {"no"}, "right": {"so"}, "silent": {"no", "bad"}, "plain": {"yes"}, "review": {"yes"}, "apart": {"yes"},
		"warning-2": {"yes"}, "calm-2": {"yes"},
	}, "flagged")
}

func TestAllThatNeedsTalkIsOnTop(t *testing.T) {
	a := agenda(t, planted(t))
	want := []string{"warning-1!", "warning-2!", "ask-1!", "flagged!", "apart!", "wrong!", "silent!", "review!", "second!", "support!",
		"unanswered", "calm-1", "right", "calm-2"}
	if diff := cmp.Diff(want, ids(a)); diff != "" {
		t.Errorf("topics (-want +got):\n%s", diff)
	}
	if a.Left != 10 {
		t.Errorf("%d are left, want 10", a.Left)
	}
}

func TestOutcomesMoveTopics(t *testing.T) {
	s := planted(t)
	hand := func(to session.Hand) { t.Helper(); must(t, s.HandTo(to, "")) }
	conclude := func(item string, outcome session.Outcome) {
		t.Helper()
		must(t, s.Conclude(item, outcome, "Dr Example", "2026-12-01"))
	}
	hand(session.ByPatient)
	must(t, s.Confirm("warning-1", "yes"))
	must(t, s.Confirm("calm-2", "unsure"))
	hand(session.ByCounsellor)
	conclude("warning-1", session.Resolved)
	conclude("ask-1", session.Unsettled)
	conclude("flagged", session.Referred)
	conclude("right", session.Unsettled)
	must(t, s.Note("plain", "They asked twice."))
	a := agenda(t, s)
	want := []string{"warning-2!", "apart!", "wrong!", "silent!", "review!", "calm-2!", "second!", "support!",
		"flagged! referred", "ask-1! open", "right open", "warning-1! resolved", "unanswered", "calm-1", "plain"}
	if diff := cmp.Diff(want, ids(a)); diff != "" {
		t.Errorf("topics (-want +got):\n%s", diff)
	}
	if a.Left != 8 {
		t.Errorf("%d are left, want 8", a.Left)
	}
	hand(session.ByPatient)
	must(t, s.Confirm("warning-1", "no"))
	must(t, s.Confirm("calm-2", "yes"))
	a = agenda(t, s)
	want = []string{"warning-1!", "warning-2!", "apart!", "wrong!", "silent!", "review!", "second!", "support!",
		"flagged! referred", "ask-1! open", "right open", "unanswered", "calm-1", "plain", "calm-2"}
	if diff := cmp.Diff(want, ids(a)); diff != "" {
		t.Errorf("topics after the patient's no (-want +got):\n%s", diff)
	}
	hand(session.ByCounsellor)
	conclude("wrong", session.Referred)
	for _, c := range build(t, s).Comprehension {
		if c.Settled {
			t.Errorf("%s is passed on, and counts as settled", c.ID)
		}
	}
}

func TestATopicTellsAll(t *testing.T) {
	it := outcome("a", questionnaire.StateWarning)
	it.Counsellor, it.Explain, it.Do, it.Sources = "Ask *why*.", "It **means** this.", "Ask the clinic.", []string{"A-3", "A-1"}
	s := sitting(t, []questionnaire.Item{it, yesNo("b")}, map[string][]string{"a": {"yes"}})
	must(t, s.Note("a", "They asked twice."))
	must(t, s.Conclude("a", session.Referred, "Dr Example", "2026-12-01"))
	must(t, s.HandTo(session.ForPatient, "cannot see well"))
	must(t, s.Ask("b"))
	must(t, s.Answer("b", questionnaire.Codes("no")))
	got := agenda(t, s).Topics[0]
	at := func(n int) summary.Time {
		return summary.Time(s.Entries()[len(s.Entries())-n].At.Format("2006-01-02T15:04:05Z"))
	}
	want := summary.Topic{
		Line: summary.Line{ID: "a", State: "warning", Check: "Check a", Do: "Ask the clinic.", Because: "You answered: Yes", Sources: []string{"A-3", "A-1"},
			Outcome: &summary.Outcome{Value: "referred", To: "Dr Example", Until: "2026-12-01", Role: "counsellor", Name: "Nadia Example", At: at(4)}},
		Unresolved: true, Question: "Is it a?", Answer: "Yes", By: "patient", Guidance: "Ask *why*.", Explain: "It **means** this.",
		Cited: []summary.Source{{Key: "A-3", Title: "Third"}, {Key: "A-1", Title: "First"}},
		Remarks: []summary.Remark{
			{Kind: "note", Item: "a", About: "Check a", Head: "Note:", Words: "They asked twice.", Role: "counsellor", Name: "Nadia Example", At: at(5)},
			{Kind: "outcome", Item: "a", About: "Check a", Head: "Passed on to Dr Example. To be done by 2026-12-01", Role: "counsellor", Name: "Nadia Example", At: at(4),
				Outcome: "referred", To: "Dr Example", Until: "2026-12-01"},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("topic (-want +got):\n%s", diff)
	}
	typed := agenda(t, s).Topics[1]
	if diff := cmp.Diff(session.Typist{Name: "Nadia Example", Why: "cannot see well"}, typed.Typist); diff != "" || typed.Answer != "No" {
		t.Errorf("typed for the patient: answer %q, typist (-want +got):\n%s", typed.Answer, diff)
	}
}

// What a patient says in a consultation brings an item to the top, or takes it from there; a new answer begins anew. What is
// hidden by it leaves, with all that was said.
func TestThePatientsWordOnSettledItems(t *testing.T) {
	forgiven := claim("forgiven") // the author counts every answer as settled
	forgiven.Outcomes = []questionnaire.Outcome{{State: questionnaire.StateSettled}}
	hidden := yesNo("hidden")
	hidden.When = &questionnaire.Condition{Op: questionnaire.OpIs, Item: "a", Values: []string{"yes"}}
	start := func(t *testing.T) *session.Session {
		return sitting(t, []questionnaire.Item{yesNo("a"), claim("second"), claim("right"), forgiven, hidden},
			map[string][]string{"a": {"yes"}, "second": {"no", "good"}, "right": {"so"}, "forgiven": {"no", "bad"}, "hidden": {"no"}})
	}
	patient := func(do func(s *session.Session) *questionnaire.Problem) func(*testing.T, *session.Session) {
		return func(t *testing.T, s *session.Session) {
			t.Helper()
			must(t, s.HandTo(session.ByPatient, ""))
			must(t, do(s))
			must(t, s.HandTo(session.ByCounsellor, ""))
		}
	}
	probe := func(option string) func(*testing.T, *session.Session) {
		return func(t *testing.T, s *session.Session) {
			t.Helper()
			must(t, s.Ask("right"))
			patient(func(s *session.Session) *questionnaire.Problem { return s.AnswerProbe("right", option) })(t, s)
		}
	}
	answer := func(value string) func(*testing.T, *session.Session) {
		return func(t *testing.T, s *session.Session) {
			t.Helper()
			must(t, s.Ask("a"))
			patient(func(s *session.Session) *questionnaire.Problem { return s.Answer("a", questionnaire.Codes(value)) })(t, s)
		}
	}
	teach := func(item string, clear bool) func(*testing.T, *session.Session) {
		return func(t *testing.T, s *session.Session) { t.Helper(); must(t, s.TeachBack(item, "So.", clear)) }
	}
	confirm := func(item, word string) func(*testing.T, *session.Session) {
		return patient(func(s *session.Session) *questionnaire.Problem { return s.Confirm(item, word) })
	}
	note := func(t *testing.T, s *session.Session) { t.Helper(); must(t, s.Note("hidden", "x")) }
	for _, test := range []struct {
		name  string
		steps []func(*testing.T, *session.Session)
		want  []string
	}{
		{"nothing", nil, []string{"forgiven!", "second!", "a", "right", "hidden"}},
		{"what was said back is not clear", []func(*testing.T, *session.Session){teach("a", false)}, []string{"a!", "forgiven!", "second!", "right", "hidden"}},
		{"then it is", []func(*testing.T, *session.Session){teach("a", false), teach("a", true)}, []string{"forgiven!", "second!", "a", "right", "hidden"}},
		{"a fresh quiz goes wrong", []func(*testing.T, *session.Session){probe("bad")}, []string{"right!", "forgiven!", "second!", "a", "hidden"}},
		{"a fresh quiz goes right", []func(*testing.T, *session.Session){probe("good")}, []string{"forgiven!", "second!", "a", "right", "hidden"}},
		{"no after the second try", []func(*testing.T, *session.Session){confirm("second", "no")}, []string{"second!", "forgiven!", "a", "right", "hidden"}},
		{"no, then another answer that hides one", []func(*testing.T, *session.Session){confirm("a", "no"), note, answer("no")}, []string{"forgiven!", "second!", "a", "right"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := start(t)
			for _, step := range test.steps {
				step(t, s)
			}
			if diff := cmp.Diff(test.want, ids(agenda(t, s))); diff != "" {
				t.Errorf("topics (-want +got):\n%s", diff)
			}
		})
	}
}

// Whatever was done: what needs talk and has no outcome stands first and is counted, and nothing that is shown is lost.
func TestAgendasHold(t *testing.T) {
	left, concluded, doubted := 0, 0, 0
	for seed := range uint64(120) {
		r := rand.New(rand.NewPCG(seed, 31))
		s := sessiontest.Start(sessiontest.Questionnaire(r, 20))
		if r.IntN(3) > 0 {
			sessiontest.Finish(r, s, 200)
		}
		for step := range 90 {
			sessiontest.Consult(r, s)
			if step%9 > 0 {
				continue
			}
			a := agenda(t, s)
			rec := s.Record()
			enabled := s.Questionnaire().Enabled(rec.Response.Answers)
			on := map[string]bool{}
			for i, topic := range a.Topics {
				e, _ := s.Questionnaire().Entry(topic.ID)
				needs := topic.Unresolved && topic.Outcome == nil
				if needs != (i < a.Left) {
					t.Errorf("topic %d of %d that are left, %s: %+v", i+1, a.Left, topic.ID, topic)
				}
				if on[topic.ID] || !enabled[e.Index] {
					t.Errorf("%s is on the agenda twice, or is not shown", topic.ID)
				}
				if (topic.Outcome != nil) != (rec.Discussions[topic.ID].Outcome.Outcome != "") {
					t.Errorf("%s: outcome %v, want %v", topic.ID, topic.Outcome, rec.Discussions[topic.ID].Outcome)
				}
				on[topic.ID] = true
				if topic.Outcome != nil {
					concluded++
				}
				if topic.Doubted {
					doubted++
				}
			}
			left += a.Left
			for _, l := range summary.Build(s.Questionnaire(), rec, english(t)).Checklist {
				if !on[l.ID] {
					t.Errorf("%s is on the checklist and not on the agenda", l.ID)
				}
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	if left == 0 || concluded == 0 || doubted == 0 {
		t.Errorf("%d were left, %d concluded, %d doubted: the test shows nothing", left, concluded, doubted)
	}
}
