package lint_test

import (
	"os"
	"path/filepath"
	"testing"

	"informed/internal/lint"
	"informed/internal/questionnaire/yamlform"
)

// What comes with the program shows authors how it is done, so the linter has nothing to say about it. Only what depends on
// the day is left out, that no day makes this fail.
func TestBuiltInsHaveNoFinding(t *testing.T) {
	paths, err := filepath.Glob("../../questionnaires/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no questionnaires", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		q, found := yamlform.Load(filepath.Base(path), data)
		if q == nil {
			t.Fatal(found)
		}
		opinions := lint.Check(q, "")
		file, _ := yamlform.Decode(filepath.Base(path), data)
		file.Locate(opinions)
		for _, d := range opinions {
			t.Errorf("%s\n\thint: %s", d, d.Hint)
		}
	}
}
