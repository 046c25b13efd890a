package region

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"informed/internal/i18n"
	"informed/internal/questionnaire"
)

// Localise gives q as it reads in a region: an item that asks for local facts explains them and cites their sources. The
// words are for what the program says about them. now tells which facts are old; for a record it is the moment when the
// record began, so that the same texts come out of it years later. q itself stays as it was, and without a region it is
// what comes back.
func Localise(q *questionnaire.Questionnaire, r *Region, now time.Time, words *i18n.Words) *questionnaire.Questionnaire {
	if r == nil {
		return q
	}
	l := localiser{region: r, now: now, words: words, keys: map[string][]string{}}
	l.cite(q)
	return q.Localised(questionnaire.Region{ID: r.ID, Hash: r.Hash, Raw: r.Raw}, l.sources, l.item)
}

type localiser struct {
	region  *Region
	now     time.Time
	words   *i18n.Words
	sources []questionnaire.Source
	keys    map[string][]string // of the sources, by the name of the fact
}

// cite makes a source of every fact that is asked for, under a key that q does not have.
func (l *localiser) cite(q *questionnaire.Questionnaire) {
	taken := map[string]bool{}
	for _, s := range q.Sources {
		taken[s.Key] = true
	}
	for _, name := range questionnaire.LocalFacts() {
		if !asked(q, name) {
			continue
		}
		for _, f := range l.region.Named(name) {
			key := free(strings.ToUpper(l.region.ID)+"-"+name, taken)
			taken[key] = true
			l.keys[name] = append(l.keys[name], key)
			l.sources = append(l.sources, questionnaire.Source{
				Key: key, Title: f.Title, Publisher: f.Publisher, URL: f.URL, Checked: f.Checked, Evidence: f.Evidence,
			})
		}
	}
}

func asked(q *questionnaire.Questionnaire, name string) bool {
	return slices.ContainsFunc(q.Entries(), func(e questionnaire.Entry) bool { return e.AsksFor(name) })
}

// free gives a key that is not taken: the one given, or else that with the first number that makes it so.
func free(key string, taken map[string]bool) string {
	found := key
	for n := 2; taken[found]; n++ {
		found = key + "-" + strconv.Itoa(n)
	}
	return found
}

// item adds to one item what it asks for.
func (l *localiser) item(it *questionnaire.Item) {
	var facts []Fact
	var keys []string
	for _, name := range questionnaire.LocalFacts() {
		if it.AsksFor(name) {
			facts = append(facts, l.region.Named(name)...)
			keys = append(keys, l.keys[name]...)
		}
	}
	if len(facts) == 0 {
		return
	}
	it.Explain = strings.TrimPrefix(it.Explain+"\n\n"+l.explain(facts), "\n\n")
	it.Sources = slices.Concat(it.Sources, keys)
}
