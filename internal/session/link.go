package session

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
)

// Link is an entry as it is kept: where it stands, when it was made, and a body that perhaps only others can read.
type Link struct {
	Seq  int       // from 1
	At   time.Time // UTC, to the millisecond
	Body []byte    // who did what, as JSON or sealed
	Prev string    // hash of the link before; of the first, the record's id
	Hash string    // SHA-256, hex
}

// ErrChain is wrapped by errors about links that do not follow from each other.
var ErrChain = errors.New("entries do not follow from each other")

// Root is what the first link of a record follows.
func Root(record string) Link { return Link{Hash: record} }

// Sum computes the hash of l over its other fields: the SHA-256 of
//
//	informed entry v1 LF seq LF at LF prev LF body
//
// with seq in decimal digits and at as in RFC 3339 with milliseconds, in UTC. The body stands last and as it is kept, so
// whoever cannot read it can check it.
func (l Link) Sum() string {
	h := sha256.New()
	fmt.Fprintf(h, "informed entry v1\n%d\n%s\n%s\n", l.Seq, l.At.UTC().Format("2006-01-02T15:04:05.000Z"), l.Prev)
	h.Write(l.Body)
	return hex.EncodeToString(h.Sum(nil))
}

// Follows reports whether l is whole and comes right after prev.
func (l Link) Follows(prev Link) bool {
	return l.Seq == prev.Seq+1 && l.Prev == prev.Hash && l.At.Equal(l.At.Truncate(time.Millisecond)) && l.Hash == l.Sum()
}

// Verify checks that links are the journal of a record from its start: numbered from 1, each following from the one
// before. The error wraps [ErrChain] and names the first that does not. A chain that was cut short at its end, or made
// anew as a whole, can be told only by who kept an older hash.
func Verify(record string, links []Link) error {
	prev := Root(record)
	for i, l := range links {
		if !l.Follows(prev) {
			return fmt.Errorf("entry %d: %w", i+1, ErrChain)
		}
		prev = l
	}
	return nil
}
