package lint_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"informed/internal/lint"
	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
)

const before = `format: informed/v1
id: example
version: 1.0.0
title: An example
items:
  - id: seen
    type: display
    text: |
      What was seen:

      It came to **10 of 100** people.
    picture: {of: 100, count: 10, label: Had pain, certainty: high, source: S}
  - id: told
    type: choice
    text: Did they tell you?
    options: [{value: all, text: All of it}, {value: part, text: A part}]
    check: What was told
    outcomes: [{when: part, state: ask, do: Ask for the rest.}]
  - id: claim
    type: quiz
    text: Can it be undone?
    options: [{value: can, text: It can}, {value: stay, text: It stays, correct: true}]
  - id: name
    type: attestation
    statement: I read it.
sources:
  S: {title: A book}
`

// since edits the example and lists what is found as "line:column severity code". The version grows unless that is edited.
func since(t *testing.T, edits ...string) string {
	t.Helper()
	old, _ := load(t, before)
	after := before
	for i := 0; i < len(edits); i += 2 {
		if !strings.Contains(after, edits[i]) {
			t.Fatalf("the example does not hold %q", edits[i])
		}
		after = strings.Replace(after, edits[i], edits[i+1], 1)
	}
	q, file := load(t, after)
	return places(lint.Since(old, q), file)
}

func load(t *testing.T, text string) (*questionnaire.Questionnaire, *yamlform.File) {
	t.Helper()
	q, found := yamlform.Load("example.yaml", []byte(text))
	if q == nil {
		t.Fatal(found)
	}
	file, _ := yamlform.Decode("example.yaml", []byte(text))
	return q, file
}

