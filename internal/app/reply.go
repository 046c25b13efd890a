package app

import (
	"fmt"
	"strings"

	"informed/internal/questionnaire"
)

// value reads the parts of a reply as the item's type wants them.
func value(it *questionnaire.Item, parts []Part) (v questionnaire.Value, ok bool) {
	if it.Type.Coded() || it.Type.Question() && len(parts) == 1 && parts[0] == (Part{Text: questionnaire.Unsure}) {
		return codes(parts), true
	}
	if len(parts) != 1 || parts[0].Open {
		return questionnaire.Value{}, false
	}
	switch text := parts[0].Text; {
	case it.Type.Numeric():
		return questionnaire.Value{Number: text}, true
	case it.Type == questionnaire.TypeDate:
		return questionnaire.Value{Date: text}, true
	default:
		return questionnaire.Value{Text: text}, true
	}
}

func codes(parts []Part) questionnaire.Value {
	var v questionnaire.Value
	for _, p := range parts {
		v.Codes = append(v.Codes, p.Text)
		if p.Open {
			if v.Words == nil {
				v.Words = map[string]string{}
			}
			v.Words[p.Text] = p.Words
		}
	}
	return v
}

// takes says what an item takes for an answer.
func takes(it *questionnaire.Item) string {
	switch {
	case it.Type == questionnaire.TypeQuiz:
		return "for a first try " + either(it.Probe(0).Options) + "; for a second " + either(it.Probe(1).Options)
	case it.Type == questionnaire.TypeChoices:
		return "a list of " + either(it.Options)
	case it.Type.Coded():
		return either(it.Options)
	case it.Type.Whole():
		return "a whole number" + bounds(it)
	case it.Type.Numeric():
		return "a number" + bounds(it)
	case it.Type == questionnaire.TypeDate:
		return "a date as YYYY-MM-DD" + bounds(it)
	default:
		return fmt.Sprintf("words, at most %d letters", longest(it))
	}
}

func either(options []questionnaire.Option) string {
	var names []string
	for _, o := range options {
		name := o.Value
		if o.Open {
			name = "{" + name + ": words}"
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

func bounds(it *questionnaire.Item) string {
	s := ""
	if it.Min != "" {
		s += " from " + it.Min
	}
	if it.Max != "" {
		s += " up to " + it.Max
	}
	return s
}

func longest(it *questionnaire.Item) int {
	if it.MaxLength > 0 {
		return it.MaxLength
	}
	return questionnaire.MaxAnswer
}
