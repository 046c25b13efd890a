package lint

import (
	"os"
	"path/filepath"
	"testing"

	"informed/internal/questionnaire/yamlform"
	"informed/internal/region"
)

// The facts of a region come under explanations, so they are held to what explanations are held to. Only the names of
// regulators are at home there.
func TestRegionsReadWell(t *testing.T) {
	paths, err := filepath.Glob("../../questionnaires/regions/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no regions", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, found := yamlform.DecodeRegion(filepath.Base(path), data)
		if r == nil {
			t.Fatal(found)
		}
		for _, wrong := range regionFaults(r) {
			t.Error(wrong)
		}
	}
}

func regionFaults(r *region.Region) []string {
	var wrong []string
	for _, f := range r.Facts {
		where := r.ID + ", " + f.Name + ", " + f.Title + ": "
		for _, code := range codesOf(f.Text) {
			if code != "named-regulator" {
				wrong = append(wrong, where+code)
			}
		}
		for _, sentence := range sentences(f.Text) {
			if len(words(sentence)) > maxSentence {
				wrong = append(wrong, where+"a long sentence: "+sentence)
			}
		}
	}
	return wrong
}

func TestFaultsOfARegionAreFound(t *testing.T) {
	fine := region.Fact{Title: "A list", Text: "The MHRA keeps this list. Being listed does not mean that it works."}
	bad := region.Fact{Title: "B", Text: "A listed product is safe. This site lists each and every one of the trials that were ever begun in this country by " +
		"anyone at all."}
	if got := regionFaults(&region.Region{Facts: []region.Fact{fine}}); got != nil {
		t.Error(got)
	}
	if got := regionFaults(&region.Region{Facts: []region.Fact{bad}}); len(got) != 2 {
		t.Error(got)
	}
}
