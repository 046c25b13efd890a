package yamlform_test

import (
	"os"
	"path/filepath"
	"testing"

	"informed/internal/questionnaire/yamlform"
)

func TestQuestionnairesLoad(t *testing.T) {
	paths, err := filepath.Glob("../../../questionnaires/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no questionnaires", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		q, found := yamlform.Load(filepath.Base(path), data)
		for _, d := range found {
			t.Errorf("%s\n\thint: %s", d, d.Hint)
		}
		if q == nil && len(found) == 0 {
			t.Errorf("%s: neither a questionnaire nor a problem", path)
		}
	}
}
