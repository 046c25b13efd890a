package summary

import (
	"encoding/json"
	"slices"
	"strings"

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

// answer gives the answer as the person saw it.
func (b *builder) answer(it *questionnaire.Item, v questionnaire.Value) string {
	switch {
	case len(v.Codes) > 0 && it.Type == questionnaire.TypeQuiz:
		return b.tries(it, v)
	case len(v.Codes) > 0:
		var chosen []string
		for _, code := range v.Codes {
			chosen = append(chosen, b.chosen(it, v, code))
		}
		return strings.Join(chosen, b.words.Text("summary.separator"))
	case v.Number != "":
		return b.number(it, v.Number)
	case v.Date != "":
		return v.Date
	default:
		return v.Text
	}
}

func (b *builder) chosen(it *questionnaire.Item, v questionnaire.Value, code string) string {
	option := b.option(it, it.Options, code)
	if words, ok := v.Words[code]; ok {
		return b.words.Text("summary.own-words", map[string]any{"Option": option, "Words": words})
	}
	return option
}

// tries tells both answers of a quiz; the second was to another question where the author wrote one.
func (b *builder) tries(it *questionnaire.Item, v questionnaire.Value) string {
	var said []string
	for try, code := range v.Codes {
		said = append(said, b.option(it, it.Probe(try).Options, code))
	}
	switch {
	case len(said) < questionnaire.Tries:
		return said[0]
	case it.Again != nil:
		return b.words.Text("summary.tries-again", map[string]any{"First": said[0], "Question": it.Again.Text, "Second": said[1]})
	default:
		return b.words.Text("summary.tries", map[string]any{"First": said[0], "Second": said[1]})
	}
}

// option gives an option in the author's words, or the program's, or as its bare value where neither has any.
func (b *builder) option(it *questionnaire.Item, options []questionnaire.Option, code string) string {
	for _, o := range options {
		if o.Value == code && o.Text != "" {
			return o.Text
		}
	}
	switch {
	case it.Type == questionnaire.TypeDecision && slices.Contains([]string{questionnaire.Agree, questionnaire.Defer, questionnaire.Decline}, code):
		return b.words.Text("decision." + code)
	case slices.Contains([]string{questionnaire.Yes, questionnaire.No, questionnaire.Unsure}, code):
		return b.words.Text("option." + code)
	default:
		return code
	}
}

// number gives a number with its unit, and on a scale with what its ends mean.
func (b *builder) number(it *questionnaire.Item, n string) string {
	data := map[string]any{
		"Number": n, "Unit": it.Unit, "Min": it.Min, "Max": it.Max, "MinLabel": it.MinLabel, "MaxLabel": it.MaxLabel,
	}
	switch {
	case it.Type == questionnaire.TypeScale && it.MinLabel != "" && it.MaxLabel != "":
		return b.words.Text("summary.scale-labels", data)
	case it.Type == questionnaire.TypeScale:
		return b.words.Text("summary.scale", data)
	case it.Unit != "":
		return b.words.Text("summary.number", data)
	default:
		return n
	}
}
