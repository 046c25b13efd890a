package yamlform_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/region"
)

const aFact = "[{title: A, text: It is so., checked: 2026-11-22, evidence: direct}]"

// aRegion is a region file with the least that one needs.
const aRegion = "format: informed-region/v1\nid: xx\nname: Example Land\nfacts:\n" +
	"  regulator: " + aFact + "\n  register-products: " + aFact + "\n  register-trials: " + aFact + "\n  register-doctors: " + aFact +
	"\n  report: " + aFact + "\n  law-treatment: " + aFact + "\n  law-consent: " + aFact + "\n  law-genes: " + aFact + "\n"

func TestDecodeRegion(t *testing.T) {
	file := strings.Replace(aRegion, "facts:\n", "language: ar\nfacts:\n", 1)
	file = strings.Replace(file, "report: "+aFact, `report:
    - {title: First, publisher: P, url: "https://office.example/", text: T, checked: "2025-01-31", evidence: secondary}
    - {title: Second, text: T, checked: 2026-11-22, evidence: direct}`, 1)
	got, found := yamlform.DecodeRegion("file.yaml", []byte(file))
	least := func(name string) region.Fact {
		return region.Fact{Name: name, Title: "A", Text: "It is so.", Checked: "2026-11-22", Evidence: questionnaire.Direct}
	}
	want := &region.Region{ID: "xx", Name: "Example Land", Language: "ar", Raw: []byte(file), Facts: []region.Fact{
		least("regulator"), least("register-products"), least("register-trials"), least("register-doctors"),
		{Name: "report", Title: "First", Publisher: "P", URL: "https://office.example/", Text: "T", Checked: "2025-01-31", Evidence: questionnaire.Secondary},
		{Name: "report", Title: "Second", Text: "T", Checked: "2026-11-22", Evidence: questionnaire.Direct},
		least("law-treatment"), least("law-consent"), least("law-genes"),
	}}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(region.Region{}, "Hash")); diff != "" || len(found) > 0 {
		t.Fatalf("region (-want +got):\n%s%v", diff, found)
	}
	if !strings.HasPrefix(got.Hash, "sha256:") || len(got.Hash) != len("sha256:")+64 {
		t.Errorf("hash %q", got.Hash)
	}
}

// Region files are read as strictly as questionnaires, and in the same words.
func TestRegionProblems(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"unknown key", "name: Ex", "nam: Ex", "3:1: error unknown-key there is no key \"nam\""},
		{"unknown fact", "  law-genes:", "  law-gene:", "12:3: error unknown-key there is no key \"law-gene\""},
		{"all of a kind", "  law-genes:", "  law:", "5:3: error missing-key law-genes is missing"},
		{"missing fact", "  law-genes: " + aFact, "", "5:3: error missing-key law-genes is missing"},
		{"fact without a list", aFact, aFact[1 : len(aFact)-1], "5:14: error wrong-type regulator must be a list, not keys with values"},
		{"no fact", aFact, "[]", "5:14: error empty the list regulator is empty"},
		{"fact without a day", ", checked: 2026-11-22", "", "5:15: error missing-key checked is missing"},
		{"day that is none", "2026-11-22", "2026-11-31", "5:52: error bad-date \"2026-11-31\" is not a date"},
		{"evidence that is none", "direct", "hearsay", "5:74: error bad-value evidence cannot be \"hearsay\""},
		{"duplicate", "name:", "id: xy\nname:", "3:1: error duplicate-key \"id\" stands here twice; the first is on line 2"},
		{"alias", aFact + "\n  register-products: " + aFact, "&a " + aFact + "\n  register-products: *a", "5:14: error alias an anchor (&) may not stand here"},
		{"control character", "It is so.", `"It \e is"`, "5:32: error control-character in this text, U+001B is a control character"},
		{"several lines", "text: It is so.", `text: "It\nis"`, "5:32: error line-break text must be one line of text"},
		{"address with a script", "title: A", `url: "javascript:x", title: A`, "5:21: error bad-url \"javascript:x\" is not a web address"},
		{"questionnaire", "informed-region/v1", "informed/v1", "1:9: error bad-value format cannot be \"informed/v1\""},
		{"second document", "law-genes: " + aFact + "\n", "law-genes: " + aFact + "\n---\nx: y\n", "13:1: error second-document a second region begins here"},
		{"empty", aRegion, "", "1:1: error empty-file there is nothing in this file"},
		{"too large", "name:", strings.Repeat("# much\n", 10_000) + "name:", "1:1: error too-large this file is larger than 64 KiB"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(aRegion, test.old) {
				t.Fatalf("%q is not in the file", test.old)
			}
			got, found := yamlform.DecodeRegion("file.yaml", []byte(strings.Replace(aRegion, test.old, test.new, 1)))
			if got != nil || len(found) == 0 {
				t.Fatalf("a region: %v, with %v", got != nil, found)
			}
			if diff := cmp.Diff("file.yaml:"+test.want, found[0].String()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func FuzzDecodeRegion(f *testing.F) {
	paths, err := filepath.Glob("../../../questionnaires/regions/*.yaml")
	if err != nil || len(paths) == 0 {
		f.Fatal("no regions", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(aRegion))
	for _, c := range corpus(f) {
		f.Add(c.file)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, found := yamlform.DecodeRegion("file.yaml", data)
		checkDiagnostics(t, data, found)
		if (r == nil) != (len(found) > 0) {
			t.Fatalf("a region: %v, with %v", r != nil, found)
		}
		if r == nil {
			return
		}
		for _, name := range questionnaire.LocalFacts() {
			if len(r.Named(name)) == 0 {
				t.Errorf("nothing about %s", name)
			}
		}
		checkTexts(t, reflect.ValueOf([]string{r.ID, r.Name, r.Language}))
		checkTexts(t, reflect.ValueOf(r.Facts))
	})
}
