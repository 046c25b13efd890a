package yamlform_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
)

const head = "format: informed/v1\nid: example\nversion: 1.0.0\ntitle: Example\n"

func decode(t *testing.T, text string) questionnaire.Definition {
	t.Helper()
	file, found := yamlform.Decode("file.yaml", []byte(text))
	if file == nil {
		t.Fatal(found)
	}
	return file.Definition
}

// Every key of every type reaches the model: nothing that an author may write is dropped.
func TestEveryKeyIsTaken(t *testing.T) {
	samples := map[string]string{
		"id": "a", "when": `{z: "yes"}`, "topic": "risks", "required": "true", "private": "true", "min": "1", "max": "9",
		"max-length": "9", "options": "[{value: x, text: X}]", "again": "{text: T, options: [{value: x}]}",
		"outcomes": "[{when: x, state: ask}]", "picture": "{label: L}", "sources": "[S]", "covers": "[C]", "local": "[law]",
		"change": "cosmetic",
		"items":  "[{id: b, type: display}]",
	}
	for _, it := range questionnaire.Types() {
		for _, key := range questionnaire.Fields(it) {
			t.Run(string(it)+" "+key, func(t *testing.T) {
				value, ok := samples[key]
				if !ok {
					value = "Words"
				}
				if it == questionnaire.TypeDate && (key == "min" || key == "max") {
					value = "2026-11-22"
				}
				if it == questionnaire.TypeDecision && key == "options" {
					value = "[{value: agree}]"
				}
				with := item(decode(t, withKey(it, key, value)))
				without := item(decode(t, withKey(it, key, "")))
				if key != "id" && key != "type" && cmp.Equal(with, without) {
					t.Errorf("%s: %s changes nothing", key, value)
				}
			})
		}
	}
}

func item(d questionnaire.Definition) questionnaire.Item { return d.Items[0] }

// withKey writes an item with what its type requires and one more key; an empty value leaves that key at its least.
func withKey(it questionnaire.Type, key, value string) string {
	keys := map[string]string{"id": "least", "type": string(it)}
	if it.Question() {
		keys["text"] = "Least"
	}
	switch it {
	case questionnaire.TypeGroup:
		keys["items"] = "[{id: least-b, type: display}]"
	case questionnaire.TypeChoice, questionnaire.TypeChoices, questionnaire.TypeQuiz:
		keys["options"] = "[{value: least, text: L}]"
	case questionnaire.TypeScale:
		keys["min"], keys["max"] = "0", "10"
	case questionnaire.TypeAttestation:
		keys["statement"] = "Least"
	}
	if value != "" && key != "type" {
		keys[key] = value
	}
	var b strings.Builder
	for k, v := range keys {
		fmt.Fprintf(&b, "    %s: %s\n", k, v)
	}
	return head + "items:\n  -\n" + b.String()
}

func TestEveryFieldOfTheModelIsSet(t *testing.T) {
	d := decode(t, head+`
date: 2026-11-22
status: active
change: clarifying
language: ar
purpose: P
minutes: 5
publisher: P
funding: F
review: {by: B, on: 2026-11-22, next: 2027-11-22}
sources:
  S: {title: T, publisher: P, year: 2021, url: "https://example.org", checked: 2026-11-22, evidence: direct}
glossary: {term: meaning}
items:
  - id: a
    type: quiz
    text: T
    options: [{value: x, text: X, correct: true, feedback: F}]
    outcomes: [{when: x, state: ask, do: D}]
  - {id: b, type: choices, text: T, options: [{value: x, text: X, exclusive: true, open: true}]}
  - {id: c, type: display, picture: {of: 100, count: 1, label: L, months: 12, group: G, certainty: high, source: S}}
`)
	for name, v := range map[string]any{"definition": d, "review": d.Review, "source": d.Sources[0], "term": d.Glossary[0],
		"outcome": d.Items[0].Outcomes[0], "picture": *d.Items[2].Picture} {
		notZero(t, name, v)
	}
	quiz, choices := d.Items[0].Options[0], d.Items[1].Options[0]
	if !quiz.Correct || quiz.Feedback != "F" || !choices.Exclusive || !choices.Open {
		t.Errorf("options %+v, %+v", quiz, choices)
	}
}

func notZero(t *testing.T, name string, v any) {
	t.Helper()
	value := reflect.ValueOf(v)
	for i := range value.NumField() {
		if value.Field(i).IsZero() {
			t.Errorf("%s: %s is not set", name, value.Type().Field(i).Name)
		}
	}
}

