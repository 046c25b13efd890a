package lint_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/lint"
	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
)

// compile makes a questionnaire of the lines after its head.
func compile(t testing.TB, body string) *questionnaire.Questionnaire {
	t.Helper()
	head := "format: informed/v1\nid: example\nversion: 1.0.0\ntitle: An example\ndate: 2026-11-22\n"
	q, found := yamlform.Load("example.yaml", []byte(head+body))
	if q == nil {
		t.Fatal(found)
	}
	return q
}

// check lists the findings as "pointer code".
func check(t *testing.T, body string) []string {
	t.Helper()
	var found []string
	for _, d := range lint.Check(compile(t, body), "2026-11-22") {
		if d.Severity != questionnaire.Caution || d.Hint == "" || d.Message == "" {
			t.Errorf("a finding without a hint, a message or the right severity: %+v", d)
		}
		found = append(found, d.Pointer+" "+d.Code)
	}
	return found
}

// question puts one question into a questionnaire; explain puts one text into it, with a source or without.
func question(text string) string {
	return fmt.Sprintf("items:\n  - {id: a, type: yes-no, text: %q, check: A thing}\n", text)
}

func explain(text string) string {
	return fmt.Sprintf("items:\n  - {id: a, type: yes-no, text: 'Is it new?', check: A thing, explain: %q}\n", text)
}

const long = "You can ask the doctor and the clinic and the nurse about the cells and the costs and the time it takes you."

