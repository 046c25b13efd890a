package records

import (
	"context"
	"fmt"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
)

// Newer is a newer version of the questionnaire of a record, and the items of it that differ so much that the person has to be
// asked again.
type Newer struct {
	Questionnaire *questionnaire.Questionnaire
	Asks          []string
}

// Renew opens a new record of q in the place of an older one, of which asks are the items to go over again; see
// [session.Renew]. The new record names the old, which stays as it is.
func (a *Archive) Renew(ctx context.Context, q *questionnaire.Questionnaire, begin session.Begin, old string, asks []string, counsellor session.Party, witness []session.Need) (*Journal, error) {
	before, err := a.take(ctx, old)
	if err != nil {
		return nil, err
	}
	defer before.Close()
	if before.session.Record().Status == session.Retracted {
		return nil, &app.Fault{Err: fmt.Errorf("renew the record %s: it was withdrawn", old), Hint: "begin a new one: informed counsel " + q.ID}
	}
	j, err := a.Begin(ctx, q, begin)
	if err != nil {
		return nil, err
	}
	j.earlier = before.session
	j.session = session.Renew(q, begin, before.session, asks, session.Scribe{Now: a.Now, Seal: a.Seal})
	return j.sit(ctx, counsellor, witness)
}

// Earlier gives the record that this one takes the place of, nil where there is none or where it cannot be read.
func (j *Journal) Earlier() *session.Session { return j.earlier }

func (a *Archive) earlier(ctx context.Context, s *session.Session) *session.Session {
	id := s.Record().Renewed.Record
	if id == "" {
		return nil
	}
	view, err := a.Open(ctx, id)
	if err != nil { // it is told beside the record, and not needed to go on with it
		return nil
	}
	return view.Session
}
