package i18n

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"
	"text/template/parse"

	"github.com/google/go-cmp/cmp"
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

// A translation says nothing that English does not, and fills the same places.
func TestTranslations(t *testing.T) {
	_, english := read(t, fallback)
	for _, tag := range Languages() {
		_, messages := read(t, tag)
		for id, forms := range messages {
			if english[id] == nil {
				t.Errorf("%s.json: %s is not in %s.json", tag, id, fallback)
				continue
			}
			want := fields(t, id, english[id]["other"])
			for form, text := range forms {
				if diff := cmp.Diff(want, fields(t, id, text)); diff != "" {
					t.Errorf("%s.json: %s, form %s fills other places (-want +got):\n%s", tag, id, form, diff)
				}
			}
		}
	}
}
