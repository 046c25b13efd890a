package lint_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTwoThings(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"two things", question("Do you know who may use your cells and your data?"), []string{"/items/0/text two-questions"}},
		{"a pair that is one thing", question("Do you know the good and bad points?"), nil},
		{"and in a question that is not about yes or no", "items:\n  - {id: a, type: text, text: 'What do you hope and fear?', check: A thing}\n", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, check(t, test.body)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
