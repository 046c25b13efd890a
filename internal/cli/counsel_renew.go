package cli

import (
	"context"
	"slices"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/region"
	"informed/internal/revision"
	"informed/internal/session"
)

// newer looks for a version of the questionnaire of a record that asks some of it again: the one that was named, or the one
// that is built in. ok is false where there is none.
func (d *desk) newer(s *session.Session) (newer records.Newer, ok bool) {
	old := s.Questionnaire()
	q := d.questionnaire
	if q == nil || q.ID != old.ID {
		if q = d.builtIn(old); q == nil {
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

// builtIn gives the built-in questionnaire of an id as it is today, nil where there is none.
func (d *desk) builtIn(old *questionnaire.Questionnaire) *questionnaire.Questionnaire {
	if !slices.Contains(app.BuiltIns(), old.ID) {
		return nil
	}
	q, _, err := app.Load(old.ID)
	if err != nil || q == nil {
		return nil
	}
	words, err := wordsFor(d.ask.lang, q)
	if err != nil {
		return nil
	}
	return region.Localise(q, d.ask.region, d.system.Now(), words)
}

// renew opens a record of a newer version in the place of an older one.
func (d *desk) renew(ctx context.Context, counsellor session.Party, id string, newer records.Newer) (*records.Journal, error) {
	begin := particulars(newer.Questionnaire)
	begin.Mode = counsellorMode
	return d.kept.Renew(ctx, newer.Questionnaire, begin, id, newer.Asks, counsellor, d.ask.witness)
}
