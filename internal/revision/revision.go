package revision

import "informed/internal/questionnaire"

// Kind says what became of something from the old version to the new one.
type Kind string

// What became of it.
const (
	Added   Kind = "added"
	Removed Kind = "removed"
	Changed Kind = "changed"
)

// Revision is what differs between two versions.
type Revision struct {
	Old, New string // the versions

	// Distant: other versions may lie between the two, so that what the new one says under change is not about all that
	// differs.
	Distant bool

	// Differences stand in the reading order of the new version. What stands before all items (title, purpose, glossary,
	// sources) comes first, with an ID of "". A removed item comes after the one that it stood behind.
	Differences []Difference
}

// Difference is one item that differs, with what differs about it. An item that only moved does not differ, unless it is
// shown to others now.
type Difference struct {
	ID       string // of the item; "" before all items
	Kind     Kind
	Said     questionnaire.Change // the author's word for it: the item's, else the version's
	Distant  bool                 // that of the Revision
	Old, New *questionnaire.Entry // nil where there is none, and both with an ID of ""
	Pairs    []Pair               // in one order always: first what is read first
	Findings []Finding            // in the order of the pairs
}

// Material gives what a person has to be asked or shown again, in the order of the Differences. Whether they would be
// shown it at all depends on their answers.
func (r Revision) Material() []Difference {
	var material []Difference
	for _, d := range r.Differences {
		if d.Asks() {
			material = append(material, d)
		}
	}
	return material
}

// Asks reports whether a person has to be asked or shown this again: something that patients see differs, and it is
// material, or the author's word for it does not stand. Of a removed item it means that they should know it is gone.
func (d Difference) Asks() bool {
	if d.Said == questionnaire.Material || d.Distant {
		return d.shown()
	}
	for _, f := range d.Findings {
		if f.Field.Shown() && f.Against(d.Said) != "" {
			return d.shown()
		}
	}
	return false
}

// shown reports whether there is anything to show a patient.
func (d Difference) shown() bool {
	for _, p := range d.Pairs {
		if p.Field.Shown() {
			return true
		}
	}
	return false
}

// Compare tells how the second questionnaire differs from the first, which are two versions of one.
func Compare(before, after *questionnaire.Questionnaire) Revision {
	c := &comparer{old: side{before, lexiconOf(before.Language)}, new: side{after, lexiconOf(after.Language)}}
	c.revision = Revision{Old: before.Version, New: after.Version, Distant: !follows(before.Version, after.Version)}
	removed := c.removed()
	c.head()
	for _, e := range removed[none] {
		c.item(e, nil)
	}
	entries := after.Entries()
	for i := range entries {
		e, _ := before.Entry(entries[i].ID)
		c.item(e, &entries[i])
		for _, e := range removed[entries[i].ID] {
			c.item(e, nil)
		}
	}
	return c.revision
}

// none stands for the place before all items. It is no id.
const none = ""

// removed gives the entries of the old version that are not in the new one, by the id of the last one before them that is.
func (c *comparer) removed() map[string][]*questionnaire.Entry {
	gone := map[string][]*questionnaire.Entry{}
	last := none
	entries := c.old.q.Entries()
	for i := range entries {
		if _, ok := c.new.q.Entry(entries[i].ID); ok {
			last = entries[i].ID
		} else {
			gone[last] = append(gone[last], &entries[i])
		}
	}
	return gone
}
