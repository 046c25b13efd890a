package export_test

import (
	"sync"
	"testing"

	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/summary"
)

func is(item string, values ...string) *questionnaire.Condition {
	return &questionnaire.Condition{Op: questionnaire.OpIs, Item: item, Values: values}
}

func outcome(state questionnaire.State, do string, values ...string) questionnaire.Outcome {
	return questionnaire.Outcome{When: is("", values...), State: state, Do: do}
}

// example is a small questionnaire with every type of item; its answers below bring up every state.
func example() questionnaire.Definition {
	return questionnaire.Definition{
		ID: "example", Version: "1.2.0", Status: questionnaire.Draft, Date: "2026-11-22", Language: "en",
		Title: "Thinking about an example treatment", Hash: "sha256:4f1c2a7be0935d86a1b2c3d4e5f60718293a4b5c6d7e8f90112233445566778a",
		Sources: []questionnaire.Source{
			{Key: "EX-LIST", Title: "Example list of approved products", Publisher: "Example Regulator", Evidence: questionnaire.Secondary},
			{Key: "EX-2021", Title: "What to ask about an example treatment", Publisher: "Example Regulator", Year: 2021,
				URL: "https://example.org/patients/what_to_ask?lang=en", Checked: "2026-11-22", Evidence: questionnaire.Direct},
			{Key: "EX-COST", Title: "Example prices", Year: 2019},
			{Key: "EX-NEVER", Title: "Cited by nothing that was shown"},
		},
		Items: append(exampleQuestions(),
			questionnaire.Item{ID: "decision", Type: questionnaire.TypeDecision, Text: "Where do you stand today?", Required: true,
				Options: []questionnaire.Option{
					{Value: "agree", Text: "I want to go ahead and talk about starting"},
					{Value: "defer", Text: "I want more time before I choose"},
					{Value: "decline", Text: "I do not want this now"}}},
			questionnaire.Item{ID: "attest", Type: questionnaire.TypeAttestation, Text: "Your name",
				Statement: "I went through these questions, and the answers are mine. This is not consent to a treatment."}),
	}
}

func exampleQuestions() []questionnaire.Item {
	return []questionnaire.Item{
		{ID: "route", Type: questionnaire.TypeChoice, Text: "Which of these fits the care you are thinking about?", Required: true,
			Options: []questionnaire.Option{{Value: "trial", Text: "A research trial"}, {Value: "unproven", Text: "Offered to me, but neither"},
				{Value: "other", Text: "Something else", Open: true}},
			Check: "What kind of care this is", Do: "Ask the clinic to say in writing which of these it is.",
			Outcomes: []questionnaire.Outcome{outcome(questionnaire.StateWarning, "", "unproven")}, Sources: []string{"EX-2021", "EX-LIST"}},
		{ID: "benefits", Type: questionnaire.TypeGroup, Topic: "benefits", Title: "Benefits", Text: "What good may come of this?", Items: []questionnaire.Item{
			{ID: "picture", Type: questionnaire.TypeDisplay, Title: "What is known", Text: "Read this.",
				Picture: &questionnaire.Picture{Label: "got better", Certainty: questionnaire.Unknown}},
			{ID: "hope", Type: questionnaire.TypeText, Text: "What do you hope will get better?", Check: "What you hope for",
				Do: "Tell your doctor what you hope for."},
			{ID: "trust", Type: questionnaire.TypeScale, Text: "How sure are you that it will help you?", Min: "0", Max: "10",
				MinLabel: "Not sure at all", MaxLabel: "Fully sure", Check: "How sure you feel",
				Outcomes: []questionnaire.Outcome{{When: &questionnaire.Condition{Op: questionnaire.OpAtLeast, Values: []string{"9"}},
					State: questionnaire.StateAsk, Do: "Ask your doctor what studies show for people like you."}}},
			quiz("many", "Can one kind of stem cell treat many unrelated illnesses?", "What stem cells can treat"),
			quiz("own", "Is a treatment without risk because the cells are your own?", "Risks of your own cells"),
		}},
		{ID: "costs", Type: questionnaire.TypeGroup, Topic: "costs", Title: "Costs and travel", Items: []questionnaire.Item{
			{ID: "price", Type: questionnaire.TypeYesNo, Text: "Do you know the full cost?", Check: "The full cost", Do: "Ask for the full cost on paper.",
				Outcomes: []questionnaire.Outcome{outcome(questionnaire.StateAsk, "", "no", "unsure")}, Sources: []string{"EX-COST"}},
			{ID: "distance", Type: questionnaire.TypeDecimal, Text: "How far away is the clinic?", Unit: "km"},
			{ID: "visits", Type: questionnaire.TypeInteger, Text: "How many visits are planned?", Min: "0", Check: "How many visits there are",
				Do: "Ask how many visits there are."},
			{ID: "talk", Type: questionnaire.TypeDate, Text: "When is your next talk?"},
			{ID: "town", Type: questionnaire.TypeString, Text: "In which town is the clinic?", Check: "Where the clinic is"},
			{ID: "told", Type: questionnaire.TypeChoices, Text: "Which of these were you told about?",
				Options: []questionnaire.Option{{Value: "infection", Text: "Infection"}, {Value: "bleeding", Text: "Bleeding or pain"},
					{Value: "more", Text: "Something else", Open: true}}, Check: "Risks you were told about"},
			{ID: "abroad", Type: questionnaire.TypeYesNo, Text: "Is it in another country?", When: is("route", "trial"), Check: "Care abroad",
				Sources: []string{"EX-NEVER"}},
		}},
		{ID: "you", Type: questionnaire.TypeGroup, Topic: "you", Title: "About you", Items: []questionnaire.Item{
			{ID: "free", Type: questionnaire.TypeYesNo, Private: true, Text: "Do you feel free to say no?", Check: "Your free choice",
				Do: "Ask staff for a talk alone.", Outcomes: []questionnaire.Outcome{outcome(questionnaire.StateSupport, "", "no", "unsure")}},
			{ID: "pay", Type: questionnaire.TypeYesNo, Private: true, Text: "Would you borrow money for this?", Check: "Money for this",
				Do: "Ask staff about help with money.", Outcomes: []questionnaire.Outcome{outcome(questionnaire.StateAsk, "", "yes")}},
		}},
	}
}

