package app

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/session"
)

// Explanation is what there is to say about what stands on a screen.
type Explanation struct {
	Text    string               // the author's, Markdown
	Terms   []questionnaire.Term // hard words that stand on the screen
	Sources []string             // as one line each: title, publisher, year
}

// Empty reports whether there is nothing to say.
func (e Explanation) Empty() bool { return e.Text == "" && len(e.Terms) == 0 && len(e.Sources) == 0 }

// Explain gathers what there is to say about the item of a prompt, which must have one.
func Explain(q *questionnaire.Questionnaire, p session.Prompt, words *i18n.Words) Explanation {
	e := Explanation{Text: p.Entry.Explain, Terms: terms(q, p)}
	for _, key := range p.Entry.Sources {
		if source, ok := q.Source(key); ok {
			e.Sources = append(e.Sources, cite(source, words))
		}
	}
	return e
}

// cite names a source in one line: title, publisher, year, and whether it is known through another text.
func cite(source *questionnaire.Source, words *i18n.Words) string {
	parts := []string{source.Title}
	if source.Publisher != "" {
		parts = append(parts, source.Publisher)
	}
	if source.Year > 0 {
		parts = append(parts, strconv.Itoa(source.Year))
	}
	if source.Evidence == questionnaire.Secondary {
		parts = append(parts, words.Text("explain.secondary"))
	}
	return strings.Join(parts, ", ")
}

// terms lists the words of the glossary that stand on the screen.
func terms(q *questionnaire.Questionnaire, p session.Prompt) []questionnaire.Term {
	it := p.Entry.Item
	shown := []string{it.Title, it.Text, it.Help, it.Explain, it.Statement, p.Probe.Text}
	for _, o := range p.Probe.Options {
		shown = append(shown, o.Text)
	}
	if p.Result != nil {
		shown = append(shown, p.Result.Chosen.Feedback)
	}
	all := strings.ToLower(strings.Join(shown, "\n"))
	var found []questionnaire.Term
	for _, t := range q.Glossary {
		if mentions(all, strings.ToLower(t.Term)) {
			found = append(found, t)
		}
	}
	return found
}

// mentions reports whether a term stands in a text as a word of its own, or with an s behind it.
func mentions(all, term string) bool {
	for from := 0; term != ""; {
		at := strings.Index(all[from:], term)
		if at < 0 {
			return false
		}
		start, end := from+at, from+at+len(term)
		last, _ := utf8.DecodeLastRuneInString(all[:start])
		if !unicode.IsLetter(last) && (ends(all[end:]) || ends(strings.TrimPrefix(all[end:], "s"))) {
			return true
		}
		from = end
	}
	return false
}

// ends reports whether no letter follows.
func ends(rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLetter(next)
}
