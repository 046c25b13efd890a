package summary

import (
	"encoding/json"
	"slices"
	"strings"

	"informed/internal/i18n"
	"informed/internal/questionnaire"
)

// value gives the answer for machines, in the shape of the answers file.
func value(t questionnaire.Type, v questionnaire.Value) any {
	switch {
	case len(v.Codes) > 0 && (t == questionnaire.TypeChoices || t == questionnaire.TypeQuiz):
		var list []any
		for _, code := range v.Codes {
			list = append(list, coded(v, code))
		}
		return list
	case len(v.Codes) > 0:
		return coded(v, v.Codes[0])
	case v.Number != "":
		return number(v.Number)
	case v.Date != "":
		return v.Date
	default:
		return v.Text
	}
}

func coded(v questionnaire.Value, code string) any {
	if words, ok := v.Words[code]; ok {
		return map[string]string{code: words}
	}
	return code
}

// number gives a string where a journal holds what is no number.
func number(s string) any {
	if canonical, ok := questionnaire.ParseNumber(s); ok {
		return json.Number(canonical)
	}
	return s
}

// Spoken gives an answer in the words that the person saw, as a copy has it: options in the author's words or the
// program's, own words with the option they go with, a number with what it counts. It is "" for no answer.
func Spoken(it *questionnaire.Item, v questionnaire.Value, words *i18n.Words) string {
	s := speaker{words}
	switch {
	case len(v.Codes) > 0 && it.Type == questionnaire.TypeQuiz:
		return s.tries(it, v)
	case len(v.Codes) > 0:
		var chosen []string
		for _, code := range v.Codes {
			chosen = append(chosen, s.chosen(it, v, code))
		}
		return strings.Join(chosen, words.Text("summary.separator"))
	case v.Number != "":
		return s.number(it, v.Number)
	case v.Date != "":
		return v.Date
	default:
		return v.Text
	}
}

type speaker struct{ words *i18n.Words }

func (s speaker) chosen(it *questionnaire.Item, v questionnaire.Value, code string) string {
	option := s.option(it.Options, code)
	if words, ok := v.Words[code]; ok {
		return s.words.Text("summary.own-words", map[string]any{"Option": option, "Words": words})
	}
	return option
}

// tries tells both answers of a quiz; the second was to another question where the author wrote one.
func (s speaker) tries(it *questionnaire.Item, v questionnaire.Value) string {
	var said []string
	for try, code := range v.Codes {
		said = append(said, s.option(it.Probe(try).Options, code))
	}
	switch {
	case len(said) < questionnaire.Tries:
		return said[0]
	case it.Again != nil:
		return s.words.Text("summary.tries-again", map[string]any{"First": said[0], "Question": it.Again.Text, "Second": said[1]})
	default:
		return s.words.Text("summary.tries", map[string]any{"First": said[0], "Second": said[1]})
	}
}

// option gives an option in the author's words, or the program's, or as its bare value where neither has any.
func (s speaker) option(options []questionnaire.Option, code string) string {
	for _, o := range options {
		if o.Value == code && o.Text != "" {
			return o.Text
		}
	}
	own := []string{questionnaire.Yes, questionnaire.No, questionnaire.Unsure, questionnaire.Agree, questionnaire.Defer, questionnaire.Decline}
	if slices.Contains(own, code) {
		return s.words.Text("option." + code)
	}
	return code
}

// number gives a number with its unit, and on a scale with what its ends mean.
func (s speaker) number(it *questionnaire.Item, n string) string {
	data := map[string]any{
		"Number": n, "Unit": it.Unit, "Min": it.Min, "Max": it.Max, "MinLabel": it.MinLabel, "MaxLabel": it.MaxLabel,
	}
	switch {
	case it.Type == questionnaire.TypeScale && it.MinLabel != "" && it.MaxLabel != "":
		return s.words.Text("summary.scale-labels", data)
	case it.Type == questionnaire.TypeScale:
		return s.words.Text("summary.scale", data)
	case it.Unit != "":
		return s.words.Text("summary.number", data)
	default:
		return n
	}
}
