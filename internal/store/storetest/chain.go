package storetest

import (
	"fmt"
	"time"

	"informed/internal/session"
	"informed/internal/store"
)

// start is when all journals made here begin.
var start = time.Date(2026, 3, 4, 5, 6, 7, 89e6, time.UTC)

// Chain makes a journal of n entries whose bodies name the record, their number and what.
func Chain(id string, n int, what string) []session.Link { return Longer(id, nil, n, what) }

// Longer adds n entries to a journal.
func Longer(id string, links []session.Link, n int, what string) []session.Link {
	prev := session.Root(id)
	if len(links) > 0 {
		prev = links[len(links)-1]
	}
	longer := append([]session.Link{}, links...)
	for range n {
		prev = Link(prev, fmt.Appendf(nil, `{"kind":"test","data":"%s %s %d \u0000\xff"}`, what, id, prev.Seq+1))
		longer = append(longer, prev)
	}
	return longer
}

// Link makes the entry that follows prev, a second and a bit later.
func Link(prev session.Link, body []byte) session.Link {
	l := session.Link{Seq: prev.Seq + 1, At: start.Add(time.Duration(prev.Seq) * 1001 * time.Millisecond), Body: body, Prev: prev.Hash}
	l.Hash = l.Sum()
	return l
}

// Of describes the record that links are the journal of.
func Of(id string, links []session.Link) store.Record {
	last := links[len(links)-1]
	return store.Record{
		ID: id, Questionnaire: "example", Version: "1.2.3", Text: "sha256:text", Region: "sha256:region",
		Status: session.InProgress, Started: links[0].At, Updated: last.At, Entries: last.Seq, Head: last.Hash,
	}
}

// Stone is the tombstone for a record.
func Stone(r store.Record) store.Tombstone {
	return store.Tombstone{Record: r.ID, At: start.Add(time.Hour), By: "someone", Why: "its time is over", Entries: r.Entries, Head: r.Head}
}
