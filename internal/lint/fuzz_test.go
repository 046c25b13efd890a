package lint

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"informed/internal/questionnaire"
	"informed/internal/session/sessiontest"
)

// FuzzMeasure reads any text: it ends, loses no word, and counts no less than there is.
func FuzzMeasure(f *testing.F) {
	for _, text := range []string{"", "Ask. It may help!", "- one\n- two", "# Head\ntext (e.g. this). \"So?\" Yes.", "**a** [b](c)", "e\u0301e.\u00a0A", "1,000 of 100%", "'s"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<12 {
			return
		}
		c := measure(text, known{"stem cell": true})
		if c.words < c.sentences || c.syllables < c.words || c.long > c.words {
			t.Errorf("%+v of %q", c, text)
		}
		want := 0
		for _, block := range blocks(text) {
			want += len(words(block))
		}
		if c.words != want {
			t.Errorf("%d words in sentences, %d in paragraphs of %q", c.words, want, text)
		}
		for i := range phrases {
			if found := phrases[i].found(unquote(text), false); !strings.Contains(unquote(text), found) {
				t.Errorf("%s finds %q, which is not in %q", phrases[i].code, found, text)
			}
		}
	})
}

// What the linter calls out of reach must be out of reach: no random walk comes by it, on questionnaires made at random.
func TestDeadIsDead(t *testing.T) {
	dead := 0
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		q := sessiontest.Questionnaire(r, 25)
		seen, w := newReached(q), newWalker(q)
		for range 500 {
			seen.note(q, w.random(r))
		}
		at := places(q.Items, "/items")
		for _, d := range Check(q, "") {
			pointer, _, _ := strings.Cut(d.Pointer, "/outcomes/")
			i := slices.Index(at, strings.TrimSuffix(pointer, "/when"))
			switch d.Code {
			case "dead-item":
				dead++
				if seen.items[i] {
					t.Errorf("seed %d: people came to %s", seed, q.Entries()[i].ID)
				}
			case "dead-outcome":
				dead++
				if n := int(d.Pointer[len(d.Pointer)-1] - '0'); seen.outcomes[i][n] {
					t.Errorf("seed %d: outcome %d of %s decided", seed, n, q.Entries()[i].ID)
				}
			}
		}
	}
	if dead == 0 {
		t.Error("nothing was out of reach: these questionnaires show nothing")
	}
}

// Every finding has a place that exists, whatever the questionnaire.
func TestPlaces(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	for range 100 {
		q := sessiontest.Questionnaire(r, 30)
		if at := places(q.Items, "/items"); len(at) != len(q.Entries()) {
			t.Fatalf("%d places for %d items", len(at), len(q.Entries()))
		}
		for _, text := range textsOf(q) {
			if text.entry != nil && text.words == "" {
				t.Errorf("an empty text at %s", text.at)
			}
		}
		if slices.ContainsFunc(Check(q, "2026-11-22"), func(d questionnaire.Diagnostic) bool { return !strings.HasPrefix(d.Pointer, "/") }) {
			t.Error("a finding without a place")
		}
	}
}