func TestDefaults(t *testing.T) {
	source := head + "items: [{id: a, type: display}]\n"
	d := decode(t, source)
	want := questionnaire.Definition{ID: "example", Version: "1.0.0", Title: "Example", Status: questionnaire.Draft, Language: "en",
		Items: []questionnaire.Item{{ID: "a", Type: questionnaire.TypeDisplay}}}
	if !strings.HasPrefix(d.Hash, "sha256:") || len(d.Hash) != len("sha256:")+64 {
		t.Errorf("hash %q", d.Hash)
	}
	if string(d.Raw) != source {
		t.Errorf("source %q", d.Raw)
	}
	d.Hash, d.Raw = "", nil
	if diff := cmp.Diff(want, d); diff != "" {
		t.Errorf("definition (-want +got):\n%s", diff)
	}
}

func TestConditions(t *testing.T) {
	type condition = questionnaire.Condition
	is := func(item string, values ...string) condition {
		return condition{Op: questionnaire.OpIs, Item: item, Values: values}
	}
	atLeast := condition{Op: questionnaire.OpAtLeast, Item: "n", Values: []string{"8"}}
	tests := []struct {
		text string
		want condition
	}{
		{`{a: x}`, is("a", "x")},
		{`{a: [x, z]}`, is("a", "x", "z")},
		{`{a: {is: [x]}}`, is("a", "x")},
		{`{a: x, n: {at-least: 8}}`, condition{Op: questionnaire.OpAll, Children: []condition{is("a", "x"), atLeast}}},
		{`{n: {at-least: 8, not: 9}}`, condition{Op: questionnaire.OpAll, Children: []condition{atLeast,
			{Op: questionnaire.OpNot, Item: "n", Values: []string{"9"}}}}},
		{`{a: {answered: false}}`, condition{Op: questionnaire.OpAnswered, Item: "a"}},
		{`{a: {answered: true}}`, condition{Op: questionnaire.OpAnswered, Item: "a", Answered: true}},
		{`{a: {includes: [x, z]}}`, condition{Op: questionnaire.OpIncludes, Item: "a", Values: []string{"x", "z"}}},
		{`{not: {a: x}}`, condition{Op: questionnaire.OpNot, Children: []condition{is("a", "x")}}},
		{`{not: {a: x, b: z}}`, condition{Op: questionnaire.OpNot, Children: []condition{
			{Op: questionnaire.OpAll, Children: []condition{is("a", "x"), is("b", "z")}}}}},
		{`{any: [{a: x}, {all: [{b: z}, {n: 3}]}]}`, condition{Op: questionnaire.OpAny, Children: []condition{is("a", "x"),
			{Op: questionnaire.OpAll, Children: []condition{is("b", "z"), is("n", "3")}}}}},
		{`{all: [{a: x}]}`, condition{Op: questionnaire.OpAll, Children: []condition{is("a", "x")}}},
		{`{day: {above: 2026-11-22}}`, condition{Op: questionnaire.OpAbove, Item: "day", Values: []string{"2026-11-22"}}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			d := decode(t, head+"items: [{id: q, type: display, when: "+test.text+"}]\n")
			if diff := cmp.Diff(&test.want, d.Items[0].When); diff != "" {
				t.Errorf("condition (-want +got):\n%s", diff)
			}
		})
	}
	t.Run("of the item itself", func(t *testing.T) {
		d := decode(t, head+"items: [{id: q, type: yes-no, text: So, outcomes: [{when: [no, unsure], state: ask}]}]\n")
		want := is("", "no", "unsure")
		if diff := cmp.Diff(&want, d.Items[0].Outcomes[0].When); diff != "" {
			t.Errorf("condition (-want +got):\n%s", diff)
		}
	})
}

// What stands in a file before YAML: its bytes.
func TestBytes(t *testing.T) {
	sound := head + "items:\n  - {id: a, type: yes-no, text: Is it so}\n"
	wide := func(first, second int) string {
		var b strings.Builder
		for i := range len(sound) {
			pair := [2]byte{}
			pair[first] = sound[i]
			b.WriteByte(pair[0])
			b.WriteByte(pair[second])
		}
		return b.String()
	}
	tests := []struct{ name, text, want string }{
		{"byte order mark", "\uFEFF" + sound, ""},
		{"Windows line ends", strings.ReplaceAll(sound, "\n", "\r\n"), ""},
		{"Windows line ends and a fault", strings.ReplaceAll(head+"items:\n  - {id: a, type: yes-no, txt: So}\n", "\n", "\r\n"), "6:27 unknown-key\n"},
		{"no last line end", strings.TrimSuffix(sound, "\n"), ""},
		{"old line ends", strings.Replace(sound, "\n", "\r", 1), "1:20 control-character\n1:23 syntax\n"},
		{"UTF-16 with a mark", "\xff\xfe" + wide(0, 1), "1:1 bad-encoding\n"},
		{"UTF-16 without", wide(0, 1), "1:1 bad-encoding\n"},
		{"UTF-16 the other way round", wide(1, 1), "1:1 bad-encoding\n"},
		{"Latin-1", strings.Replace(sound, "Example", "Beispi\xebl", 1), "4:14 bad-encoding\n"},
		{"half a letter", sound + "# \xc3", "7:3 bad-encoding\n"},
		{"a surrogate", sound + "# \xed\xa0\x80", "7:3 bad-encoding\n"},
		{"overlong", sound + "# \xc0\xaf", "7:3 bad-encoding\n"},
		{"zero", strings.Replace(sound, "Example", "Exam\x00ple", 1), "4:12 control-character\n"},
		{"mark in the middle", strings.Replace(sound, "Example", "Exam\uFEFFple", 1), "4:12 control-character\n"},
		{"column after wide letters", strings.Replace(sound, "Example", "中文é\x07", 1), "4:11 control-character\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := yamlform.Load("file.yaml", []byte(test.text))
			if diff := cmp.Diff(test.want, places(found)); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
		})
	}
}

