package records

import (
	"context"
	"errors"
	"fmt"

	"informed/internal/app"
	"informed/internal/session"
	"informed/internal/store"
)

// ErrChanged is wrapped by errors about a record that is not as it was made.
var ErrChanged = errors.New("the record is not as it was made")

// Finding is what a check of a record saw.
type Finding struct {
	store.Record
	Read        bool   // the entries were read, too, and not only their chain
	Fingerprint string // of the record as it is now, "" where it was not read
}

// Verify checks a record: that its entries follow from each other, that it is as long and ends as the list of records says,
// that the text it is about is the one it was begun with, and, where the keys are at hand, that the entries can be read and
// fit that text. Each of heads is a fingerprint known from elsewhere, as from a copy, that must be in the chain. The error
// wraps [ErrChanged] and says what is first wrong; or [ErrForm], where only this version of the program is.
//
// Entries cut off at the end, together with the line in the list, and a whole chain made anew cannot be seen without
// a head from elsewhere. Entries added at the end by whoever can write to the store cannot be seen at all; that the record
// went on since a copy was made shows in its fingerprint.
func (a *Archive) Verify(ctx context.Context, id string, heads ...string) (Finding, error) {
	r, err := a.Store.Record(ctx, id)
	if err != nil {
		return Finding{}, broken("check the record "+id, err)
	}
	links, err := a.Store.Links(ctx, id)
	wrong := session.Verify(id, links)
	switch {
	case errors.Is(err, store.ErrDamaged):
		wrong = err
	case err != nil && !errors.Is(err, store.ErrNotFound): // that all entries are gone is a finding, too
		return Finding{Record: r}, broken("check the record "+id, err)
	}
	for _, check := range []func() error{
		func() error { return ends(r, links) },
		func() error { return holds(links, heads) },
		func() error { return a.about(ctx, r) },
	} {
		if wrong == nil {
			wrong = check()
		}
	}
	f := Finding{Record: r}
	if wrong == nil {
		f.Fingerprint, wrong = a.reads(ctx, r)
		f.Read = f.Fingerprint != ""
	}
	if errors.Is(wrong, ErrForm) {
		return f, wrong
	}
	if wrong != nil {
		return f, &app.Fault{Err: fmt.Errorf("check the record %s: %w: %w", id, ErrChanged, wrong), Hint: "do not rely on this record; take it from a backup, or keep the file and find out who changed it"}
	}
	return f, nil
}

// ends compares the journal with what the list of records says of it. The times count: on one hangs what is purged, on the
// other in which state of the world the questionnaire was shown.
func ends(r store.Record, links []session.Link) error {
	n := len(links)
	switch {
	case n != r.Entries:
		return fmt.Errorf("it has %d entries, and should have %d", n, r.Entries)
	case n == 0:
		return nil
	case links[n-1].Hash != r.Head:
		return fmt.Errorf("entry %d is not the one that it should end with", n)
	case !links[0].At.Equal(r.Started), !links[n-1].At.Equal(r.Updated):
		return errors.New("the list of records gives it another time")
	default:
		return nil
	}
}

// holds looks for fingerprints in the chain.
func holds(links []session.Link, heads []string) error {
	known := map[string]bool{}
	for _, l := range links {
		known[l.Hash] = true
	}
	for _, head := range heads {
		if !known[head] {
			return fmt.Errorf("it has no entry with the fingerprint %s", head)
		}
	}
	return nil
}

// about checks the texts that the record is about.
func (a *Archive) about(ctx context.Context, r store.Record) error {
	for _, hash := range []string{r.Text, r.Region} {
		if hash == "" {
			continue
		}
		if _, err := a.text(ctx, hash); err != nil {
			return fmt.Errorf("its questionnaire: %w", err)
		}
	}
	return nil
}

// reads checks what only who can read the record can see, and gives its fingerprint.
func (a *Archive) reads(ctx context.Context, r store.Record) (string, error) {
	s, err := a.replay(ctx, r)
	switch {
	case errors.Is(err, ErrSealed):
		return "", nil
	case err != nil:
		return "", err
	}
	said, q := s.Record(), s.Questionnaire()
	switch {
	case said.Record != r.ID, said.Status != r.Status: // what the list says may be anything, and is not repeated
		return "", fmt.Errorf("the list of records does not say that it is %s", said.Status)
	case stage(s, said.Status) != r.Stage, !consulted(s).Equal(r.Consulted):
		return "", errors.New("the list of records says something else of its consultation")
	case q.ID != r.Questionnaire, q.Version != r.Version:
		return "", fmt.Errorf("the list of records gives it another questionnaire than %s %s", q.ID, q.Version)
	}
	return said.Fingerprint, nil
}
