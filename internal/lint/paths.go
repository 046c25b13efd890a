package lint

import (
	"fmt"
	"math/rand/v2"

	"informed/internal/questionnaire"
)

// How much walking the linter does: enough for what a person is likely to come by, and for the rest every combination of the
// answers that it depends on, as far as those can be counted through.
const (
	steps     = 200_000 // entries passed by random walks
	mostWalks = 1_000
	mostTried = 50_000     // combinations for one item or outcome
	effort    = 20_000_000 // entries passed while trying combinations
)

// paths looks for items that nobody can come to, and for outcomes that never decide. What random walks did not find is
// searched for by trying every combination of the answers that it depends on.
func (l *linter) paths() {
	w := newWalker(l.q)
	seen := newReached(l.q)
	r := rand.New(rand.NewPCG(1, 2))
	for range max(10, min(mostWalks, steps/len(l.q.Entries()))) {
		seen.note(l.q, w.random(r))
	}
	at := places(l.q.Items, "/items")
	for i, e := range l.q.Entries() {
		if !seen.items[i] && !w.search(i, -1) {
			l.warn(at[i]+"/when", "dead-item", "look at the condition, and at those of the groups around it", "no answers lead to %q", e.ID)
			continue
		}
		for n := range e.Outcomes {
			if !seen.outcomes[i][n] && !w.search(i, n) {
				l.warn(fmt.Sprintf("%s/outcomes/%d", at[i], n), "dead-outcome",
					"look at the condition, and at the outcomes before it: the first that holds decides", "this outcome of %q never decides", e.ID)
			}
		}
	}
}

// search reports whether some answers show the entry and, with an outcome from 0 on, let that outcome of it decide. Where
// there are too many combinations to try, the author has the benefit of the doubt.
func (w *walker) search(entry, outcome int) bool {
	needed := w.needed(entry, outcome >= 0)
	total := 1
	for _, i := range needed {
		if total *= len(w.values[i]) + 1; total > mostTried {
			return true
		}
	}
	if w.effort += total * len(w.values); w.effort > effort {
		return true
	}
	for n := range total {
		answers := questionnaire.Answers{}
		rest := n
		choice := map[int]int{}
		for _, i := range needed {
			choice[i] = rest % (len(w.values[i]) + 1)
			rest /= len(w.values[i]) + 1
		}
		w.pass(answers, func(i int) (questionnaire.Value, bool) {
			if c := choice[i]; c > 0 {
				return w.values[i][c-1], true
			}
			return questionnaire.Value{}, false
		})
		e := &w.q.Entries()[entry]
		if w.q.Enabled(answers)[entry] && (outcome < 0 || decides(w.q, e, answers) == outcome) {
			return true
		}
	}
	return false
}

// needed gives the entries whose answers decide whether an entry is shown and, with outcomes, which of them decides; in
// reading order.
func (w *walker) needed(entry int, outcomes bool) []int {
	in := make([]bool, len(w.q.Entries()))
	var show func(i int)
	from := func(c *questionnaire.Condition, own int) {
		if c == nil {
			return
		}
		c.Items(func(id string) {
			i := own
			if e, ok := w.q.Entry(id); ok {
				i = e.Index
			}
			if !in[i] {
				in[i] = true
				show(i)
			}
		})
	}
	show = func(i int) {
		for e := &w.q.Entries()[i]; ; e = &w.q.Entries()[e.Parent] {
			from(e.When, e.Index)
			if e.Parent < 0 {
				return
			}
		}
	}
	show(entry)
	if outcomes {
		for _, o := range w.q.Entries()[entry].Outcomes {
			from(o.When, entry)
		}
	}
	var needed []int
	for i, is := range in {
		if is {
			needed = append(needed, i)
		}
	}
	return needed
}
