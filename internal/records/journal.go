package records

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/store"
)

// Journal is one session on its way to the store.
type Journal struct {
	session *session.Session
	archive *Archive     // nil where nothing is kept
	record  store.Record // as it is on the disk
	release func() error
	earlier *session.Session // the record that this one takes the place of; nil for none, or where it cannot be read
}

// Unkept gives the journal of a session that is kept nowhere.
func Unkept(s *session.Session) *Journal { return &Journal{session: s} }

// Begin opens a new record of q. Nobody else can write to it until the journal is closed. Nothing is kept of it before the
// person goes on from the first screen: whoever only looked in leaves no record.
func (a *Archive) Begin(ctx context.Context, q *questionnaire.Questionnaire, begin session.Begin) (*Journal, error) {
	release, err := a.Store.Claim(ctx, begin.Record)
	if err != nil {
		return nil, broken("begin a record", err)
	}
	return &Journal{
		session: session.Start(q, begin, session.Scribe{Now: a.Now, Seal: a.Seal}), archive: a, release: release,
		record: store.Record{ID: begin.Record, Questionnaire: q.ID, Version: q.Version, Text: q.Hash, Region: q.Region.Hash},
	}, nil
}

// Resume opens an unfinished record, at the screen where it was left and with the questionnaire that it was begun with.
// A record that a counsellor sat down with goes on with one alone.
func (a *Archive) Resume(ctx context.Context, id string) (*Journal, error) {
	j, err := a.alone(ctx, id)
	if err != nil {
		return nil, err
	}
	if err := j.GoOn(ctx); err != nil {
		j.Close()
		return nil, err
	}
	return j, nil
}

// tries is how many unfinished records are looked at: nobody waits for more at a start.
const tries = 100

// Unfinished gives the record of a questionnaire that was left last, to be offered to whoever left it: ok is false where
// there is none. Records that are open elsewhere, that cannot be read with the keys at hand, or that a counsellor sat down
// with are passed over. Nothing is written before [Journal.GoOn].
func (a *Archive) Unfinished(ctx context.Context, questionnaire string) (j *Journal, ok bool, err error) {
	list, err := a.Store.Unfinished(ctx, questionnaire, tries)
	if err != nil {
		return nil, false, broken("look for an unfinished record", err)
	}
	for _, r := range list {
		j, err := a.alone(ctx, r.ID)
		switch {
		case err == nil:
			return j, true, nil
		case ctx.Err() != nil:
			return nil, false, err
		}
	}
	return nil, false, nil
}

// alone takes a record with which a person can go on by themselves.
func (a *Archive) alone(ctx context.Context, id string) (*Journal, error) {
	j, err := a.take(ctx, id)
	if err != nil {
		return nil, err
	}
	tried := "go on with the record " + id
	switch status := j.session.Record().Status; { // whatever the list of records says
	case status != session.InProgress:
		err = &app.Fault{Err: fmt.Errorf("%s: it is %s", tried, status), Hint: "informed records show " + id + " shows it"}
	case j.session.Consulting():
		err = &app.Fault{Err: fmt.Errorf("%s: a counsellor sat down with it", tried), Hint: "informed counsel --record " + id + " goes on with it"}
	default:
		return j, nil
	}
	j.Close()
	return nil, err
}

// take claims a record and reads it. What was sealed never goes on in plain.
func (a *Archive) take(ctx context.Context, id string) (*Journal, error) {
	tried := "go on with the record " + id
	release, err := a.Store.Claim(ctx, id)
	if err != nil {
		return nil, broken(tried, err)
	}
	view, err := a.Open(ctx, id) // once more: it may have changed before it was claimed
	if err == nil && a.Seal == nil && sealed(view.Session) {
		err = &app.Fault{Err: fmt.Errorf("%s: %w, and what is added would be in plain", tried, ErrSealed), Hint: unset}
	}
	if err != nil {
		release()
		return nil, err
	}
	return &Journal{session: view.Session, archive: a, record: view.Record, release: release, earlier: a.earlier(ctx, view.Session)}, nil
}

