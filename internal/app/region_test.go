package app_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/lint"
	"informed/internal/questionnaire"
	"informed/internal/region"
)

func TestRegionsHaveEveryFact(t *testing.T) {
	want := []string{"au", "eu", "gb", "jp", "my", "sa", "us"}
	if diff := cmp.Diff(want, app.Regions()); diff != "" {
		t.Fatalf("regions (-want +got):\n%s", diff)
	}
	asked := map[string]bool{}
	for _, id := range app.BuiltIns() {
		for _, e := range builtIn(t, id).Entries() {
			for _, name := range questionnaire.LocalFacts() {
				if e.AsksFor(name) {
					asked[name] = true
				}
			}
		}
	}
	for _, id := range app.Regions() {
		r := loadRegion(t, id)
		if r.ID != id {
			t.Errorf("the file of %s says that it is %s", id, r.ID)
		}
		for name := range asked {
			if len(r.Named(name)) == 0 {
				t.Errorf("%s has nothing about %s", id, name)
			}
		}
		for _, f := range r.Facts {
			if _, err := time.Parse(time.DateOnly, f.Checked); err != nil {
				t.Errorf("%s: %s was never looked at: %v", id, f.Title, err)
			}
		}
	}
}

// The facts are read by frightened and tired people. What the linter says of any text for patients holds for them too, but for
// names of regulators and registers, which are what they are for. A short form may stand where the title has it spelt out.
func TestRegionsReadEasily(t *testing.T) {
	for _, id := range app.Regions() {
		for _, f := range loadRegion(t, id).Facts {
			if n := strings.Count(f.Text+" ", ". "); n < 1 || n > 3 || strings.Contains(f.Text, "!") {
				t.Errorf("%s: %q is not one to three sentences", id, f.Text)
			}
			for _, d := range lint.Check(explaining(t, f.Text), "2026-11-22") {
				if d.Code != "named-regulator" && d.Code != "short-form" {
					t.Errorf("%s: %q: %s %s", id, f.Text, d.Code, d.Message)
				}
			}
			for _, d := range lint.Check(explaining(t, f.Title+". "+f.Text), "2026-11-22") {
				if d.Code == "short-form" {
					t.Errorf("%s: %q: %s", id, f.Title, d.Message)
				}
			}
		}
	}
}

// The check above must be able to fail.
func TestHardFactsAreFound(t *testing.T) {
	for _, text := range []string{"The clinic is safe.", "You should have this treatment.", "Nothing was found.", "Ask the XYZQ.",
		"This one sentence goes on and on, from one thing to the next, until nobody who reads it knows what it said first."} {
		if len(lint.Check(explaining(t, text), "2026-11-22")) == 0 {
			t.Errorf("nothing is said of %q", text)
		}
	}
}

// explaining is an example with a text in an explanation and nothing else to find.
func explaining(t *testing.T, text string) *questionnaire.Questionnaire {
	t.Helper()
	q, found := questionnaire.Compile(questionnaire.Definition{
		ID: "example", Version: "1.0.0", Title: "Example", Language: "en", Date: "2026-11-22",
		Sources: []questionnaire.Source{{Key: "S", Title: "Source", Checked: "2026-11-22", Evidence: questionnaire.Direct}},
		Items: []questionnaire.Item{{ID: "a", Type: questionnaire.TypeYesNo, Text: "Is it so?", Check: "Approval", Sources: []string{"S"},
			Explain: text}},
	})
	if q == nil {
		t.Fatal(found)
	}
	return q
}

// A region changes what is explained and cited, and nothing else: with those two taken away, the same questionnaire is left.
func TestRegionsChangeNoQuestion(t *testing.T) {
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	changed := 0
	for _, id := range app.BuiltIns() {
		for _, place := range app.Regions() {
			q := asking(builtIn(t, id))
			local := region.Localise(q, loadRegion(t, place), now, words)
			if diff := cmp.Diff(bare(q.Items), bare(local.Items)); diff != "" {
				t.Errorf("%s in %s (-want +got):\n%s", id, place, diff)
			}
			for i, e := range q.Entries() {
				got := local.Entries()[i]
				if e.ID != got.ID || e.Parent != got.Parent || e.Topic != got.Topic {
					t.Fatalf("%s in %s: %s became %s", id, place, e.ID, got.ID)
				}
				if (len(e.Local) > 0) != (e.Explain != got.Explain) || !strings.HasPrefix(got.Explain, e.Explain) {
					t.Errorf("%s in %s: %s explains %q", id, place, e.ID, got.Explain)
				}
				if !slices.Equal(e.Sources, got.Sources[:len(e.Sources)]) {
					t.Errorf("%s in %s: %s cites %v", id, place, e.ID, got.Sources)
				}
				changed += len(e.Local)
			}
			if !slices.Equal(q.Sources, local.Sources[:len(q.Sources)]) {
				t.Errorf("%s in %s: the sources changed", id, place)
			}
		}
	}
	if changed == 0 {
		t.Error("no item asked for a fact")
	}
}

// asking lets every third item ask for facts, whatever its author asked for.
func asking(q *questionnaire.Questionnaire) *questionnaire.Questionnaire {
	n := 0
	return q.Localised(questionnaire.Region{}, nil, func(it *questionnaire.Item) {
		if n++; n%3 == 0 {
			it.Local = questionnaire.LocalNames()[:1+n%len(questionnaire.LocalNames())]
		}
	})
}

// bare takes away what a region may change.
func bare(items []questionnaire.Item) []questionnaire.Item {
	items = slices.Clone(items)
	for i := range items {
		items[i].Explain, items[i].Sources, items[i].Items = "", nil, bare(items[i].Items)
	}
	return items
}

func TestLoadRegion(t *testing.T) {
	if r, _, err := app.LoadRegion("GB"); err != nil || r.ID != "gb" {
		t.Errorf("GB: %v, %v", r, err)
	}
	dir := t.TempDir()
	data, err := os.ReadFile(filepath.Join("..", "..", "questionnaires", "regions", "us.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	own := filepath.Join(dir, "own.yaml")
	if err := os.WriteFile(own, []byte(strings.Replace(string(data), "id: us", "id: own", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if r, found, err := app.LoadRegion(own); err != nil || len(found) > 0 || r.ID != "own" {
		t.Errorf("own file: %v, %v, %v", r, found, err)
	}
	for _, name := range []string{"uk", "../regions/us", filepath.Join(dir, "none.yaml"), ""} {
		r, _, err := app.LoadRegion(name)
		var fault *app.Fault
		if r != nil || !errors.As(err, &fault) || fault.Hint == "" {
			t.Errorf("%q: %v, %v", name, r, err)
		}
	}
}

func loadRegion(t *testing.T, id string) *region.Region {
	t.Helper()
	r, found, err := app.LoadRegion(id)
	if err != nil || r == nil {
		t.Fatal(id, found, err)
	}
	return r
}

func builtIn(t *testing.T, id string) *questionnaire.Questionnaire {
	t.Helper()
	q, found, err := app.Load(id)
	if err != nil || q == nil {
		t.Fatal(id, found, err)
	}
	return q
}
