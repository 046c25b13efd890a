package records

import (
	"context"
	"fmt"
	"time"

	"informed/internal/app"
	"informed/internal/session"
	"informed/internal/store"
)

// Note adds to the journal of a record that something was done with it, such as [session.Viewed]. It need not be able to
// read the record. It is refused where the record is open elsewhere.
func (a *Archive) Note(ctx context.Context, id string, event session.Event) error {
	tried := "write to the record " + id
	release, err := a.Store.Claim(ctx, id)
	if err != nil {
		return broken(tried, err)
	}
	defer release()
	r, err := a.Store.Record(ctx, id)
	if err != nil {
		return broken(tried, err)
	}
	scribe := session.Scribe{Now: a.Now, Seal: a.Seal, Role: a.Role, Actor: a.Actor}
	e := scribe.Write(session.Link{Seq: r.Entries, Hash: r.Head}, event)
	if len(e.Body) == 0 {
		return broken(tried, errUnsealed)
	}
	if _, ok := event.(session.Withdrawn); ok {
		if r.Status == session.Retracted {
			return withdrawn(id)
		}
		r.Status, r.Stage = session.Retracted, store.Unconsulted
	}
	r.Updated, r.Entries, r.Head = e.At, e.Seq, e.Hash
	if err := a.Store.Append(ctx, r, []session.Link{e.Link}); err != nil {
		return broken(tried, err)
	}
	return nil
}

// Withdraw takes back what was agreed to in a record. Its answers stay, marked as withdrawn.
func (a *Archive) Withdraw(ctx context.Context, id string) error {
	return a.Note(ctx, id, session.Withdrawn{})
}

func withdrawn(id string) error {
	return &app.Fault{Err: fmt.Errorf("withdraw the record %s: it is withdrawn already", id), Hint: "informed records show " + id + " shows it"}
}

// Purge takes a record away for good, as it was when it was chosen: one that went on since is store.ErrConflict, and stays.
// What is left is that there was one: its id, its length, its last hash, when, by whom and why it was purged. It is refused
// where the record is open elsewhere.
func (a *Archive) Purge(ctx context.Context, chosen store.Record, why string) (store.Tombstone, error) {
	tried := "purge the record " + chosen.ID
	release, err := a.Store.Claim(ctx, chosen.ID)
	if err != nil {
		return store.Tombstone{}, broken(tried, err)
	}
	defer release()
	t := store.Tombstone{
		Record: chosen.ID, At: a.Now().UTC().Truncate(time.Millisecond), By: a.Actor, Why: why, Entries: chosen.Entries, Head: chosen.Head,
	}
	if err := a.Store.Purge(ctx, t); err != nil {
		return store.Tombstone{}, broken(tried, err)
	}
	return t, nil
}

// Gone tells when and by whom a record was purged, if it was. Its id may be written as in [Archive.Find], but whole.
func (a *Archive) Gone(ctx context.Context, id string) (store.Tombstone, bool, error) {
	stones, err := a.Store.Tombstones(ctx)
	if err != nil {
		return store.Tombstone{}, false, broken("look for the record "+id, err)
	}
	for _, t := range stones {
		if bare(t.Record) == bare(id) {
			return t, true, nil
		}
	}
	return store.Tombstone{}, false, nil
}

// Older lists the records that nothing was added to since before. It is refused where the clock is behind the records: what
// is older than they say cannot be known then.
func (a *Archive) Older(ctx context.Context, before time.Time) ([]store.Record, error) {
	list, err := a.List(ctx)
	if err != nil {
		return nil, err
	}
	if len(list) > 0 && list[0].Updated.After(a.Now()) {
		return nil, &app.Fault{
			Err:  fmt.Errorf("tell how old the records are: the last entry is of %s, which is yet to come", list[0].Updated.Format(time.DateTime)),
			Hint: "set the clock of this machine right, or name the records",
		}
	}
	var old []store.Record
	for _, r := range list {
		if r.Updated.Before(before) {
			old = append(old, r)
		}
	}
	return old, nil
}
