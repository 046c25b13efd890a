package questionnaire

import (
	"slices"
	"strings"
)

// LocalFacts lists the names of the local facts: what differs from country to country, and what an item may ask for under
// local. A region has the words. They are who decides which treatments may be sold; where products, trials and doctors can
// be looked up; where harm is reported; and the rules on treatments, on consent and on genes.
func LocalFacts() []string {
	return []string{
		"regulator", "register-products", "register-trials", "register-doctors", "report", "law-treatment", "law-consent", "law-genes",
	}
}

// LocalNames lists what an item may ask for: a fact, or all facts whose names begin with a word, such as law.
func LocalNames() []string {
	var names []string
	for _, fact := range LocalFacts() {
		if word, _, several := strings.Cut(fact, "-"); several && !slices.Contains(names, word) {
			names = append(names, word)
		}
		names = append(names, fact)
	}
	return names
}

// AsksFor reports whether the item asks for a local fact.
func (it *Item) AsksFor(fact string) bool {
	word, _, several := strings.Cut(fact, "-")
	return slices.Contains(it.Local, fact) || several && slices.Contains(it.Local, word)
}

// Region says for which region a questionnaire was localised. The zero Region is none.
type Region struct {
	ID   string
	Hash string // "sha256:" and the hex digest of Raw
	Raw  []byte // the region file's bytes
}

// Localised gives a copy of q with sources added, in which change was called on a copy of each item. What change does must
// leave q a questionnaire that compiles; it is for texts and citations. q itself stays as it was.
func (q *Questionnaire) Localised(region Region, sources []Source, change func(*Item)) *Questionnaire {
	local := &Questionnaire{
		Definition: q.Definition, Region: region,
		entries: slices.Clone(q.entries), byID: q.byID, sources: map[string]*Source{},
	}
	local.Sources = slices.Concat(q.Sources, sources)
	for i := range local.Sources {
		local.sources[local.Sources[i].Key] = &local.Sources[i]
	}
	next := 0
	local.Items = local.localised(q.Items, change, &next)
	return local
}

// localised copies items in reading order and lets the entries, of which next is the first, point to the copies.
func (q *Questionnaire) localised(items []Item, change func(*Item), next *int) []Item {
	items = slices.Clone(items)
	for i := range items {
		it := &items[i]
		q.entries[*next].Item = it
		*next++
		change(it)
		it.Items = q.localised(it.Items, change, next)
	}
	return items
}
