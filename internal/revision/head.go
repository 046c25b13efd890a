package revision

import (
	"strconv"
	"strings"

	"informed/internal/questionnaire"
)

// head compares what stands before all items. What is for those who keep the file is left out: version, date, status and
// review.
func (c *comparer) head() {
	a, b := c.old.q, c.new.q
	c.d = Difference{Kind: Changed, Said: b.ChangeOf(nil), Distant: c.revision.Distant}
	c.pair(Pair{Field: Title, Old: a.Title, New: b.Title, Pointer: "/title"}, prose())
	c.pair(Pair{Field: Purpose, Old: a.Purpose, New: b.Purpose, Pointer: "/purpose"}, prose())
	c.pair(Pair{Field: Minutes, Old: count(a.Minutes), New: count(b.Minutes), Pointer: "/minutes"}, rule{})
	c.pair(Pair{Field: Publisher, Old: a.Publisher, New: b.Publisher, Pointer: "/publisher"}, prose())
	c.pair(Pair{Field: Funding, Old: a.Funding, New: b.Funding, Pointer: "/funding"}, prose())
	c.pair(Pair{Field: Language, Old: a.Language, New: b.Language, Pointer: "/language"}, rule{})
	c.listed(Meaning, "/glossary/", meanings(a), meanings(b), prose())
	c.listed(Citation, "/sources/", citations(a), citations(b), rule{})
	c.keep()
}

// entry is one of a list that is read by its keys.
type entry struct{ key, text string }

func meanings(q *questionnaire.Questionnaire) []entry {
	var all []entry
	for _, t := range q.Glossary {
		all = append(all, entry{t.Term, t.Meaning})
	}
	return all
}

// citations gives the sources as they are cited, without the day on which they were looked at.
func citations(q *questionnaire.Questionnaire) []entry {
	var all []entry
	for _, s := range q.Sources {
		var parts []string
		for _, part := range []string{s.Title, s.Publisher, count(s.Year), s.URL, string(s.Evidence)} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		all = append(all, entry{s.Key, strings.Join(parts, ". ")})
	}
	return all
}

// listed compares two lists by their keys: first what the new one has, then what it lost.
func (c *comparer) listed(f Field, at string, before, after []entry, r rule) {
	old, have := map[string]string{}, map[string]bool{}
	for _, e := range before {
		old[e.key] = e.text
	}
	for _, e := range after {
		have[e.key] = true
		p := Pair{Field: f, Key: e.key, Old: old[e.key], New: e.text, Pointer: at + escape(e.key)}
		if _, ok := old[e.key]; ok {
			c.pair(p, r)
		} else {
			p.Kind = Added
			c.pair(p, rule{})
		}
	}
	for _, e := range before {
		if !have[e.key] {
			c.pair(Pair{Field: f, Key: e.key, Kind: Removed, Old: e.text}, rule{})
		}
	}
}

// escape writes a key as one step of a JSON pointer.
func escape(key string) string {
	return strings.ReplaceAll(strings.ReplaceAll(key, "~", "~0"), "/", "~1")
}

// count gives a number that counts something, "" for none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
