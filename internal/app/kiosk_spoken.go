package app

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"informed/internal/i18n"
	"informed/internal/questionnaire"
)

// Spoken is a value of a kiosk's file by the tag of the language it is for, or under "" for all languages.
type Spoken map[string]Said

// Said is a text and where it stands in the file.
type Said struct {
	Text         string
	Line, Column int
}

// In gives the value for a language. It is zero where there is none.
func (s Spoken) In(tag string) Said {
	if said, ok := s[tag]; ok {
		return said
	}
	return s[""]
}

// Misfit says that the questionnaire for a language is in another one.
func (k Kiosk) Misfit(tag, other string) questionnaire.Diagnostic {
	said := k.Questionnaire.In(tag)
	return questionnaire.Diagnostic{
		File: k.File, Line: said.Line, Column: said.Column, Severity: questionnaire.Error, Code: "other-language",
		Message: fmt.Sprintf("people can choose %s, and this questionnaire is in %s", tag, other),
		Hint:    "name one that is in " + tag + ", or change languages",
	}
}

// spoken reads one value for all languages, or a table with one for each.
func (r *kioskReader) spoken(n *yaml.Node) Spoken {
	said := func(n *yaml.Node) Said { return Said{Text: r.words(n), Line: n.Line, Column: n.Column} }
	if n.Kind != yaml.MappingNode {
		return Spoken{"": said(n)}
	}
	s := Spoken{}
	r.pairs(n, func(key, value *yaml.Node) {
		s[key.Value] = said(value)
		r.tagged = append(r.tagged, key)
	})
	if len(s) == 0 {
		r.node(n, "missing-value", "write a language and its value, such as en: ...", "there is no value")
	}
	return s
}

// offered reads the languages that people can choose from, each of which the program must speak.
func (r *kioskReader) offered(n *yaml.Node) {
	tags := r.list(n)
	for i, tag := range tags {
		switch {
		case !slices.Contains(i18n.Languages(), tag):
			r.node(n, "unknown-language", "use one of: "+strings.Join(i18n.Languages(), ", "), "the program does not speak one of these")
			return
		case slices.Contains(tags[:i], tag):
			r.node(n, "duplicate-language", "keep one of them", "a language stands here twice")
			return
		}
	}
	if len(tags) == 0 {
		if len(n.Content) > 0 || n.Kind != yaml.SequenceNode {
			return // it is told
		}
		r.node(n, "missing-value", "use one of: "+strings.Join(i18n.Languages(), ", "), "there is no language")
		return
	}
	r.kiosk.Languages = tags
}

// languages looks, once all is read, whether each language has its questionnaire, and each text its language.
func (r *kioskReader) languages() {
	for _, key := range r.tagged {
		if !slices.Contains(r.kiosk.Languages, key.Value) {
			r.node(key, "unknown-language", "use one of: "+strings.Join(r.kiosk.Languages, ", ")+"; or add it to languages",
				"people cannot choose this language")
		}
	}
	questionnaires := r.kiosk.Questionnaire
	first := r.first(questionnaires)
	if _, one := questionnaires[""]; one {
		if len(r.kiosk.Languages) > 1 {
			r.report(first.Line, first.Column, "missing-language", "write one for each: {"+strings.Join(r.kiosk.Languages, ": ..., ")+": ...}",
				"people can choose from %d languages, and a questionnaire has one", len(r.kiosk.Languages))
		}
		return
	}
	for _, tag := range r.kiosk.Languages {
		if _, ok := questionnaires[tag]; !ok && len(questionnaires) > 0 {
			r.report(first.Line, first.Column, "missing-language", "write "+tag+": and its questionnaire, or take "+tag+" out of languages",
				"there is no questionnaire in %s", tag)
		}
	}
}

// first gives the value that stands first in the file.
func (r *kioskReader) first(s Spoken) Said {
	return slices.MinFunc(append(slices.Collect(maps.Values(s)), Said{Line: 1 << 30}), func(a, b Said) int {
		return (a.Line-b.Line)<<20 + a.Column - b.Column
	})
}
