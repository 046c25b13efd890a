package lint

import (
	"strings"

	"informed/internal/questionnaire"
)

// uses looks for what stands in the file and serves nothing: terms of the glossary that no text uses, and questions whose
// answer changes nothing.
func (l *linter) uses() {
	var all strings.Builder
	for _, t := range l.texts {
		all.WriteString(strings.ToLower(t.words))
		all.WriteByte('\n')
	}
	for _, t := range l.q.Glossary {
		if !strings.Contains(all.String(), strings.ToLower(t.Term)) {
			l.warn("/glossary/"+escape(t.Term), "unused-term", "use it in the same spelling, or take it out", "no text has the term %q", t.Term)
		}
	}
	named := l.named()
	at := places(l.q.Items, "/items")
	for i, e := range l.q.Entries() {
		if e.Type.Question() && e.Type != questionnaire.TypeQuiz && e.Check == "" && len(e.Outcomes) == 0 && !named[e.ID] {
			l.warn(at[i]+"/id", "idle-question", "give it a check, an outcome, or a condition that looks at it", "no answer to %q makes a line or leads anywhere", e.ID)
		}
	}
}

// named gives the items that a condition names.
func (l *linter) named() map[string]bool {
	named := map[string]bool{}
	note := func(c *questionnaire.Condition) {
		if c != nil {
			c.Items(func(id string) { named[id] = true })
		}
	}
	for _, e := range l.q.Entries() {
		note(e.When)
		for _, o := range e.Outcomes {
			note(o.When)
		}
	}
	return named
}
