package lint

import (
	"math/rand/v2"

	"informed/internal/questionnaire"
)

// walker goes through a questionnaire as people would, answering or skipping what is shown.
type walker struct {
	q      *questionnaire.Questionnaire
	values [][]questionnaire.Value // what each entry can be answered with; none for what takes no answer
	effort int                     // entries passed while searching
}

func newWalker(q *questionnaire.Questionnaire) *walker {
	bounds := map[string][]string{}
	for _, e := range q.Entries() {
		collectBounds(e.When, e.ID, bounds)
		for _, o := range e.Outcomes {
			collectBounds(o.When, e.ID, bounds)
		}
	}
	w := &walker{q: q, values: make([][]questionnaire.Value, len(q.Entries()))}
	for i, e := range q.Entries() {
		w.values[i] = valuesOf(e.Item, bounds[e.ID])
	}
	return w
}

// random gives the answers of somebody who chooses without looking and skips one question in eight where that can be done.
func (w *walker) random(r *rand.Rand) questionnaire.Answers {
	answers := questionnaire.Answers{}
	w.pass(answers, func(i int) (questionnaire.Value, bool) {
		if n := len(w.values[i]); n > 0 && (r.IntN(8) > 0 || w.q.Entries()[i].Required) {
			return w.values[i][r.IntN(n)], true
		}
		return questionnaire.Value{}, false
	})
	return answers
}

// pass goes through once, in reading order, and asks answer about each item that is shown.
func (w *walker) pass(answers questionnaire.Answers, answer func(i int) (questionnaire.Value, bool)) {
	entries := w.q.Entries()
	shown := make([]bool, len(entries))
	lookup := func(id string) (questionnaire.Value, bool) {
		v, ok := answers[id]
		if !ok {
			return v, false
		}
		e, _ := w.q.Entry(id)
		return e.Tested(v), true
	}
	for i := range entries {
		e := &entries[i]
		shown[i] = (e.Parent < 0 || shown[e.Parent]) && (e.When == nil || e.When.Holds(lookup))
		if shown[i] && e.Type.Answerable() {
			if v, ok := answer(i); ok {
				answers[e.ID] = v
			}
		}
	}
}
