package lint_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"informed/internal/lint"
	"informed/internal/questionnaire/yamlform"
)

// overruled are the findings that a reader of the text took back, by questionnaire, code and what the message quotes.
var overruled = map[string]string{
	`stem-cell-therapy.yaml two-questions "mood and support change"`: "one factor of a plan: mind and people around",
	`stem-cell-therapy.yaml two-questions "home and work change"`:    "one factor of a plan: surroundings",
	`stem-cell-therapy.yaml two-questions "cells and your data?"`:    "one answer is asked for: who may use what was given",
}

// What comes with the program shows authors how it is done, so the linter has nothing to say about it. Only what depends on
// the day is left out, that no day makes this fail.
func TestBuiltInsHaveNoFinding(t *testing.T) {
	paths, err := filepath.Glob("../../questionnaires/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no questionnaires", err)
	}
	came := map[string]bool{}
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
			key := d.File + " " + d.Code + " " + quotation.FindString(d.Message)
			if _, ok := overruled[key]; !ok {
				t.Errorf("%s\n\thint: %s", d, d.Hint)
			}
			came[key] = true
		}
	}
	for key := range overruled {
		if !came[key] {
			t.Errorf("%s is not found any more: take it out of the list", key)
		}
	}
}

var quotation = regexp.MustCompile(`".*`)