func places(found []questionnaire.Diagnostic, file *yamlform.File) string {
	file.Locate(found)
	slices.SortStableFunc(found, func(a, b questionnaire.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	var lines []string
	for _, d := range found {
		lines = append(lines, fmt.Sprintf("%d:%d %s %s", d.Line, d.Column, d.Severity, d.Code))
	}
	return strings.Join(lines, ", ")
}

// The word for the version takes a line, so that all below it stand one lower than in the example.
func TestSince(t *testing.T) {
	const version = "version: 1.0.0\ntitle: An example"
	grown := func(number, word string, edits ...string) []string {
		return append([]string{version, "version: " + number + "\ntitle: An example\nchange: " + word}, edits...)
	}
	tests := []struct {
		name  string
		edits []string
		want  string
	}{
		{"nothing", nil, ""},
		{"nothing but the version", grown("1.0.1", "cosmetic"), ""},
		{"cosmetic indeed", grown("1.0.1", "cosmetic", "It came to", "It happened to"), ""},
		{"a number", grown("1.0.1", "cosmetic", "10 of 100", "1 of 100"), "12:20 error cosmetic-number"},
		{"a clarified number", grown("1.0.1", "clarifying", "10 of 100", "1 of 100"), "12:20 warning clarifying-number"},
		{"a material number", grown("1.1.0", "material", "10 of 100", "1 of 100"), ""},
		{"the count of a picture", grown("1.0.1", "cosmetic", "count: 10", "count: 1"), "13:31 error cosmetic-picture"},
		{"what it is of", grown("1.0.1", "cosmetic", "of: 100", "of: 1000"), "13:19 error cosmetic-picture"},
		{"a clarified picture", grown("1.0.1", "clarifying", "count: 10", "count: 1"), "13:31 error clarifying-picture"},
		{"a negation", grown("1.0.1", "cosmetic", "people.", "people, not more."), "12:40 error cosmetic-negation"},
		{"a degree", grown("1.0.1", "cosmetic", "people.", "people, and it may grow."), "12:47 warning cosmetic-degree"},
		{"a negation that went", grown("1.0.1", "cosmetic", "What was seen", "What was never seen"), "10:16 error cosmetic-negation"},
		{"a question of a quiz", grown("1.0.1", "cosmetic", "be undone", "be stopped"), "22:21 error cosmetic-quiz"},
		{"a right answer", grown("1.0.1", "clarifying", "It stays, correct: true", "It stays", "text: It can", "text: It can, correct: true"),
			"23:51 error clarifying-quiz"},
		{"an option's value", grown("1.0.1", "cosmetic", "{value: all", "{value: most"), "17:5 error cosmetic-option, 17:23 error cosmetic-option"},
		{"an outcome", grown("1.0.1", "cosmetic", "state: ask", "state: warning"), "19:16 error cosmetic-outcome"},
		{"a condition", grown("1.0.1", "cosmetic", "type: quiz", "type: quiz\n    when: {told: all}"), "22:5 error cosmetic-condition"},
		{"a statement", grown("1.0.1", "cosmetic", "I read", "I saw"), "26:18 error cosmetic-statement"},
		{"an item more", grown("1.0.1", "clarifying", "  - id: claim", "  - {id: new, type: display, text: New}\n  - id: claim"), "20:10 error clarifying-item"},
		{"an item less", grown("1.0.1", "clarifying", "  - id: name\n    type: attestation\n    statement: I read it.\n", ""), "5:9 error clarifying-item"},
		{"the title", grown("1.0.1", "cosmetic", "title: An example", "title: 2 examples"), "4:8 error cosmetic-number"},

		{"an item's own word", []string{version, "version: 1.1.0\ntitle: An example", "type: display", "type: display\n    change: cosmetic", "10 of 100", "1 of 100"},
			"12:20 error cosmetic-number"},
		{"an item's heavier word", grown("1.1.0", "cosmetic", "type: display", "type: display\n    change: material", "10 of 100", "1 of 100"), ""},
		{"a word left over", grown("1.1.0", "cosmetic", "type: display", "type: display\n    change: clarifying"), "9:13 warning idle-change"},

		{"the same version", []string{"10 of 100", "1 of 100"}, "3:10 error same-version"},
		{"an older version", grown("0.9.0", "material", "10 of 100", "1 of 100"), "3:10 error older-version"},
		{"a far version", grown("1.2.0", "material", "10 of 100", "1 of 100"), "3:10 warning far-version"},
		{"a small step", grown("1.0.1", "material", "10 of 100", "1 of 100"), "3:10 error small-step"},
		{"a small step unsaid", []string{"version: 1.0.0", "version: 1.0.1", "What was seen", "What one saw"}, "3:10 error small-step"},
		{"guidance may differ in a small step", []string{"version: 1.0.0", "version: 1.0.1", "check: What was told", "check: What was told\n    counsellor: Ask."}, ""},
		{"another questionnaire", []string{"id: example", "id: another"}, "2:5 error other-questionnaire"},
		{"another language", grown("1.0.1", "cosmetic", "title: An example", "title: Contoh\nlanguage: ms"), "6:9 warning unread-language"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := since(t, test.edits...); got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

// Without the version before, nothing shows that a change is small.
func TestNotCompared(t *testing.T) {
	for _, test := range []struct{ old, now, want string }{
		{"title:", "title:", ""},
		{"title:", "change: material\ntitle:", ""},
		{"title:", "change: cosmetic\ntitle:", "4:9 warning not-compared"},
		{"type: quiz", "type: quiz\n    change: clarifying", "21:13 warning not-compared"},
	} {
		q, file := load(t, strings.Replace(before, test.old, test.now, 1))
		if got := places(lint.Since(nil, q), file); got != test.want {
			t.Errorf("%s: %q, want %q", test.now, got, test.want)
		}
	}
}

// Every finding says what to do, in one line.
func TestSinceHasHints(t *testing.T) {
	old, _ := load(t, before)
	text := strings.NewReplacer("version: 1.0.0", "version: 1.0.1\nchange: cosmetic", "10", "1", "part", "some", "It ", "It never ", "I read", "I saw", "type: choice", "type: choices", "- id: name", "- id: names").Replace(before)
	q, _ := load(t, text)
	codes := map[string]bool{}
	for _, d := range lint.Since(old, q) {
		codes[d.Code] = true
		if d.Hint == "" || d.Message == "" || d.Pointer == "" || strings.Contains(d.Message+d.Hint, "\n") {
			t.Errorf("%+v", d)
		}
	}
	if len(codes) < 7 {
		t.Errorf("only %v", codes)
	}
}
