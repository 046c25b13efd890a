package lint

import (
	"fmt"
	"strings"

	"informed/internal/questionnaire"
)

// Check gives the opinions on q. today is YYYY-MM-DD; with "" the opinions that depend on the day are left out. Diagnostics
// carry a JSON pointer and no line: the reader of the file knows the lines.
func Check(q *questionnaire.Questionnaire, today string) []questionnaire.Diagnostic {
	l := &linter{q: q, texts: textsOf(q)}
	families := []func(){l.quizzes, l.pictures, l.evidence, l.uses, l.paths}
	if strings.HasPrefix(q.Language, "en") {
		families = append(families, l.reading, l.questions, l.risks, l.claims, l.wording)
	}
	if today != "" {
		families = append(families, func() { l.dates(today) })
	}
	for _, family := range families {
		family()
	}
	return l.found
}

// linter collects findings about one questionnaire.
type linter struct {
	q     *questionnaire.Questionnaire
	texts []text
	found []questionnaire.Diagnostic
}

func (l *linter) warn(pointer, code, hint, format string, args ...any) {
	l.found = append(l.found, questionnaire.Diagnostic{
		Severity: questionnaire.Caution, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint, Pointer: pointer,
	})
}
