package cli

import (
	"fmt"
	"slices"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/region"
)

// choices lists what a new consultation can be about: the questionnaire that was named, or else all that are built in, the
// usual one first.
func (d *desk) choices() []records.Choice {
	var list []records.Choice
	if d.questionnaire != nil {
		list = append(list, records.Choice{ID: d.questionnaire.ID, Title: d.questionnaire.Title})
	}
	if d.ask.name != "" {
		return list
	}
	for _, id := range app.BuiltIns() {
		if slices.ContainsFunc(list, func(c records.Choice) bool { return c.ID == id }) {
			continue
		}
		if q := d.builtIn(id); q != nil {
			list = append(list, records.Choice{ID: id, Title: q.Title})
		}
	}
	return list
}

// choose takes in which questionnaire a new consultation is about, "" for the one that was named.
func (d *desk) choose(id string) error {
	if id == "" || d.questionnaire != nil && d.questionnaire.ID == id {
		return nil
	}
	q := d.builtIn(id)
	if q == nil {
		return fmt.Errorf("begin a consultation: there is no questionnaire %s", id)
	}
	d.questionnaire = q
	return nil
}

// builtIn gives the built-in questionnaire of an id as it is today, nil where there is none.
func (d *desk) builtIn(id string) *questionnaire.Questionnaire {
	if !slices.Contains(app.BuiltIns(), id) {
		return nil
	}
	q, _, err := app.Load(id)
	if err != nil || q == nil {
		return nil
	}
	words, err := wordsFor(d.ask.lang, q)
	if err != nil {
		return nil
	}
	return region.Localise(q, d.ask.region, d.system.Now(), words)
}
