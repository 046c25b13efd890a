package app

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadAnswersIsStrict(t *testing.T) {
	tests := []struct{ name, sheet, want string }{
		{"empty", "", "1:1 no-answers"},
		{"comment", "# nothing\n", "1:1 no-answers"},
		{"unknown key", "answers: {}\nanwsers: {}", `2:1 unknown-key`},
		{"duplicate key", "answers: {}\nanswers: {}", "2:1 duplicate-key"},
		{"duplicate answer", "answers:\n  a: 1\n  a: 2", "3:3 duplicate-key"},
		{"alias", "answers:\n  a: &x yes\n  b: *x", "2:6 alias"},
		{"tag", "answers:\n  a: !!binary aGk=", "2:6 tag"},
		{"second document", "answers: {}\n---\nanswers: {}", "2:1 second-document"},
		{"list", "- a", "1:1 wrong-type"},
		{"answers as a list", "answers: [a]", "1:10 wrong-type"},
		{"talk as a name", "talk: a", "1:7 wrong-type"},
		{"a list in a list", "answers:\n  a: [[b]]", "2:7 wrong-type"},
		{"an option with two words", "answers:\n  a: {b: c, d: e}", "2:6 wrong-type"},
		{"a list as the decision", "decision: [agree]", "1:11 wrong-type"},
		{"a key that is a list", "? [a]\n: b", "1:3 wrong-type"},
		{"not YAML", "answers:\n  a: [b\n", "1:1 syntax"},
		{"not UTF-8", "answers: \xff", "1:1 bad-encoding"},
		{"too large", "#" + strings.Repeat("x", MaxSmall), "1:1 too-large"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := ReadAnswers("a.yaml", []byte(test.sheet))
			if len(found) != 1 {
				t.Fatalf("found %v, want one problem", found)
			}
			got := strings.TrimPrefix(found[0].String(), "a.yaml:")
			got = strings.Join(strings.Fields(strings.Replace(got, ": error", "", 1))[:2], " ")
			if test.name == "not YAML" {
				got = "1:1 " + found[0].Code
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s\n%s", diff, found[0])
			}
		})
	}
}

// What someone told in confidence is in no message, whatever is wrong around it.
func TestNoDiagnosticHoldsAnAnswer(t *testing.T) {
	const secret = "Zyzzyva"
	sheets := []string{
		"answers:\n  told: " + secret, "answers: " + secret, secret, "decision: " + secret, "talk: [" + secret + "]",
		"talk: {a: " + secret + "}", "answers:\n  claim: [" + secret + "]", "answers:\n  hope: !!int " + secret,
		"answers:\n  hope: &x " + secret, "answers:\n  hope: *" + secret, "answers:\n  hope: \"" + secret,
		"answers:\n  how: {" + secret + ": x}", "answers:\n  how: {other: " + secret + ", b: c}", "answers:\n  trust: " + secret,
		"answers:\n  " + secret + " and me: yes", secret + " and me: yes", "answers:\n hope: x\n  " + secret, "language: [" + secret + "]",
		"answers:\n  hope: x: " + secret, "questionnaire: " + secret, "answers:\n\t" + secret, "answers: {hope: [" + secret,
	}
	for _, sheet := range sheets {
		_, said := fill(t, sheet)
		if len(said) == 0 {
			t.Errorf("nothing is said of\n%s", sheet)
		}
		for _, sentence := range said {
			if strings.Contains(strings.ToLower(sentence), strings.ToLower(secret)) {
				t.Errorf("%s\ngives away the answer: %s", sheet, sentence)
			}
		}
	}
}

func FuzzReadAnswers(f *testing.F) {
	f.Add(whole)
	f.Add("answers: {a: {b: [c]}}\n---\n")
	f.Add("talk: [a, a]\nattest: |\n  x\n")
	f.Fuzz(func(t *testing.T, sheet string) {
		fill(t, sheet)
	})
}
