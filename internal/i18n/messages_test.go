package i18n

import (
	"bytes"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"
	"text/template/parse"

	"github.com/google/go-cmp/cmp"
	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

var identifier = regexp.MustCompile(`^[a-z]+(\.[a-z0-9-]+)+$`)

// read returns the ids of a language in the order of the file, and each one's forms: "other" for a bare text.
func read(t *testing.T, tag string) ([]string, map[string]map[string]string) {
	t.Helper()
	content, err := files.ReadFile(tag + ".json")
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(content))
	if _, err := decoder.Token(); err != nil {
		t.Fatal(err)
	}
	var ids []string
	messages := map[string]map[string]string{}
	for decoder.More() {
		var raw json.RawMessage
		id, err := decoder.Token()
		if err == nil {
			err = decoder.Decode(&raw)
		}
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id.(string))
		messages[id.(string)] = forms(t, raw)
	}
	return ids, messages
}

func forms(t *testing.T, raw json.RawMessage) map[string]string {
	t.Helper()
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return map[string]string{"other": text}
	}
	var forms map[string]string
	if err := json.Unmarshal(raw, &forms); err != nil {
		t.Fatalf("%s: %v", raw, err)
	}
	return forms
}

// fields returns the names of the places in a message, sorted.
func fields(t *testing.T, id, text string) []string {
	t.Helper()
	parsed, err := template.New(id).Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, node := range parsed.Root.Nodes {
		if action, ok := node.(*parse.ActionNode); ok {
			names = append(names, strings.Trim(action.String(), "{.}"))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Several people add messages: sorted ids with no double one keep the file readable and a lost message visible.
func TestLayout(t *testing.T) {
	for _, tag := range Languages() {
		ids, messages := read(t, tag)
		sorted := slices.Sorted(slices.Values(ids))
		if diff := cmp.Diff(sorted, ids); diff != "" {
			t.Errorf("%s.json is not sorted by id (-want +got):\n%s", tag, diff)
		}
		if len(slices.Compact(sorted)) != len(ids) {
			t.Errorf("%s.json has an id twice", tag)
		}
		for id, forms := range messages {
			if !identifier.MatchString(id) {
				t.Errorf("%s.json: the id %q is not made of small letters, digits, hyphens and at least one dot", tag, id)
			}
			if forms["other"] == "" {
				t.Errorf("%s.json: %s has no text", tag, id)
			}
		}
	}
}

// A translation says all that English says and nothing else, fills the same places, and has each plural form of its
// language where English has plurals.
func TestTranslations(t *testing.T) {
	_, english := read(t, fallback)
	for _, tag := range Languages() {
		_, messages := read(t, tag)
		for id := range messages {
			if english[id] == nil {
				t.Errorf("%s.json: %s is not in %s.json", tag, id, fallback)
			}
		}
		plural := plurals(t, tag)
		for id, inEnglish := range english {
			if messages[id] == nil {
				t.Errorf("%s.json: %s is missing", tag, id)
				continue
			}
			compare(t, tag+".json: "+id, inEnglish, messages[id], plural)
		}
	}
}

func compare(t *testing.T, id string, english, translated map[string]string, plural []string) {
	t.Helper()
	want := []string{"other"}
	if len(english) > 1 {
		want = plural
	}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(translated))); diff != "" {
		t.Errorf("%s has other forms (-want +got):\n%s", id, diff)
	}
	places := fields(t, id, english["other"])
	for form, text := range translated {
		if diff := cmp.Diff(places, fields(t, id, text)); diff != "" {
			t.Errorf("%s, form %s fills other places (-want +got):\n%s", id, form, diff)
		}
	}
}

// plurals finds the plural forms of a language by letting a message say which it was.
func plurals(t *testing.T, tag string) []string {
	t.Helper()
	bundle := goi18n.NewBundle(language.English)
	err := bundle.AddMessages(language.MustParse(tag), &goi18n.Message{
		ID: "form", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other",
	})
	if err != nil {
		t.Fatal(err)
	}
	localizer := goi18n.NewLocalizer(bundle, tag)
	var forms []string
	for n := range 201 {
		form, err := localizer.Localize(&goi18n.LocalizeConfig{MessageID: "form", PluralCount: n})
		if err != nil {
			t.Fatal(err)
		}
		forms = append(forms, form)
	}
	if form, err := localizer.Localize(&goi18n.LocalizeConfig{MessageID: "form", PluralCount: 1_000_000}); err == nil {
		forms = append(forms, form)
	}
	slices.Sort(forms)
	return slices.Compact(forms)
}

func TestPlurals(t *testing.T) {
	for tag, want := range map[string][]string{
		"en": {"one", "other"}, "es": {"many", "one", "other"}, "ar": {"few", "many", "one", "other", "two", "zero"},
	} {
		if diff := cmp.Diff(want, plurals(t, tag)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tag, diff)
		}
	}
}
