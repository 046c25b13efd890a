package records

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/store"
)

// Archive is a store in someone's hands.
type Archive struct {
	Store  store.Store
	Now    func() time.Time
	Seal   func(body []byte) []byte                    // nil keeps bodies as they are
	Unseal func(body []byte) (plain []byte, err error) // nil where no key is at hand; plain bodies come back as they are
	Role   string                                      // of who looks after records
	Actor  string                                      // their name
	Flags  string                                      // by which the program finds this store again, "" where it does so by itself

	mu       sync.Mutex
	compiled map[string]*questionnaire.Questionnaire // by the hash of their text
}

// ErrSealed is wrapped by errors about records that cannot be read with the keys at hand.
var ErrSealed = errors.New("the record is sealed")

// List gives what is known of every record without reading it, the last updated first.
func (a *Archive) List(ctx context.Context) ([]store.Record, error) {
	list, err := a.Store.Records(ctx)
	if err != nil {
		return nil, broken("list the records", err)
	}
	return list, nil
}

// Find gives the record that someone means: letters of any case, dashes and spaces wherever they stand, O for 0, and as much
// of the beginning as is needed. The error is a [*app.Fault] where there is none, or more than one.
func (a *Archive) Find(ctx context.Context, typed string) (store.Record, error) {
	list, err := a.List(ctx)
	if err != nil {
		return store.Record{}, err
	}
	var found []store.Record
	for _, r := range list {
		switch {
		case bare(r.ID) == bare(typed):
			return r, nil
		case bare(typed) != "" && strings.HasPrefix(bare(r.ID), bare(typed)):
			found = append(found, r)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return store.Record{}, &app.Fault{Err: fmt.Errorf("find the record %q: %w", typed, store.ErrNotFound), Hint: "informed records list shows the records"}
	default:
		return store.Record{}, &app.Fault{Err: fmt.Errorf("find the record %q: %d records begin like this", typed, len(found)), Hint: "type more of it"}
	}
}

// Is reports whether someone typed the whole of an id, in whatever spelling [Archive.Find] takes.
func Is(typed, id string) bool { return bare(typed) == bare(id) }

// bare gives an id as it is compared: without what only helps the eye, and with the digits for which the letters O, I and L,
// which no id has, are often taken.
func bare(id string) string {
	return strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(id))
}

// View is a record that was read: as it stands, with its journal.
type View struct {
	store.Record
	Session *session.Session
}

// Open reads a record by its whole id. It writes nothing, not even that it was read; [Archive.Note] does. The error is
// a [*app.Fault]; it wraps [ErrSealed] where the keys are missing, and [session.ErrChain] where entries are.
func (a *Archive) Open(ctx context.Context, id string) (View, error) {
	r, err := a.Store.Record(ctx, id)
	if err != nil {
		return View{}, broken("open the record "+id, err)
	}
	s, err := a.replay(ctx, r)
	return View{Record: r, Session: s}, err
}

func (a *Archive) replay(ctx context.Context, r store.Record) (*session.Session, error) {
	links, err := a.Store.Links(ctx, r.ID)
	if err != nil {
		return nil, broken("open the record "+r.ID, err)
	}
	entries, err := session.Open(r.ID, links, a.Unseal)
	if err != nil {
		return nil, unread(r.ID, err)
	}
	q, err := a.questionnaire(ctx, r, entries)
	if err != nil {
		return nil, err
	}
	s, err := session.Replay(q, entries, session.Scribe{Now: a.Now, Seal: a.Seal})
	if err != nil {
		return nil, broken("open the record "+r.ID, err)
	}
	return s, nil
}

// unread says why a journal could not be read.
func unread(id string, err error) error {
	what := fmt.Errorf("open the record %s: %w", id, err)
	switch {
	case errors.Is(err, session.ErrChain):
		return &app.Fault{Err: what, Hint: "informed verify " + id + " tells more; do not rely on this record"}
	case errors.Is(err, session.ErrUnreadable), errors.Is(err, ErrSealed):
		return &app.Fault{Err: fmt.Errorf("open the record %s: %w", id, ErrSealed), Hint: "name the file with the key: --identity FILE"}
	default:
		return &app.Fault{Err: what}
	}
}

// broken makes a fault of what a store said.
func broken(tried string, err error) error {
	return &app.Fault{Err: fmt.Errorf("%s: %w", tried, err), Hint: hint(err)}
}

func hint(err error) string {
	switch {
	case errors.Is(err, store.ErrNotFound):
		return "informed records list shows the records"
	case errors.Is(err, store.ErrClaimed):
		return "close it there first"
	case errors.Is(err, store.ErrConflict):
		return "open the record again"
	case errors.Is(err, store.ErrFull):
		return "make room on the disk, then try again"
	case errors.Is(err, store.ErrReadOnly):
		return "see who may write to the folder of the records, then try again; informed doctor tells where it is"
	case errors.Is(err, store.ErrDamaged):
		return "keep the file as it is, and take the records from a backup"
	case errors.Is(err, ErrForm):
		return "use the version that the record was made with; the record is as it was"
	case errors.Is(err, store.ErrNewer):
		return "use the newer version"
	case errors.Is(err, store.ErrFailing):
		return "see whether the disk has room for this user, and whether it is in order"
	case errors.Is(err, store.ErrBusy):
		return "wait a moment, or close the other program that uses the records"
	case errors.Is(err, store.ErrPlace):
		return "mend that, or choose another place with --store FILE"
	default:
		return "informed doctor looks for the cause"
	}
}