// What is bounded beyond what the outline of a file bounds.
func TestCounts(t *testing.T) {
	repeat := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	group := func(name string, n int) string {
		return "  - id: " + name + "\n    type: group\n    items:\n" + repeat("      - {id: "+name+"-%d, type: display}\n", n)
	}
	tests := []struct{ name, text, want string }{
		{"items in groups", "items:\n" + group("a", 9999) + group("b", 9999), ""},
		{"one item more", "items:\n" + group("a", 9999) + group("b", 10_000), "20010:9 too-many-items\n"},
		{"sources", "sources:\n" + repeat("  s%d: {title: T}\n", 2000) + "items: [{id: a, type: display}]\n", ""},
		{"one source more", "sources:\n" + repeat("  s%d: {title: T}\n", 2001) + "items: [{id: a, type: display}]\n", "2006:3 too-many\n"},
		{"one answer more", "items: [{id: a, type: display, when: {b: [" + repeat("x%d, ", 101) + "]}}]\n", "5:533 too-many\n"},
		{"a term", "glossary: {" + strings.Repeat("é", 100) + ": meaning}\nitems: [{id: a, type: display}]\n", ""},
		{"a term with one letter more", "glossary: {" + strings.Repeat("é", 101) + ": meaning}\nitems: [{id: a, type: display}]\n", "5:12 bad-term\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := yamlform.Decode("file.yaml", []byte(head+test.text))
			if diff := cmp.Diff(test.want, places(found)); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTooManyProblemsAreCut(t *testing.T) {
	var b strings.Builder
	b.WriteString(head + "items:\n")
	for range 300 {
		b.WriteString("  - {type: display}\n")
	}
	_, found := yamlform.Load("file.yaml", []byte(b.String()))
	if len(found) != 201 {
		t.Fatalf("%d diagnostics", len(found))
	}
	if last := found[200]; last.Code != "too-many-problems" || last.Line != found[199].Line {
		t.Errorf("last is %v", last)
	}
}

func TestLocate(t *testing.T) {
	text := head + `sources:
  A.b: {title: A}
items:
  - id: a
    type: group
    items:
      - {id: b, type: choice, text: So, options: [{value: x, text: X}]}
`
	file, found := yamlform.Decode("file.yaml", []byte(text))
	if file == nil {
		t.Fatal(found)
	}
	for pointer, want := range map[string]string{
		"":                                "1:1",
		"/items":                          "7:1",
		"/items/0":                        "8:5",
		"/items/0/id":                     "8:9",
		"/items/0/items/0":                "11:9",
		"/items/0/items/0/options":        "11:41",
		"/items/0/items/0/options/0/text": "11:68",
		"/items/0/items/0/when":           "11:9",
		"/items/0/items/7":                "10:5",
		"/items/x":                        "7:1",
		"/sources/A.b/title":              "6:16",
		"/sources/A~1b":                   "5:1",
		"/nothing":                        "1:1",
	} {
		d := []questionnaire.Diagnostic{{Pointer: pointer}}
		file.Locate(d)
		if got := fmt.Sprintf("%d:%d", d[0].Line, d[0].Column); got != want || d[0].File != "file.yaml" {
			t.Errorf("%s is at %s:%s, want %s", pointer, d[0].File, got, want)
		}
	}
}

// Of a large file, the first items are looked at before the rest.
func TestLargeFiles(t *testing.T) {
	sound := many(4000, true)
	if len(sound) < 1<<20 {
		t.Fatalf("%d bytes are not large", len(sound))
	}
	_, found := yamlform.Load("file.yaml", []byte(sound+"  - {id: z, type: display, txt: So}\n"))
	if want := fmt.Sprintf("%d:28 unknown-key\n", 1+strings.Count(sound, "\n")); places(found) != want {
		t.Errorf("found %v, want %s", found, want)
	}
	_, found = yamlform.Load("file.yaml", []byte(strings.ReplaceAll(sound, "text: Which", "txt: Which")))
	if len(found) != 201 || found[199].Line > 200*15 {
		t.Errorf("%d found, the last is %v", len(found), found[len(found)-1])
	}
}
