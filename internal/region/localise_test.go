package region_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/region"
)

var now = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

func english(t *testing.T) *i18n.Words {
	t.Helper()
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// somewhere is an example of a region; it has an old fact and text that Markdown would take for its own.
func somewhere() *region.Region {
	return &region.Region{ID: "xx", Name: "the Land of *Examples*", Language: "en", Hash: "sha256:1", Raw: []byte("file"), Facts: []region.Fact{
		{Name: "regulator", Title: "Office", Publisher: "The Office", URL: "https://office.example/a_b_c",
			Text: "It decides.", Checked: "2026-11-01", Evidence: questionnaire.Direct},
		{Name: "report", Title: "By letter", Text: "Write_to_the <Office>.", Checked: "2025-11-21", Evidence: questionnaire.Secondary},
		{Name: "report", Title: "By phone", Text: "Call.", Checked: "2026-11-01", Evidence: questionnaire.Direct},
		{Name: "law-genes", Title: "Act", Text: "It says no.", Checked: "2026-11-01", Evidence: questionnaire.Direct},
		{Name: "law-consent", Title: "Code", Text: "It says yes.", Checked: "2026-11-01", Evidence: questionnaire.Direct},
	}}
}

// asking is an example that asks for facts on every kind of item, and has taken a key that a fact would have.
func asking(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	q, found := questionnaire.Compile(questionnaire.Definition{
		ID: "example", Version: "1.0.0", Language: "en", Title: "Example",
		Sources: []questionnaire.Source{{Key: "S", Title: "Own"}, {Key: "XX-report", Title: "Taken"}},
		Items: []questionnaire.Item{
			{ID: "part", Type: questionnaire.TypeGroup, Title: "Part", Local: []string{"regulator"}, Items: []questionnaire.Item{
				{ID: "harm", Type: questionnaire.TypeYesNo, Text: "Was there harm?", Explain: "Own words.", Sources: []string{"S"}, Local: []string{"report", "regulator"}},
				{ID: "plain", Type: questionnaire.TypeYesNo, Text: "Is it so?", Explain: "Own words."},
			}},
		},
	})
	if q == nil {
		t.Fatal(found)
	}
	return q
}

const (
	aboutOffice = "- **Office.** It decides. Checked on 2026-11-01. <https://office.example/a_b_c>"
	aboutReport = `- **By letter.** Write\_to\_the \<Office\>. Last checked on 2025-11-21. This may have changed.` + "\n" +
		"- **By phone.** Call. Checked on 2026-11-01."
	underName = `**In the Land of \*Examples\*:**` + "\n\n"
)

func TestLocalise(t *testing.T) {
	q := asking(t)
	local := region.Localise(q, somewhere(), now, english(t))
	if diff := cmp.Diff(questionnaire.Region{ID: "xx", Hash: "sha256:1", Raw: []byte("file")}, local.Region); diff != "" {
		t.Errorf("region (-want +got):\n%s", diff)
	}
	wantSources := []questionnaire.Source{
		{Key: "S", Title: "Own"}, {Key: "XX-report", Title: "Taken"},
		{Key: "XX-regulator", Title: "Office", Publisher: "The Office", URL: "https://office.example/a_b_c", Checked: "2026-11-01", Evidence: questionnaire.Direct},
		{Key: "XX-report-2", Title: "By letter", Checked: "2025-11-21", Evidence: questionnaire.Secondary},
		{Key: "XX-report-3", Title: "By phone", Checked: "2026-11-01", Evidence: questionnaire.Direct},
	}
	if diff := cmp.Diff(wantSources, local.Sources); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
	tests := []struct {
		item, explain string
		sources       []string
	}{
		{"part", underName + aboutOffice, []string{"XX-regulator"}},
		{"harm", "Own words.\n\n" + underName + aboutOffice + "\n" + aboutReport, []string{"S", "XX-regulator", "XX-report-2", "XX-report-3"}},
		{"plain", "Own words.", nil},
	}
	for _, test := range tests {
		e, ok := local.Entry(test.item)
		if !ok {
			t.Fatalf("%s is gone", test.item)
		}
		if diff := cmp.Diff(test.explain, e.Explain); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.item, diff)
		}
		if diff := cmp.Diff(test.sources, e.Sources); diff != "" {
			t.Errorf("%s cites (-want +got):\n%s", test.item, diff)
		}
		for _, key := range e.Sources {
			if _, ok := local.Source(key); !ok {
				t.Errorf("%s cites %s, which is no source", test.item, key)
			}
		}
	}
}

// What the items, the entries and the tree show must be one and the same item, and none of the original's.
func TestLocaliseLeavesTheOriginal(t *testing.T) {
	q := asking(t)
	before := region.Localise(q, nil, now, english(t))
	if before != q {
		t.Error("without a region something else comes back")
	}
	local := region.Localise(q, somewhere(), now, english(t))
	if diff := cmp.Diff(asking(t).Definition, q.Definition); diff != "" {
		t.Errorf("the original changed (-want +got):\n%s", diff)
	}
	if q.Region.ID != "" {
		t.Errorf("the original has the region %q", q.Region.ID)
	}
	own, _ := q.Entry("harm")
	if own.Item != &q.Items[0].Items[0] {
		t.Error("the original's entry is another item now")
	}
	e, _ := local.Entry("harm")
	if e.Item != &local.Items[0].Items[0] || !strings.Contains(e.Explain, "Office") {
		t.Error("the entry is not the item of the tree")
	}
}

func TestOldFacts(t *testing.T) {
	tests := []struct {
		checked string
		old     bool
	}{
		{"2026-11-22", false}, {"2025-11-22", false}, {"2025-11-21", true}, {"2024-02-29", true}, {"2027-01-01", false},
	}
	for _, test := range tests {
		r := somewhere()
		r.Facts[0].Checked = test.checked
		e, _ := region.Localise(asking(t), r, now, english(t)).Entry("part")
		want := "Checked on " + test.checked + "."
		if test.old {
			want = "Last checked on " + test.checked + ". This may have changed."
		}
		if !strings.Contains(e.Explain, "decides. "+want) || test.old != strings.Contains(e.Explain, "Last") {
			t.Errorf("checked on %s: %q does not say %q", test.checked, e.Explain, want)
		}
	}
}

// An item asks for one fact, or for all of a kind.
func TestKindsOfFacts(t *testing.T) {
	tests := []struct {
		local []string
		want  []string
	}{
		{[]string{"law-genes"}, []string{"XX-law-genes"}},
		{[]string{"law"}, []string{"XX-law-consent", "XX-law-genes"}},
		{[]string{"law-genes", "law"}, []string{"XX-law-consent", "XX-law-genes"}},
		{[]string{"register"}, nil},
		{[]string{"reg"}, nil},
	}
	for _, test := range tests {
		q, found := questionnaire.Compile(questionnaire.Definition{Items: []questionnaire.Item{
			{ID: "a", Type: questionnaire.TypeYesNo, Text: "Is it so?", Local: test.local}}})
		if q == nil {
			t.Fatal(found)
		}
		e, _ := region.Localise(q, somewhere(), now, english(t)).Entry("a")
		if diff := cmp.Diff(test.want, e.Sources); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.local, diff)
		}
	}
}
