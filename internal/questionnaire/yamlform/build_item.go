package yamlform

import (
	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// items makes the items of a list; none below the deepest level that is allowed.
func items(n *yaml.Node, depth int) []questionnaire.Item {
	if n.Kind != yaml.SequenceNode || depth > questionnaire.MaxDepth {
		return nil
	}
	all := make([]questionnaire.Item, len(n.Content))
	for i, entry := range n.Content {
		all[i] = item(entry, depth)
	}
	return all
}

func item(n *yaml.Node, depth int) questionnaire.Item {
	var it questionnaire.Item
	for key, v := range pairs(n) {
		if key.Value == "items" {
			it.Items = items(v, depth+1)
			continue
		}
		if !shown(&it, key.Value, v) && !asked(&it, key.Value, v) {
			kept(&it, key.Value, v)
		}
	}
	return it
}

// shown takes the fields that are read by a person.
func shown(it *questionnaire.Item, key string, n *yaml.Node) bool {
	switch key {
	case "topic":
		it.Topic = textOf(n)
	case "title":
		it.Title = textOf(n)
	case "text":
		it.Text = textOf(n)
	case "help":
		it.Help = textOf(n)
	case "explain":
		it.Explain = textOf(n)
	case "counsellor":
		it.Counsellor = textOf(n)
	case "statement":
		it.Statement = textOf(n)
	case "picture":
		it.Picture = picture(n)
	case "check":
		it.Check = textOf(n)
	case "do":
		it.Do = textOf(n)
	default:
		return false
	}
	return true
}

// asked takes the fields that say what an answer can be.
func asked(it *questionnaire.Item, key string, n *yaml.Node) bool {
	switch key {
	case "required":
		it.Required = flagOf(n)
	case "private":
		it.Private = flagOf(n)
	case "options":
		it.Options = options(n)
	case "again":
		it.Again = probe(n)
	case "min":
		it.Min = numberOf(n)
	case "max":
		it.Max = numberOf(n)
	case "min-label":
		it.MinLabel = textOf(n)
	case "max-label":
		it.MaxLabel = textOf(n)
	case "unit":
		it.Unit = textOf(n)
	case "max-length":
		it.MaxLength = intOf(n)
	default:
		return false
	}
	return true
}

// kept takes the fields that no one is shown.
func kept(it *questionnaire.Item, key string, n *yaml.Node) {
	switch key {
	case "id":
		it.ID = textOf(n)
	case "type":
		it.Type = questionnaire.Type(textOf(n))
	case "when":
		it.When = condition(n, 1)
	case "outcomes":
		it.Outcomes = outcomes(n)
	case "sources":
		it.Sources = textsOf(n)
	case "local":
		it.Local = textsOf(n)
	case "covers":
		it.Covers = textsOf(n)
	case "change":
		it.Change = questionnaire.Change(textOf(n))
	}
}

func options(n *yaml.Node) []questionnaire.Option {
	entries := n.Content[:min(len(n.Content), maxOptions)]
	all := make([]questionnaire.Option, len(entries))
	for i, entry := range entries {
		for key, v := range pairs(entry) {
			switch key.Value {
			case "value":
				all[i].Value = textOf(v)
			case "text":
				all[i].Text = textOf(v)
			case "feedback":
				all[i].Feedback = textOf(v)
			case "exclusive":
				all[i].Exclusive = flagOf(v)
			case "open":
				all[i].Open = flagOf(v)
			case "correct":
				all[i].Correct = flagOf(v)
			}
		}
	}
	return all
}

func probe(n *yaml.Node) *questionnaire.Probe {
	p := &questionnaire.Probe{}
	for key, v := range pairs(n) {
		switch key.Value {
		case "text":
			p.Text = textOf(v)
		case "options":
			p.Options = options(v)
		}
	}
	return p
}

func outcomes(n *yaml.Node) []questionnaire.Outcome {
	entries := n.Content[:min(len(n.Content), maxOutcomes)]
	all := make([]questionnaire.Outcome, len(entries))
	for i, entry := range entries {
		for key, v := range pairs(entry) {
			switch key.Value {
			case "when":
				all[i].When = condition(v, 1)
			case "state":
				all[i].State = questionnaire.State(textOf(v))
			case "do":
				all[i].Do = textOf(v)
			}
		}
	}
	return all
}

func picture(n *yaml.Node) *questionnaire.Picture {
	p := &questionnaire.Picture{}
	for key, v := range pairs(n) {
		switch key.Value {
		case "of":
			p.Of = intOf(v)
		case "count":
			p.Count = intOf(v)
		case "label":
			p.Label = textOf(v)
		case "months":
			p.Months = intOf(v)
		case "group":
			p.Group = textOf(v)
		case "certainty":
			p.Certainty = questionnaire.Certainty(textOf(v))
		case "source":
			p.Source = textOf(v)
		}
	}
	return p
}
