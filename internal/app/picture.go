package app

import (
	"informed/internal/i18n"
	"informed/internal/questionnaire"
)

// PictureNotes says of a picture who was studied, for how long, how far the number can be trusted, and where it comes
// from: a sentence for each that the author told.
func PictureNotes(q *questionnaire.Questionnaire, p *questionnaire.Picture, words *i18n.Words) []string {
	var notes []string
	if p.Group != "" {
		notes = append(notes, words.Text("picture.group", map[string]any{"Group": p.Group}))
	}
	if p.Months > 0 {
		notes = append(notes, words.Count("picture.months", p.Months))
	}
	if p.Certainty != "" && p.Certainty != questionnaire.Unknown {
		notes = append(notes, words.Text("certainty."+string(p.Certainty)))
	}
	if source, ok := q.Source(p.Source); ok {
		notes = append(notes, words.Text("picture.source", map[string]any{"Source": cite(source, words)}))
	}
	return notes
}
