package coverage_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/coverage"
	"informed/internal/questionnaire"
)

// example makes a questionnaire whose one item covers the rows.
func example(t *testing.T, id string, rows ...string) *questionnaire.Questionnaire {
	t.Helper()
	q, found := questionnaire.Compile(questionnaire.Definition{
		ID: id, Items: []questionnaire.Item{{ID: "cost", Type: questionnaire.TypeYesNo, Text: "Do you know the cost?", Covers: rows}},
	})
	if q == nil {
		t.Fatal(found)
	}
	return q
}

var sample = []coverage.Family{
	{Title: "A rule", Note: "Read the rule.", Rows: []coverage.Row{
		{ID: "R-1", Text: "Cost"}, {ID: "R-2", Text: "Time | place", Reason: "Not here."}, {ID: "R-3", Text: "Risk"},
		{ID: "R-4", Text: "Proof", By: map[string][]string{"one": {"cost"}}},
	}},
	{Title: "Another", Rows: []coverage.Row{{ID: "S-1", Text: "Benefit"}}},
}

// The checks above must be able to fail.
func TestGapsAreFound(t *testing.T) {
	table := coverage.Make(sample, []*questionnaire.Questionnaire{example(t, "one", "R-1", "R-1"), example(t, "two", "S-1", "R-33", "X")})
	if diff := cmp.Diff([]string{"R-3"}, table.Empty()); diff != "" {
		t.Error(diff)
	}
	want := []string{"two: item cost covers R-33, which is no row (did you mean R-3?)", "two: item cost covers X, which is no row"}
	if diff := cmp.Diff(want, table.Unknown()); diff != "" {
		t.Error(diff)
	}
	table = coverage.Make(sample, []*questionnaire.Questionnaire{example(t, "two")})
	want = []string{"row R-4 names the item cost of one, which is not there"}
	if diff := cmp.Diff(want, table.Unknown()); diff != "" {
		t.Error(diff)
	}
}

func TestMarkdown(t *testing.T) {
	table := coverage.Make(sample, []*questionnaire.Questionnaire{example(t, "one", "R-1", "R-1"), example(t, "two", "R-1")})
	_, got, _ := strings.Cut(table.Markdown(), "\n## ")
	want := `A rule

Read the rule.

| row | what | one | two |
|---|---|---|---|
| R-1 | Cost | cost | cost |
| R-2 | Time \| place – *Not here.* |  |  |
| R-3 | Risk |  |  |
| R-4 | Proof | cost |  |

## Another

| row | what | one | two |
|---|---|---|---|
| S-1 | Benefit |  |  |
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
