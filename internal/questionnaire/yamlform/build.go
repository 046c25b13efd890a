package yamlform

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// definition makes the model of a document. It takes what it knows and leaves the rest out: the checks have reported it.
func definition(root *yaml.Node) questionnaire.Definition {
	d := questionnaire.Definition{Status: questionnaire.Draft, Language: "en"}
	for key, n := range pairs(root) {
		switch key.Value {
		case "id":
			d.ID = textOf(n)
		case "version":
			d.Version = textOf(n)
		case "status":
			d.Status = questionnaire.Status(textOf(n))
		case "date":
			d.Date = textOf(n)
		case "change":
			d.Change = questionnaire.Change(textOf(n))
		case "language":
			d.Language = textOf(n)
		case "title":
			d.Title = textOf(n)
		case "purpose":
			d.Purpose = textOf(n)
		case "minutes":
			d.Minutes = intOf(n)
		case "publisher":
			d.Publisher = textOf(n)
		case "funding":
			d.Funding = textOf(n)
		case "review":
			d.Review = review(n)
		case "sources":
			d.Sources = sources(n)
		case "glossary":
			d.Glossary = glossary(n)
		case "items":
			d.Items = items(n, 1)
		}
	}
	return d
}

func review(n *yaml.Node) questionnaire.Review {
	var r questionnaire.Review
	for key, v := range pairs(n) {
		switch key.Value {
		case "by":
			r.By = textOf(v)
		case "on":
			r.On = textOf(v)
		case "next":
			r.Next = textOf(v)
		}
	}
	return r
}

func sources(n *yaml.Node) []questionnaire.Source {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	all := make([]questionnaire.Source, 0, len(n.Content)/2)
	for key, v := range pairs(n) {
		all = append(all, source(key.Value, v))
	}
	return all
}

func source(key string, n *yaml.Node) questionnaire.Source {
	s := questionnaire.Source{Key: key}
	for key, v := range pairs(n) {
		switch key.Value {
		case "title":
			s.Title = textOf(v)
		case "publisher":
			s.Publisher = textOf(v)
		case "year":
			s.Year = intOf(v)
		case "url":
			s.URL = textOf(v)
		case "checked":
			s.Checked = textOf(v)
		case "evidence":
			s.Evidence = questionnaire.Evidence(textOf(v))
		}
	}
	return s
}

func glossary(n *yaml.Node) []questionnaire.Term {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	terms := make([]questionnaire.Term, 0, len(n.Content)/2)
	for key, v := range pairs(n) {
		terms = append(terms, questionnaire.Term{Term: textOf(key), Meaning: textOf(v)})
	}
	return terms
}

// textOf gives a text without the line ends that YAML leaves on it.
func textOf(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		return ""
	}
	return strings.TrimRight(n.Value, "\n")
}

func flagOf(n *yaml.Node) bool { return strings.EqualFold(textOf(n), "true") }

// numberOf gives a number in the form of questionnaire.ParseNumber, and a date as it is.
func numberOf(n *yaml.Node) string {
	if number, ok := questionnaire.ParseNumber(textOf(n)); ok {
		return number
	}
	return textOf(n)
}

func intOf(n *yaml.Node) int {
	i, err := strconv.Atoi(numberOf(n))
	if err != nil {
		return 0
	}
	return i
}

func textsOf(n *yaml.Node) []string {
	if n.Kind == yaml.ScalarNode {
		return []string{textOf(n)}
	}
	texts := make([]string, 0, len(n.Content))
	for _, entry := range n.Content {
		texts = append(texts, textOf(entry))
	}
	return texts
}
