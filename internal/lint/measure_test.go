package lint

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSyllables(t *testing.T) {
	by := map[int]string{
		1: "a the cells can cure used comes asked named free you're one place",
		2: "people clinic's treatment clinic doctor tumour statement changes little table tables someone something sometimes " +
			"trial diet doing being every person asking wanted needed safety body many lonely hopeless careful",
		3: "unapproved medicine different approval element infection agreement idea regular everyone somebody reaction radio",
		4: "regulator information embryonic experience",
		5: "university",
	}
	for want, list := range by {
		for word := range strings.FieldsSeq(list) {
			if got := syllables(word); got != want {
				t.Errorf("%s has %d syllables, want %d", word, got, want)
			}
		}
	}
}

func TestSentences(t *testing.T) {
	text := "**Ask** the [clinic](https://example.org). It may\nhelp, e.g. a little!\n\n- one thing\n- \"Is it new?\" Ask.\n\n# A head\n10 of 100."
	want := []string{"Ask the clinic.", "It may help, e.g. a little!", "one thing", "\"Is it new?\"", "Ask.", "A head", "10 of 100."}
	if diff := cmp.Diff(want, sentences(text)); diff != "" {
		t.Error(diff)
	}
}
