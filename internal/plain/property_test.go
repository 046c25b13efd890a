package plain_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/plain"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

// keys are what people type, in no order at all.
var keys = []string{"", "", "", "1", "2", "3", "u", "b", "t", "?", "r", "q", "x", "yes", "no", "1,2", "2026-11-22", "7.5", "-1", "words",
	"change 1", "change", "2", "a", `"b"`, "9999999999999999999999", "q", "\x1b[A", "\xff", strings.Repeat("long ", 2000)}

// Whatever is typed on whatever questionnaire, the talk goes on to its end, its entries are sound, and nothing but text is
// written.
func TestAnyLines(t *testing.T) {
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	ends := map[plain.End]int{}
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 5))
		q := sessiontest.Questionnaire(r, 20)
		var typed []string
		for range 20 + r.IntN(200) {
			typed = append(typed, keys[r.IntN(len(keys))])
		}
		s := sessiontest.Start(q)
		var paper bytes.Buffer
		result, err := plain.Run(t.Context(), plain.Options{
			In: strings.NewReader(strings.Join(typed, "\n") + "\n"), Out: &paper, Width: 20 + r.IntN(80),
			Begin: unkept(s), Words: words, Copies: app.Copies{Out: app.Stdout},
		})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		ends[result.End]++
		replayed, err := session.Replay(q, s.Entries(), session.Scribe{Now: sessiontest.Clock()})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if diff := cmp.Diff(s.Response(), replayed.Response()); diff != "" {
			t.Fatalf("seed %d: replayed, the answers differ:\n%s", seed, diff)
		}
		if strings.ContainsAny(paper.String(), "\x1b\u009b\x07") || strings.Contains(paper.String(), "[plain.") || strings.Contains(paper.String(), "[problem.") {
			t.Fatalf("seed %d: a control character, or a message that there is not:\n%q", seed, paper.String())
		}
	}
	for _, end := range []plain.End{plain.Finished, plain.Stopped, plain.InputEnded} {
		if ends[end] == 0 {
			t.Errorf("no talk ended with %v: the test shows too little (%v)", end, ends)
		}
	}
}
