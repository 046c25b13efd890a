package cli

import (
	"context"

	"informed/internal/records"
	"informed/internal/revision"
	"informed/internal/session"
)

// newer looks for a version of the questionnaire of a record that asks some of it again: the one that was named, or the one
// that is built in. ok is false where there is none.
func (d *desk) newer(s *session.Session) (newer records.Newer, ok bool) {
	old := s.Questionnaire()
	q := d.questionnaire
	if q == nil || q.ID != old.ID {
		if q = d.builtIn(old.ID); q == nil {
			return newer, false
		}
	}
	if s.Record().Status == session.Retracted || revision.Growth(old.Version, q.Version) <= 0 {
		return newer, false
	}
	again := revision.Compare(old, q).Material()
	if len(again) == 0 {
		return newer, false
	}
	newer.Questionnaire = q
	for _, difference := range again {
		if difference.ID != "" && difference.New != nil {
			newer.Asks = append(newer.Asks, difference.ID)
		}
	}
	return newer, true
}

// outgrown reports whether a newer version than that of a record asks some of it again.
func (d *desk) outgrown(j *records.Journal) bool {
	_, ok := d.newer(j.Session())
	return ok
}

// renew opens a record of a newer version in the place of an older one.
func (d *desk) renew(ctx context.Context, counsellor session.Party, id string, newer records.Newer) (*records.Journal, error) {
	begin := particulars(newer.Questionnaire)
	begin.Mode = counsellorMode
	return d.kept.Renew(ctx, newer.Questionnaire, begin, id, newer.Asks, counsellor, d.ask.witness)
}
