package store

import (
	"fmt"
	"regexp"

	"informed/internal/session"
)

// valid is what the id of a record looks like: it can be part of a file name anywhere.
var valid = regexp.MustCompile(`^[0-9A-Z-]{1,64}$`)

// CheckID refuses what cannot be the id of a record.
func CheckID(id string) error {
	if !valid.MatchString(id) {
		return fmt.Errorf("this cannot be the id of a record: %.64q", id)
	}
	return nil
}

// Check refuses links that no Store may keep: none at all, without a body, not following from each other, or not those
// that r describes. The error wraps [session.ErrChain] unless the id is at fault. Whether the first follows from what is
// kept is for the Store to see, except that the first of all must follow from the id of the record.
func Check(r Record, links []session.Link) error {
	if err := CheckID(r.ID); err != nil {
		return err
	}
	if len(links) == 0 {
		return fmt.Errorf("there are no entries: %w", session.ErrChain)
	}
	prev := session.Link{Seq: links[0].Seq - 1, Hash: links[0].Prev}
	if links[0].Seq <= 1 {
		prev = session.Root(r.ID)
	}
	for _, l := range links {
		if len(l.Body) == 0 || !l.Follows(prev) {
			return fmt.Errorf("entry %d: %w", l.Seq, session.ErrChain)
		}
		prev = l
	}
	if r.Entries != prev.Seq || r.Head != prev.Hash {
		return fmt.Errorf("the record does not end with entry %d: %w", prev.Seq, session.ErrChain)
	}
	return nil
}

// Beyond gives those of links that are not kept yet. kept is what the Store has of the record, at least from the entry
// before the first of links to the end; only Seq and Hash matter. ok is false where links do not go on from there.
func Beyond(kept, links []session.Link) (fresh []session.Link, ok bool) {
	known := make(map[int]string, len(kept))
	for _, l := range kept {
		known[l.Seq] = l.Hash
	}
	for i, l := range links {
		hash, there := known[l.Seq]
		switch {
		case there && hash != l.Hash:
			return nil, false
		case !there:
			before, there := known[l.Seq-1]
			return links[i:], l.Seq == 1 || there && before == l.Prev
		}
	}
	return nil, true
}
