package cli

import (
	"strings"

	"informed/internal/i18n"
	"informed/internal/questionnaire"
)

// wordsFor gives the program's words in the language that was asked for, or else in that of the questionnaire, or in
// English.
func wordsFor(lang string, q *questionnaire.Questionnaire) (*i18n.Words, error) {
	if lang != "" {
		return wordsIn(lang)
	}
	if words, err := i18n.New(q.Language); err == nil {
		return words, nil
	}
	return i18n.New("en")
}

// wordsIn gives the program's words in a language; a language that it does not speak is wrong usage.
func wordsIn(lang string) (*i18n.Words, error) {
	words, err := i18n.New(lang)
	if err != nil {
		return nil, usage(err, "use one of: "+strings.Join(i18n.Languages(), ", "))
	}
	return words, nil
}
