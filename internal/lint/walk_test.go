package lint

import (
	"cmp"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"informed/internal/evaluation"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

var (
	sittings = flag.Int("sittings", 100, "how often people sit down to each questionnaire")
	lines    = flag.String("lines", "", "a folder to write every line of a checklist to, to be read through")
)

// TestSittings lets people go through each questionnaire, screen by screen, answering and skipping at random.
func TestSittings(t *testing.T) {
	for _, q := range builtIns(t) {
		t.Run(q.ID, func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(3, 4))
			w := newWalker(q)
			for range *sittings {
				if s, end := w.sitting(r); !end {
					t.Fatalf("a dead end on the screen %s, after %d entries", s.Prompt().Kind, len(s.Entries()))
				}
			}
		})
	}
}

// sitting goes through the questionnaire as a session until the checklist, and reports whether it got there within ten
// times as many screens as there are items.
func (w *walker) sitting(r *rand.Rand) (*session.Session, bool) {
	s := sessiontest.Start(w.q)
	for range 10 * (len(w.q.Entries()) + 10) {
		p := s.Prompt()
		if p.Kind == session.Done {
			return s, true
		}
		if w.answers(p, r) && s.Answer(p.Entry.ID, w.reply(p, r)) != nil || s.Next() != nil {
			return s, false
		}
	}
	return s, false
}

func (w *walker) answers(p session.Prompt, r *rand.Rand) bool {
	return p.Entry != nil && p.Entry.Type.Answerable() && p.Kind != session.Feedback && (p.Entry.Required || r.IntN(8) > 0)
}

func (w *walker) reply(p session.Prompt, r *rand.Rand) questionnaire.Value {
	if p.Entry.Type == questionnaire.TypeQuiz {
		return questionnaire.Codes(p.Probe.Options[r.IntN(len(p.Probe.Options))].Value)
	}
	values := w.values[p.Entry.Index]
	return values[r.IntN(len(values))]
}

// TestTenThousandRecords makes so many random records of each questionnaire. Every item and every outcome must come up in
// one of them, and no line of any of their checklists may read as advice, as leave to go ahead or as a promise.
func TestTenThousandRecords(t *testing.T) {
	records := 10_000
	if testing.Short() {
		records = 1_000
	}
	for _, q := range builtIns(t) {
		t.Run(q.ID, func(t *testing.T) {
			t.Parallel()
			seen, found := newReached(q), map[said]bool{}
			w, r := newWalker(q), rand.New(rand.NewPCG(5, 6))
			for range records {
				answers := w.random(r)
				seen.note(q, answers)
				noteLines(q, answers, r, found)
			}
			for _, missing := range seen.missing(q) {
				t.Errorf("%s in %d records", missing, records)
			}
			for _, wrong := range badLines(found) {
				t.Error(wrong)
			}
			if *lines != "" {
				writeLines(t, filepath.Join(*lines, q.ID+".txt"), found)
			}
		})
	}
}

// said is what one line of a checklist says.
type said struct {
	state          questionnaire.State
	item, what, do string
}

func writeLines(t *testing.T, path string, found map[said]bool) {
	t.Helper()
	var all []string
	for line := range found {
		all = append(all, strings.Join([]string{string(line.state), line.item, line.what, line.do}, " | "))
	}
	slices.Sort(all)
	if err := os.WriteFile(path, []byte(strings.Join(all, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// noteLines adds the lines of one checklist, some of whose items are put down to be talked about.
func noteLines(q *questionnaire.Questionnaire, answers questionnaire.Answers, r *rand.Rand, found map[said]bool) {
	talk := map[string]bool{}
	for _, e := range q.Entries() {
		if r.IntN(16) == 0 {
			talk[e.ID] = true
		}
	}
	for _, line := range evaluation.Evaluate(q, questionnaire.Response{Answers: answers, Talk: talk}).Lines {
		e := line.Entry
		found[said{line.State, e.ID, cmp.Or(e.Check, e.Text, e.Statement), line.Do}] = true
	}
}

// badLines tells which lines say what no line may say.
func badLines(found map[said]bool) []string {
	var wrong []string
	for line := range found {
		for _, code := range append(codesOf(line.what), codesOf(line.do)...) {
			wrong = append(wrong, fmt.Sprintf("%s in the line of %s, %s: %q, %q", code, line.item, line.state, line.what, line.do))
		}
	}
	return wrong
}

// missing lists the items and outcomes that nothing came by.
func (r *reached) missing(q *questionnaire.Questionnaire) []string {
	var missing []string
	for i, e := range q.Entries() {
		if !r.items[i] {
			missing = append(missing, "nobody comes to "+e.ID)
		}
		for n, fired := range r.outcomes[i] {
			if !fired {
				missing = append(missing, fmt.Sprintf("outcome %d of %s never decides", n, e.ID))
			}
		}
	}
	return missing
}

// broken has an item and an outcome out of reach, an action that advises, and a required question whose only answer is not
// allowed.
func broken(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	never := &questionnaire.Condition{Op: questionnaire.OpAll, Children: []questionnaire.Condition{
		{Op: questionnaire.OpIs, Item: "a", Values: []string{"yes"}}, {Op: questionnaire.OpIs, Item: "a", Values: []string{"no"}},
	}}
	q, found := questionnaire.Compile(questionnaire.Definition{Items: []questionnaire.Item{
		{ID: "a", Type: questionnaire.TypeYesNo, Text: "A?", Check: "A", Do: "You should have this treatment.", Required: true,
			Outcomes: []questionnaire.Outcome{{State: questionnaire.StateAsk}, {State: questionnaire.StateWarning}}},
		{ID: "b", Type: questionnaire.TypeYesNo, Text: "B?", When: never},
	}})
	if q == nil {
		t.Fatal(found)
	}
	return q
}

func TestWhatWalksFindCanBeFound(t *testing.T) {
	q := broken(t)
	w, r := newWalker(q), rand.New(rand.NewPCG(1, 1))
	seen, found := newReached(q), map[said]bool{}
	for range 100 {
		answers := w.random(r)
		seen.note(q, answers)
		noteLines(q, answers, r, found)
	}
	want := []string{"outcome 1 of a never decides", "nobody comes to b"}
	if got := seen.missing(q); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := badLines(found); len(got) == 0 {
		t.Error("a line that advises was not found")
	}
	if _, end := w.sitting(r); !end {
		t.Error("no end")
	}
	w.values[0] = []questionnaire.Value{{Text: "no option"}}
	if _, end := w.sitting(r); end {
		t.Error("a dead end was not found")
	}
}