func TestTexts(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"a plain question", question("Do you know the full cost?"), nil},
		{"long sentence", explain(long), []string{"/items/0/explain long-sentence"}},
		{"hard text", explain(strings.Repeat("Ask what an individualised intervention may do. ", 8)), []string{"/items/0/explain hard-text"}},
		{"the same words are easy when the glossary has them", "glossary: {individualised intervention: A plan for you.}\n" +
			explain(strings.Repeat("Ask what an individualised intervention may do. ", 8)), nil},
		{"too short to measure", explain("Individualised interventions necessitate evaluation."), nil},
		{"short form", explain("Ask for the XYZ number."), []string{"/items/0/explain short-form"}},
		{"short form spelled out", explain("Ask for the registry number (XYZ)."), nil},
		{"short form in the glossary", "glossary: {XYZ: A number.}\n" + explain("Ask for the XYZ."), nil},
		{"unused term", "glossary: {gene: A part of you.}\n" + question("Is it new?"), []string{"/glossary/gene unused-term"}},

		{"and how", question("Do you know the risks and how often they come?"), []string{"/items/0/text two-questions"}},
		{"and/or", question("Is it new and/or old?"), []string{"/items/0/text two-questions"}},
		{"two marks", question("Is it new? Is it good?"), []string{"/items/0/text two-questions"}},
		{"quoted", question(`A clinic says "Is it new? Ask me." Is that true?`), nil},
		{"two noes", question("Is there nothing that you do not know?"), []string{"/items/0/text double-negative"}},
		{"negative question", question("Didn't they tell you the cost?"), []string{"/items/0/text negative-question"}},

		{"percent", explain("It was so in 5% of us."), []string{"/items/0/explain percent"}},
		{"one in", explain("It comes to 1 in 20 of us."), []string{"/items/0/explain one-in"}},
		{"a year is no rate", "sources: {S: {title: A, evidence: secondary}}\n" + strings.Replace(explain("They made one in 2015."), "check", "sources: [S], check", 1), nil},
		{"relative", explain("It is twice as likely."), []string{"/items/0/explain relative-risk"}},
		{"word for a number", explain("It is rare."), []string{"/items/0/explain word-for-number"}},
		{"quoted word", explain(`"Rare" is not a number.`), nil},
		{"no denominator, no source", explain("3 people lost their sight."), []string{"/items/0/explain no-denominator", "/items/0/explain no-source"}},
		{"denominator", explain("10 of 100 people had pain. 90 people did not. That is 90 of 100."), []string{"/items/0/explain no-source"}},
		{"after a year", explain("In 2022, 3 people had pain."), []string{"/items/0/explain no-denominator", "/items/0/explain no-source"}},
		{"a report", "sources: {S: {title: A, evidence: secondary}}\n" + strings.Replace(explain("3 people lost their sight. Nobody knows how often."), "check", "sources: [S], check", 1), nil},

		{"year", explain("A court said so in 2024."), []string{"/items/0/explain no-source"}},
		{"report", explain("Harm has been reported."), []string{"/items/0/explain no-source"}},
		{"studies", explain("Studies show it."), []string{"/items/0/explain no-source"}},
		{"no claim", explain("Ask for the name of the product."), nil},
		{"unused source", "sources: {S: {title: A, evidence: secondary}}\n" + question("Is it new?"), []string{"/sources/S unused-source"}},
		{"unchecked source", "sources: {S: {title: A, evidence: direct}}\nitems: [{id: a, type: yes-no, text: 'Is it new?', check: A, sources: [S]}]\n", []string{"/sources/S unchecked-source"}},
		{"active on hearsay", "status: active\nsources: {S: {title: A, evidence: secondary}}\nitems: [{id: a, type: yes-no, text: 'Is it new?', check: A, sources: [S]}]\n",
			[]string{"/items/0/sources secondary-only"}},
		{"named body", "sources: {S: {title: A, publisher: The Example Council, evidence: secondary}}\nitems: [{id: a, type: yes-no, text: 'Is it new?', check: A, explain: The Example Council allows it.}, {id: b, type: yes-no, text: 'Is it old?', check: B, sources: [S]}]\n",
			[]string{"/items/0/explain no-source"}},

		{"idle question", "items: [{id: a, type: yes-no, text: 'Is it new?'}]\n", []string{"/items/0/id idle-question"}},
		{"a question that another looks at", "items: [{id: a, type: yes-no, text: 'Is it new?'}, {id: b, type: yes-no, text: 'Is it old?', check: B, when: {a: 'yes'}}]\n", nil},
		{"the action of an outcome", "items: [{id: a, type: yes-no, text: 'Is it new?', outcomes: [{when: 'no', state: ask, do: We recommend it.}]}]\n", []string{"/items/0/outcomes/0/do advice"}},
		{"overdue", "review: {by: nobody, next: 2026-11-21}\n" + question("Is it new?"), []string{"/review/next review-overdue"}},
		{"due today", "review: {by: nobody, next: 2026-11-22}\n" + question("Is it new?"), nil},
		{"read tomorrow", "sources: {S: {title: A, evidence: direct, checked: 2026-11-23}}\nitems: [{id: a, type: yes-no, text: 'Is it new?', check: A, sources: [S]}]\n",
			[]string{"/sources/S/checked future-date"}},
		{"another language", "language: ms\n" + explain("It is rare. It is safe. "+long), nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, check(t, test.body)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

const quiz = `sources: {S: {title: A, evidence: secondary}}
items:
  - id: a
    type: quiz
    text: Is it sure to work?
    options:
      - {value: sure, text: It is sure to cure me, feedback: One.}
      - {value: fast, text: It works fast, feedback: Two.}
      - {value: may, text: It may work, correct: true, feedback: Three.}
      - {value: unsure, text: Not sure, feedback: One.}
    again:
      text: What can nobody tell?
      options:
        - {value: if, text: If it works, correct: true, feedback: Three.}
        - {value: all, text: They know it all, feedback: Two.}
        - {value: unsure, text: Not sure, feedback: Four.}
    check: What is known
    sources: [S]
`

func TestQuizzes(t *testing.T) {
	tests := []struct{ name, from, to, want string }{
		{"as it should be", "", "", ""},
		{"no second question", quiz[strings.Index(quiz, "    again:"):strings.Index(quiz, "    check:")], "", "/items/0/id quiz-again"},
		{"the same again", "What can nobody tell?", "Is it sure to work?", "/items/0/again/text quiz-same-question"},
		{"one feedback for two", "Two.}\n      - {value: may", "One.}\n      - {value: may", "/items/0/options/1/feedback quiz-same-feedback"},
		{"no feedback", "If it works, correct: true, feedback: Three.", "If it works, correct: true", "/items/0/again/options/0/feedback quiz-feedback"},
		{"not sure left alone", "        - {value: unsure, text: Not sure, feedback: Four.}\n", "", "/items/0/again/options/2/feedback quiz-feedback"},
		{"two questions in the second", "What can nobody tell?", "What can nobody tell? Who can?", "/items/0/again/text two-questions"},
		{"no source", "    sources: [S]\n", "", "/items/0/id no-source\n/sources/S unused-source"},
		{"a right option that promises", "It may work,", "It will help you,", "/items/0/options/2/text promise"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(check(t, strings.Replace(quiz, test.from, test.to, 1)), "\n")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

const pictures = `sources: {S: {title: A, evidence: secondary}}
items:
  - {id: a, type: display, text: Of these 27 of 100 got it right., picture: {of: 100, count: 27, label: Right, group: Readers, certainty: some, source: S}}
  - {id: b, type: display, picture: {of: 100, count: 3, label: Pain, group: Readers, certainty: low, source: S}}
`

func TestPictures(t *testing.T) {
	tests := []struct{ name, from, to, want string }{
		{"as they should be", "", "", ""},
		{"another denominator", "of: 100, count: 3", "of: 1000, count: 3", "/items/1/picture/of mixed-denominators"},
		{"another in the text", "27 of 100", "54 of 200", "/items/0/text mixed-denominators"},
		{"no group", "Pain, group: Readers,", "Pain,", "/items/1/picture picture-group"},
		{"no certainty", "certainty: low, ", "", "/items/1/picture picture-certainty"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(check(t, strings.Replace(pictures, test.from, test.to, 1)), "\n")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestPaths(t *testing.T) {
	route := "items:\n  - {id: route, type: choice, text: 'Which one?', check: A, options: [{value: a, text: A}, {value: b, text: B}]}\n"
	tests := []struct {
		name, body string
		want       []string
	}{
		{"all can be reached", route + `  - {id: x, type: yes-no, text: 'Is it new?', when: {route: a}, outcomes: [{when: "yes", state: ask}]}` + "\n", nil},
		{"no answers lead there", route + `  - {id: x, type: yes-no, text: 'Is it new?', check: B, when: {all: [{route: a}, {route: b}]}}` + "\n", []string{"/items/1/when dead-item"}},
		{"a group that hides what it holds", route + `  - {id: g, type: group, when: {route: a}, items: [{id: x, type: yes-no, text: 'Is it new?', check: B, when: {route: b}}]}` + "\n",
			[]string{"/items/1/items/0/when dead-item"}},
		{"an outcome behind another", route + `  - {id: x, type: yes-no, text: 'Is it new?', outcomes: [{when: {x: {answered: true}}, state: ask}, {when: "yes", state: warning}]}` + "\n",
			[]string{"/items/1/outcomes/1 dead-outcome"}},
		{"a number that is out of reach", "items:\n  - {id: n, type: scale, text: 'How sure?', min: 0, max: 10, outcomes: [{when: {n: {at-least: 9}}, state: ask}, {when: {n: {above: 10}}, state: warning}]}\n",
			[]string{"/items/0/outcomes/1 dead-outcome"}},
		{"a narrow way that walks miss", "items:\n" + narrow(5) + "  - {id: x, type: yes-no, text: 'Is it new?', check: B, when: {all: [" + narrowWhen(5, "{answered: false}") + "]}}\n", nil},
		{"a way too narrow to be searched for", "items:\n" + narrow(12) + "  - {id: x, type: yes-no, text: 'Is it new?', check: B, when: {all: [" + narrowWhen(12, `"yes"`) + "]}}\n", nil},
		{"dates and own words", `items:
  - {id: day, type: date, text: 'Which day?', min: 2026-01-01, outcomes: [{when: {day: {below: 2026-01-05}}, state: ask}, {when: {day: {at-least: 2027-01-01}}, state: ask}]}
  - {id: own, type: choices, text: 'Which?', options: [{value: a, text: A}, {value: b, text: B}, {value: c, text: C, open: true}], outcomes: [{when: {own: {includes: [a, c]}}, state: ask}, {when: unsure, state: ask}]}
  - {id: say, type: text, text: 'What do you hope?', outcomes: [{when: unsure, state: ask}]}
`, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, check(t, test.body)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// narrow makes questions, and narrowWhen a condition that holds for one answer to each of them.
func narrow(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "  - {id: q%d, type: yes-no, text: 'Is it new?', check: A}\n", i)
	}
	return b.String()
}

func narrowWhen(n int, answer string) string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf("{q%d: %s}", i, answer))
	}
	return strings.Join(all, ", ")
}

func TestFindingsDoNotChange(t *testing.T) {
	body := explain("It is rare. It is safe. " + long)
	if diff := cmp.Diff(lint.Check(compile(t, body), ""), lint.Check(compile(t, body), "")); diff != "" {
		t.Error(diff)
	}
}

// BenchmarkLargeFile is about a file far larger than any that people would answer: its author must not wait for long.
func BenchmarkLargeFile(b *testing.B) {
	var body strings.Builder
	body.WriteString("items:\n")
	for i := range 3000 {
		fmt.Fprintf(&body, "  - {id: q%d, type: yes-no, text: 'Is it new?', check: A, when: {not: {q%d: unsure}}, outcomes: [{when: \"no\", state: ask}]}\n", i+1, i)
	}
	q := compile(b, strings.Replace(body.String(), ", when: {not: {q0: unsure}}", "", 1))
	for b.Loop() {
		lint.Check(q, "")
	}
}

func BenchmarkCheck(b *testing.B) {
	paths, err := filepath.Glob("../../questionnaires/*.yaml")
	if err != nil {
		b.Fatal(err)
	}
	for _, path := range slices.Sorted(slices.Values(paths)) {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		q, _ := yamlform.Load(filepath.Base(path), data)
		if q == nil {
			b.Fatal(path)
		}
		b.Run(filepath.Base(path), func(b *testing.B) {
			for b.Loop() {
				lint.Check(q, "")
			}
		})
	}
}
