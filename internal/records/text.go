package records

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/region"
	"informed/internal/session"
	"informed/internal/store"
)

// ErrForm is wrapped by errors about a record that is as it was kept, and whose questionnaire or region this version of the
// program does not take any more, or not yet.
var ErrForm = errors.New("this version of the program cannot read the questionnaire that was kept with it")

// questionnaire gives what a record is about: the text that was kept when it was begun, in the region and on the day in
// which it was begun, whatever became of the files.
func (a *Archive) questionnaire(ctx context.Context, r store.Record, entries []session.Entry) (*questionnaire.Questionnaire, error) {
	tried := "open the questionnaire of the record " + r.ID
	q, err := a.original(ctx, r)
	if err != nil {
		return nil, broken(tried, err)
	}
	if r.Region == "" {
		return q, nil
	}
	text, err := a.text(ctx, r.Region)
	if err != nil {
		return nil, broken(tried, err)
	}
	place, _ := yamlform.DecodeRegion("region", text)
	words, err := wordsOf(entries)
	if place == nil || err != nil {
		return nil, broken(tried, ErrForm)
	}
	return region.Localise(q, place, r.Started, words), nil
}

// original compiles the text of a record, once for all records that are about it.
func (a *Archive) original(ctx context.Context, r store.Record) (*questionnaire.Questionnaire, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if q := a.compiled[r.Text]; q != nil {
		return q, nil
	}
	text, err := a.text(ctx, r.Text)
	if err != nil {
		return nil, err
	}
	q, _ := yamlform.Load(r.Questionnaire, text)
	if q == nil {
		return nil, ErrForm
	}
	if a.compiled == nil {
		a.compiled = map[string]*questionnaire.Questionnaire{}
	}
	a.compiled[r.Text] = q
	return q, nil
}

// wordsOf gives the program's words in the language in which a record was begun, or in English.
func wordsOf(entries []session.Entry) (*i18n.Words, error) {
	if started, ok := entries[0].Event.(session.Started); ok {
		if words, err := i18n.New(started.Language); err == nil {
			return words, nil
		}
	}
	return i18n.New("en")
}

// text gives a text that was kept, if it is still what its hash says.
func (a *Archive) text(ctx context.Context, hash string) ([]byte, error) {
	text, err := a.Store.Text(ctx, hash)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(text)
	if hash != "sha256:"+hex.EncodeToString(sum[:]) {
		return nil, fmt.Errorf("a text was changed: %w", store.ErrDamaged)
	}
	return text, nil
}

// keepTexts keeps what q was made from.
func (a *Archive) keepTexts(ctx context.Context, q *questionnaire.Questionnaire) error {
	if err := a.Store.Keep(ctx, q.Hash, q.Raw); err != nil {
		return err
	}
	if q.Region.Hash == "" {
		return nil
	}
	return a.Store.Keep(ctx, q.Region.Hash, q.Region.Raw)
}
