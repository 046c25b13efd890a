package screen

import (
	"strings"

	"informed/internal/questionnaire"
)

// spoken gives an answer in the words that were chosen from.
func spoken(s *Sitting, it *questionnaire.Item, v questionnaire.Value) string {
	if v.IsUnsure() && it.Type.Question() {
		return s.Words.Text("option.unsure")
	}
	if len(v.Codes) == 0 {
		return strings.TrimSpace(v.Text + v.Date + v.Number + " " + it.Unit)
	}
	var parts []string
	for try, code := range v.Codes {
		options := it.Options
		if it.Type == questionnaire.TypeQuiz {
			options = it.Probe(try).Options
		}
		for _, o := range options {
			if o.Value == code {
				parts = append(parts, chosen(s, o, v))
			}
		}
	}
	return strings.Join(parts, "; ")
}

func chosen(s *Sitting, o questionnaire.Option, v questionnaire.Value) string {
	words := s.Words.Or(o.Text, "option."+o.Value)
	if own := v.Words[o.Value]; own != "" {
		words += ": " + own
	}
	return words
}
