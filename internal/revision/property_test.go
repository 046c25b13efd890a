package revision_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/revision"
	"informed/internal/session/sessiontest"
)

const seeds = 300

func random(seed uint64) (*rand.Rand, *questionnaire.Questionnaire) {
	r := rand.New(rand.NewPCG(seed, 11))
	return r, sessiontest.Questionnaire(r, 25)
}

func TestNothingDiffersFromItself(t *testing.T) {
	for seed := range uint64(seeds) {
		_, q := random(seed)
		if r := revision.Compare(q, q); len(r.Differences) > 0 {
			t.Fatalf("seed %d: %s", seed, tell(r.Differences[0]))
		}
	}
}

// Any one edit of a text is found at its item, and nowhere else.
func TestEveryEditIsFound(t *testing.T) {
	for seed := range uint64(seeds) {
		r, q := random(seed)
		d := q.Definition
		d.Items = cloned(q.Items)
		d.Version, d.Change = "1.0.1", questionnaire.Changes()[r.IntN(3)]
		var all []edit
		for i := range d.Items {
			all = append(all, editable(&d.Items[i])...)
		}
		e := all[r.IntN(len(all))]
		*e.text = altered(r, *e.text)
		after, found := questionnaire.Compile(d)
		if after == nil {
			t.Fatal(found)
		}
		differences := revision.Compare(q, after).Differences
		if len(differences) != 1 || differences[0].ID != e.id || differences[0].Kind != revision.Changed {
			t.Fatalf("seed %d: the edit of %s is found as %v", seed, e.id, differences)
		}
		if got := differences[0]; len(got.Pairs) != 1 || got.Pairs[0].New != *e.text || d.Change == questionnaire.Material && !got.Asks() {
			t.Errorf("seed %d: %s", seed, tell(got))
		}
	}
}

// edit is a text of an item that can be altered.
type edit struct {
	id   string
	text *string
}

func editable(it *questionnaire.Item) []edit {
	var all []edit
	add := func(texts ...*string) {
		for _, text := range texts {
			if *text != "" {
				all = append(all, edit{it.ID, text})
			}
		}
	}
	add(&it.Title, &it.Text, &it.Help, &it.Explain, &it.Statement, &it.Check, &it.Do)
	for i := range it.Options {
		add(&it.Options[i].Text, &it.Options[i].Feedback)
	}
	if it.Again != nil {
		add(&it.Again.Text)
		for i := range it.Again.Options {
			add(&it.Again.Options[i].Text, &it.Again.Options[i].Feedback)
		}
	}
	for i := range it.Items {
		all = append(all, editable(&it.Items[i])...)
	}
	return all
}

// altered puts something into a text, takes a letter out, or doubles one.
func altered(r *rand.Rand, text string) string {
	at := r.IntN(len(text))
	switch r.IntN(4) {
	case 0:
		return text[:at] + []string{" not ", "7", ",", " ", "é"}[r.IntN(5)] + text[at:]
	case 1:
		if len(text) > 1 {
			return text[:at] + text[at+1:]
		}
	case 2:
		return text + text
	}
	return text[:at] + text[at:at+1] + text[at:]
}

func cloned(items []questionnaire.Item) []questionnaire.Item {
	items = slices.Clone(items)
	for i := range items {
		it := &items[i]
		it.Options = slices.DeleteFunc(slices.Clone(it.Options), func(o questionnaire.Option) bool { return o.Text == "" })
		if it.Again != nil {
			it.Again = &questionnaire.Probe{Text: it.Again.Text, Options: slices.Clone(it.Again.Options)}
		}
		it.Items = cloned(it.Items)
	}
	return items
}

// Any two questionnaires can be compared: every item that only one of them has is told once, in order, and the same again.
func TestAnyTwoCanBeCompared(t *testing.T) {
	for seed := range uint64(seeds) {
		_, a := random(seed)
		_, b := random(seed + 1)
		r := revision.Compare(a, b)
		seen := map[string]bool{}
		last := -1
		for _, d := range r.Differences {
			_, old := a.Entry(d.ID)
			_, now := b.Entry(d.ID)
			want := map[revision.Kind][2]bool{revision.Added: {false, true}, revision.Removed: {true, false}, revision.Changed: {true, true}}[d.Kind]
			if d.ID != "" && want != [2]bool{old, now} || seen[d.ID] {
				t.Fatalf("seed %d: %s", seed, tell(d))
			}
			seen[d.ID] = true
			if d.New != nil {
				if d.New.Index <= last {
					t.Fatalf("seed %d: %s out of order", seed, d.ID)
				}
				last = d.New.Index
			}
			for _, p := range d.Pairs {
				if p.Old == p.New || p.Kind == "" || p.Field == "" {
					t.Errorf("seed %d: %s: %+v", seed, d.ID, p)
				}
			}
			for _, f := range d.Findings {
				if f.Matter != revision.MatterItem && !strings.HasPrefix(f.Pointer, "/") {
					t.Errorf("seed %d: %s: %+v", seed, d.ID, f)
				}
			}
		}
		for _, q := range []*questionnaire.Questionnaire{a, b} {
			for _, e := range q.Entries() {
				_, old := a.Entry(e.ID)
				_, now := b.Entry(e.ID)
				if old != now && !seen[e.ID] {
					t.Errorf("seed %d: %s came or went without a word", seed, e.ID)
				}
			}
		}
		entries := cmp.Comparer(func(a, b *questionnaire.Entry) bool { return a == b })
		if diff := cmp.Diff(r, revision.Compare(a, b), entries); diff != "" {
			t.Errorf("seed %d: not the same again:\n%s", seed, diff)
		}
	}
}