func quiz(id, text, check string) questionnaire.Item {
	return questionnaire.Item{ID: id, Type: questionnaire.TypeQuiz, Text: text, Check: check, Do: "Ask your doctor to go over this with you.",
		Options: []questionnaire.Option{{Value: "yes", Text: "Yes, it is so", Feedback: "Many people think so."}, {Value: "no", Text: "No", Correct: true}},
		Again: &questionnaire.Probe{Text: "Which is true?", Options: []questionnaire.Option{
			{Value: "so", Text: "It is so", Feedback: "It is not so."}, {Value: "not", Text: "It is not so", Correct: true}}},
		Sources: []string{"EX-2021"}}
}

// said is one try or answer on the way.
type said map[string][]questionnaire.Value

func exampleAnswers() said {
	code := func(codes ...string) questionnaire.Value { return questionnaire.Codes(codes...) }
	return said{
		"route": {code("unproven")}, "hope": {{Text: "To walk without pain.\nTo play with my child."}}, "trust": {{Number: "9"}},
		"many": {code("yes"), code("so")}, "own": {code("yes"), code("not")},
		"price": {code("no")}, "distance": {{Number: "12.5"}}, "talk": {{Date: "2026-12-01"}}, "town": {{Text: "Exampletown"}},
		"told": {{Codes: []string{"infection", "more"}, Words: map[string]string{"more": "cells in the *wrong* place"}}},
		"free": {code("no")}, "pay": {code("yes")},
		"decision": {code("defer")}, "attest": {{Text: "Amina Example"}},
	}
}

// walk starts a sitting and goes on until the end, giving these answers and putting down what to talk about.
func walk(t *testing.T, d questionnaire.Definition, answers said, talk ...string) *session.Session {
	t.Helper()
	q, diagnostics := questionnaire.Compile(d)
	if q == nil {
		t.Fatal(diagnostics)
	}
	s := sessiontest.Start(q)
	for s.Prompt().Kind != session.Done {
		p := s.Prompt()
		if p.Entry != nil && p.Kind != session.Feedback {
			for _, id := range talk {
				if id == p.Entry.ID {
					s.Flag(id, true)
				}
			}
			if left := answers[p.Entry.ID]; len(left) > 0 {
				if problem := s.Answer(p.Entry.ID, left[0]); problem != nil {
					t.Fatal(problem)
				}
				answers[p.Entry.ID] = left[1:]
				if s.Prompt().Kind == session.Feedback {
					continue
				}
			}
		}
		if problem := s.Next(); problem != nil {
			t.Fatal(problem)
		}
	}
	return s
}

// words is loaded once: some tests write thousands of copies.
var words = sync.OnceValues(func() (*i18n.Words, error) { return i18n.New("en") })

func english(t *testing.T) *i18n.Words {
	t.Helper()
	words, err := words()
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func build(t *testing.T, s *session.Session) summary.Summary {
	t.Helper()
	return summary.Build(s.Questionnaire(), s.Record(), english(t))
}
