package records

import (
	"context"
	"errors"
	"fmt"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/store"
)

// ErrUnnamed is wrapped by errors about a counsellor without a name.
var ErrUnnamed = errors.New("the counsellor is not named")

// Consult lets a counsellor sit down with a record, whether its person finished it or not, and however often it was talked
// about. That is written into it before anything else. A record that was withdrawn is refused.
func (a *Archive) Consult(ctx context.Context, id string, counsellor session.Party, witness []session.Need) (*Journal, error) {
	j, err := a.take(ctx, id)
	if err != nil {
		return nil, err
	}
	if j.session.Record().Status == session.Retracted {
		j.Close()
		return nil, &app.Fault{Err: fmt.Errorf("%s: it was withdrawn", j.opening()), Hint: "informed records show " + id + " shows it; a new consultation begins with: informed counsel " + j.record.Questionnaire}
	}
	return j.sit(ctx, counsellor, witness)
}

// BeginConsult opens a new record of q with a counsellor beside the person.
func (a *Archive) BeginConsult(ctx context.Context, q *questionnaire.Questionnaire, begin session.Begin, counsellor session.Party, witness []session.Need) (*Journal, error) {
	j, err := a.Begin(ctx, q, begin)
	if err != nil {
		return nil, err
	}
	return j.sit(ctx, counsellor, witness)
}

// sit lets a counsellor sit down with what was opened, and closes it where that fails.
func (j *Journal) sit(ctx context.Context, counsellor session.Party, witness []session.Need) (*Journal, error) {
	err := j.seat(counsellor, witness)
	if err == nil {
		err = j.Save(ctx)
	}
	if err != nil {
		j.Close()
		return nil, err
	}
	return j, nil
}

func (j *Journal) seat(counsellor session.Party, witness []session.Need) error {
	switch p := j.session.Consult(counsellor, witness); {
	case p == nil:
		return nil
	case p.Code == "name-required":
		return &app.Fault{Err: fmt.Errorf("%s: %w", j.opening(), ErrUnnamed), Hint: "set counsellor, in the settings or as INFORMED_COUNSELLOR, to your name"}
	default:
		return &app.Fault{Err: fmt.Errorf("%s: what is said of the counsellor is %s", j.opening(), p.Code), Hint: "make name, role and id shorter"}
	}
}

// opening says what is tried.
func (j *Journal) opening() string { return "open the record " + j.record.ID + " with a counsellor" }

// Consultation is an open one, as far as it can be read with the keys at hand.
type Consultation struct {
	store.Record
	Session *session.Session // nil where it cannot be read
	Fault   error            // why not; it wraps [ErrSealed] where only a key is missing
}

// Visit gives the code of the visit that the record belongs to, "" where there is none, or where it cannot be read.
func (c Consultation) Visit() string {
	if c.Session == nil {
		return ""
	}
	return c.Session.Record().Visit
}

// Consultations lists at most so many open consultations, the last updated first, and reads them as far as it can. Nothing
// is written.
func (a *Archive) Consultations(ctx context.Context, most int) ([]Consultation, error) {
	list, err := a.Store.Consultations(ctx, most)
	if err != nil {
		return nil, broken("list the open consultations", err)
	}
	open := make([]Consultation, len(list))
	for i, r := range list {
		s, err := a.replay(ctx, r)
		if gaveUp := ctx.Err(); gaveUp != nil {
			return nil, broken("list the open consultations", gaveUp)
		}
		open[i] = Consultation{Record: r, Session: s, Fault: err}
	}
	return open, nil
}
