package lint

import "informed/internal/questionnaire"

// reached keeps what walks came by.
type reached struct {
	items    []bool   // by index of the entry
	outcomes [][]bool // by index of the entry and of its outcome
}

func newReached(q *questionnaire.Questionnaire) *reached {
	r := &reached{items: make([]bool, len(q.Entries())), outcomes: make([][]bool, len(q.Entries()))}
	for i, e := range q.Entries() {
		r.outcomes[i] = make([]bool, len(e.Outcomes))
	}
	return r
}

// note takes down what these answers show and which outcomes decide.
func (r *reached) note(q *questionnaire.Questionnaire, answers questionnaire.Answers) {
	entries := q.Entries()
	for i, on := range q.Enabled(answers) {
		if !on {
			continue
		}
		r.items[i] = true
		if n := decides(q, &entries[i], answers); n >= 0 {
			r.outcomes[i][n] = true
		}
	}
}

// decides gives the index of the first outcome of e that holds, or -1. The answers are those of items that are shown.
func decides(q *questionnaire.Questionnaire, e *questionnaire.Entry, answers questionnaire.Answers) int {
	for n, o := range e.Outcomes {
		if o.When == nil || o.When.Holds(func(id string) (questionnaire.Value, bool) {
			of := e
			if id != "" {
				of, _ = q.Entry(id)
			}
			v, ok := answers[of.ID]
			return of.Tested(v), ok
		}) {
			return n
		}
	}
	return -1
}
