package revision_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"informed/internal/questionnaire"
	"informed/internal/revision"
	"informed/internal/session/sessiontest"
)

// A large questionnaire in which every text is another.
func BenchmarkCompare(b *testing.B) {
	d := sessiontest.Questionnaire(rand.New(rand.NewPCG(3, 4)), 10_000).Definition
	before, _ := questionnaire.Compile(rewritten(d, "It came to 10 of 100 people. "))
	after, _ := questionnaire.Compile(rewritten(d, "It was not seen in 1 of 100. "))
	for b.Loop() {
		revision.Compare(before, after)
	}
	b.ReportMetric(float64(len(after.Entries())), "items")
}

func rewritten(d questionnaire.Definition, words string) questionnaire.Definition {
	d.Items = cloned(d.Items)
	for i := range d.Items {
		for _, e := range editable(&d.Items[i]) {
			*e.text = strings.Repeat(words, 5)
		}
	}
	return d
}
