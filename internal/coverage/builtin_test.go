package coverage_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/app"
	"informed/internal/coverage"
	"informed/internal/questionnaire"
)

var update = flag.Bool("update", false, "write COVERAGE.md anew")

// builtIns loads every questionnaire that comes with the program.
func builtIns(t *testing.T) []*questionnaire.Questionnaire {
	t.Helper()
	var all []*questionnaire.Questionnaire
	for _, id := range app.BuiltIns() {
		q, found, err := app.Load(id)
		if q == nil {
			t.Fatal(id, found, err)
		}
		all = append(all, q)
	}
	return all
}

func families(t *testing.T) []coverage.Family {
	t.Helper()
	families, err := coverage.Families()
	if err != nil {
		t.Fatal(err)
	}
	return families
}

func TestTableIsCurrent(t *testing.T) {
	path := filepath.Join("..", "..", "questionnaires", "COVERAGE.md")
	got := coverage.Make(families(t), builtIns(t)).Markdown()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("run make coverage (-file +made):\n%s", diff)
	}
}

func TestEveryKeyIsARow(t *testing.T) {
	for _, line := range coverage.Make(families(t), builtIns(t)).Unknown() {
		t.Error(line)
	}
}

func TestEveryRowIsServedOrSaysWhyNot(t *testing.T) {
	for _, id := range coverage.Make(families(t), builtIns(t)).Empty() {
		t.Errorf("no item serves %s, and it gives no reason", id)
	}
}
