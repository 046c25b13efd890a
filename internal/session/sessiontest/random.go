package sessiontest

import (
	"fmt"
	"math/rand/v2"

	"informed/internal/questionnaire"
)

// Questionnaire makes a questionnaire of up to size items at random: every type, nested groups, conditions on
// earlier items, quizzes with and without a second probe, and often a decision and an attestation, bare or in groups.
func Questionnaire(r *rand.Rand, size int) *questionnaire.Questionnaire {
	m := &maker{r: r, left: 1 + r.IntN(size)}
	d := questionnaire.Definition{
		ID: "random", Version: "1.0.0", Title: "Random", Language: "en", Status: questionnaire.Draft,
		Hash:    "sha256:random",
		Sources: []questionnaire.Source{{Key: "S-1", Title: "Example source"}},
	}
	for m.left > 0 {
		d.Items = append(d.Items, m.item(1))
	}
	if r.IntN(3) > 0 {
		d.Items = append(d.Items, m.closing(questionnaire.Item{ID: "decision", Type: questionnaire.TypeDecision, Text: "And now?", Required: true}))
	}
	if r.IntN(3) > 0 {
		d.Items = append(d.Items, m.closing(questionnaire.Item{ID: "name", Type: questionnaire.TypeAttestation, Statement: "I went through this.", Required: r.IntN(2) == 0}))
	}
	q, diagnostics := questionnaire.Compile(d)
	if q == nil {
		panic(fmt.Sprint("sessiontest made a questionnaire that does not compile: ", diagnostics))
	}
	return q
}

type maker struct {
	r     *rand.Rand
	left  int
	asked []questionnaire.Item // questions so far, for conditions
}

// closing puts an item in a group of its own at times.
func (m *maker) closing(it questionnaire.Item) questionnaire.Item {
	if m.r.IntN(3) > 0 {
		return it
	}
	return questionnaire.Item{ID: "around-" + it.ID, Type: questionnaire.TypeGroup, Text: "Read this.", Items: []questionnaire.Item{it}}
}

func (m *maker) item(depth int) questionnaire.Item {
	m.left--
	it := questionnaire.Item{ID: fmt.Sprintf("i%d", m.left), Text: "Text " + fmt.Sprint(m.left)}
	if m.r.IntN(3) == 0 {
		it.When = m.condition(nil)
	}
	types := questionnaire.Types()
	it.Type = types[m.r.IntN(len(types)-2)]
	if it.Type == questionnaire.TypeGroup && (depth >= 4 || m.left == 0) {
		it.Type = questionnaire.TypeDisplay
	}
	if it.Type == questionnaire.TypeGroup {
		return m.group(it, depth)
	}
	if it.Type.Question() {
		m.question(&it)
		m.asked = append(m.asked, it)
	}
	return it
}

func (m *maker) group(it questionnaire.Item, depth int) questionnaire.Item {
	it.Topic, it.Title = "topic-"+it.ID, "Group "+it.ID
	if m.r.IntN(2) == 0 {
		it.Text = ""
	}
	for n := 1 + m.r.IntN(4); n > 0 && (m.left > 0 || len(it.Items) == 0); n-- {
		it.Items = append(it.Items, m.item(depth+1))
	}
	return it
}

func (m *maker) question(it *questionnaire.Item) {
	it.Required = m.r.IntN(3) == 0
	it.Private = m.r.IntN(8) == 0
	it.Do = "Ask about " + it.ID
	if m.r.IntN(2) == 0 {
		it.Check = "Check " + it.ID
	}
	switch it.Type {
	case questionnaire.TypeChoice, questionnaire.TypeChoices:
		it.Options = []questionnaire.Option{{Value: "a", Text: "A"}, {Value: "b", Text: "B"}, {Value: "other", Text: "Other", Open: m.r.IntN(2) == 0}}
	case questionnaire.TypeQuiz:
		it.Options = probe("a", "b")
		if m.r.IntN(2) == 0 {
			it.Again = &questionnaire.Probe{Text: "In other words?", Options: probe("c", "a")}
		}
	case questionnaire.TypeScale:
		it.Min, it.Max = "0", "10"
	case questionnaire.TypeInteger, questionnaire.TypeDecimal:
		it.Min = "-5"
	case questionnaire.TypeDate:
		it.Min = "2000-01-01"
	}
	for m.r.IntN(2) == 0 && len(it.Outcomes) < 3 {
		states := questionnaire.OutcomeStates()
		it.Outcomes = append(it.Outcomes, questionnaire.Outcome{When: m.condition(it), State: states[m.r.IntN(len(states))]})
	}
}

func probe(right, wrong string) []questionnaire.Option {
	return []questionnaire.Option{{Value: right, Text: "Right", Correct: true, Feedback: "Yes."}, {Value: wrong, Text: "Wrong", Feedback: "No."}}
}

// condition makes a rule over what was asked so far; self is the item of an outcome, or nil.
func (m *maker) condition(self *questionnaire.Item) *questionnaire.Condition {
	if len(m.asked) == 0 && self == nil {
		return nil
	}
	if m.r.IntN(4) == 0 {
		ops := []questionnaire.Op{questionnaire.OpAll, questionnaire.OpAny, questionnaire.OpNot}
		return &questionnaire.Condition{Op: ops[m.r.IntN(3)], Children: []questionnaire.Condition{*m.test(self), *m.test(self)}}
	}
	return m.test(self)
}

func (m *maker) test(self *questionnaire.Item) *questionnaire.Condition {
	on, name := self, ""
	if self == nil || len(m.asked) > 0 && m.r.IntN(4) == 0 {
		on = &m.asked[m.r.IntN(len(m.asked))]
		name = on.ID
	}
	c := &questionnaire.Condition{Op: questionnaire.OpAnswered, Item: name, Answered: m.r.IntN(3) > 0}
	switch {
	case on.Type == questionnaire.TypeYesNo:
		c.Op, c.Values = questionnaire.OpIs, []string{[]string{"yes", "no", "unsure"}[m.r.IntN(3)]}
	case on.Type.Coded():
		c.Op, c.Values = []questionnaire.Op{questionnaire.OpIs, questionnaire.OpNot}[m.r.IntN(2)], []string{[]string{"a", "b", "unsure"}[m.r.IntN(3)]}
		if on.Type == questionnaire.TypeQuiz && c.Values[0] == "b" {
			c.Values[0] = "a"
		}
	case on.Type.Numeric():
		c.Op, c.Values = questionnaire.OpAtLeast, []string{"5"}
	}
	return c
}