// unset is what to do where a record is sealed and what is new would not be.
const unset = "set recipients, in the settings or as INFORMED_RECIPIENTS, to the public keys that records are sealed for"

// sealed reports whether any of the kept entries is.
func sealed(s *session.Session) bool {
	return slices.ContainsFunc(s.Entries(), func(e session.Entry) bool { return !json.Valid(e.Body) })
}

// Resume gives the command that goes on with the record, "" where that takes more than a command: nothing is kept of it, or
// it is sealed. Also who went on with the key of others has to ask for it again, and starting anew does not offer the record.
// Counsellors have a key of their own, and the command says where to put it.
func (j *Journal) Resume() string {
	keyed := j.Kept() && (j.archive.Seal != nil || j.archive.Unseal != nil)
	switch {
	case !j.Kept(), keyed && !j.session.Consulting():
		return ""
	case keyed:
		return strings.TrimSpace("informed counsel --record "+j.record.ID+" "+j.archive.Flags) + " --identity FILE"
	case j.session.Consulting():
		return strings.TrimSpace("informed counsel --record " + j.record.ID + " " + j.archive.Flags)
	default:
		return strings.TrimSpace("informed records resume " + j.record.ID + " " + j.archive.Flags)
	}
}

// Session gives the session.
func (j *Journal) Session() *session.Session { return j.session }

// Kept reports whether the session is kept anywhere.
func (j *Journal) Kept() bool { return j.archive != nil }

// GoOn records that the sitting goes on.
func (j *Journal) GoOn(ctx context.Context) error {
	j.session.Resume()
	return j.Save(ctx)
}

// Unfinished reports whether anything is left to do: the record is in progress, or its consultation is open.
func (j *Journal) Unfinished() bool {
	status := j.session.Record().Status
	return status == session.InProgress || stage(j.session, status) == store.Consulting
}

// Leave records that the sitting was left, and why, unless the record is finished or was not begun.
func (j *Journal) Leave(ctx context.Context, why session.Reason) error {
	if j.session.Begun() && j.Unfinished() {
		j.session.Pause(why)
	}
	return j.Save(ctx)
}

// Pending reports whether there is anything to keep that is not on the disk.
func (j *Journal) Pending() bool {
	return j.Kept() && j.session.Begun() && len(j.session.Entries()) > j.record.Entries
}

// errUnsealed means that an entry has no body.
var errUnsealed = errors.New("an entry could not be sealed")

// Save brings to the disk what is not there, all of it or nothing. It may be called again after an error, which is
// a [*app.Fault]. The session must not be used until it returns.
func (j *Journal) Save(ctx context.Context) error {
	if !j.Pending() {
		return nil
	}
	var links []session.Link
	for _, e := range j.session.Entries()[j.record.Entries:] {
		if len(e.Body) == 0 {
			return broken("save the answers", errUnsealed)
		}
		links = append(links, e.Link)
	}
	if j.record.Entries == 0 {
		if err := j.archive.keepTexts(ctx, j.session.Questionnaire()); err != nil {
			return broken("save the answers", err)
		}
	}
	r := j.as()
	if err := j.archive.Store.Append(ctx, r, links); err != nil {
		return broken("save the answers", err)
	}
	j.record = r
	return nil
}

// as gives what is known of the record with all its entries.
func (j *Journal) as() store.Record {
	entries, said := j.session.Entries(), j.session.Record()
	r := j.record
	head := entries[len(entries)-1]
	r.Status, r.Started, r.Updated, r.Entries, r.Head = said.Status, said.Started, head.At, len(entries), head.Hash
	r.Stage = stage(j.session, said.Status)
	if r.Consulted.IsZero() {
		r.Consulted = consulted(j.session)
	}
	return r
}

// Close lets others write to the record. A journal that is closed, or nil, is closed once more without harm.
func (j *Journal) Close() error {
	if j == nil || j.release == nil {
		return nil
	}
	release := j.release
	j.release = nil
	return release()
}
