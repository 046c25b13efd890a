package questionnaire_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"informed/internal/questionnaire"
)

func TestSuggest(t *testing.T) {
	keys := []string{"id", "type", "text", "title", "options", "required", "min-label", "max-label"}
	for _, test := range []struct{ written, want string }{
		{"optoins", "options"},
		{"option", "options"},
		{"titel", "title"},
		{"requierd", "required"},
		{"max_label", "max-label"},
		{"txet", "text"},
		{"i", "id"},
		{"zebra", ""},
		{"", ""},
		{strings.Repeat("options", 100), ""},
	} {
		if got := questionnaire.Suggest(test.written, keys); got != test.want {
			t.Errorf("Suggest(%q) = %q, want %q", test.written, got, test.want)
		}
	}
}

// The nearest of many candidates is as near as the plain definition of the distance says.
func TestSuggestGivesTheNearest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		b := make([]byte, 1+random.IntN(7))
		for i := range b {
			b[i] = "abc"[random.IntN(3)]
		}
		return string(b)
	}
	for range 2000 {
		written := word()
		candidates := []string{word(), word(), word(), word()}
		want, nearest := "", 1+(len(written)+2)/3
		for _, c := range candidates {
			if d := osa(written, c); d < nearest {
				want, nearest = c, d
			}
		}
		if got := questionnaire.Suggest(written, candidates); got != want {
			t.Fatalf("Suggest(%q, %q) = %q, want %q", written, candidates, got, want)
		}
	}
}

// osa is the optimal string alignment distance as it is defined.
func osa(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	cost := 1
	if a[len(a)-1] == b[len(b)-1] {
		cost = 0
	}
	shortA, shortB := a[:len(a)-1], b[:len(b)-1]
	d := min(osa(shortA, b)+1, osa(a, shortB)+1, osa(shortA, shortB)+cost)
	if len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-2] && a[len(a)-2] == b[len(b)-1] {
		d = min(d, osa(a[:len(a)-2], b[:len(b)-2])+1)
	}
	return d
}

func TestCompileStopsLookingWhereItIsOfNoUse(t *testing.T) {
	var items []questionnaire.Item
	for i := range 5000 {
		it := yesNo(fmt.Sprintf("q-%d", i))
		it.When = is("nothing-of-this-name", "yes")
		items = append(items, it)
	}
	q, found := questionnaire.Compile(definition(items...))
	if q != nil || len(found) != 1000 {
		t.Errorf("%d findings", len(found))
	}
}

func TestCompileKnowsAnOperatorWithoutItsItem(t *testing.T) {
	it := yesNo("a")
	it.Outcomes = []questionnaire.Outcome{{When: is("at-least", "8"), State: questionnaire.StateAsk}}
	_, found := questionnaire.Compile(definition(it))
	if len(found) != 1 || found[0].Code != "unknown-item" || !strings.Contains(found[0].Hint, "{trust: {at-least: 8}}") {
		t.Errorf("found %v", found)
	}
}
