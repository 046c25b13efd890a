package plain

import (
	"slices"
	"strconv"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// value reads a line as the question wants it. ok is false where the line names none of the options.
func (c *conversation) value(p session.Prompt, line string) (v questionnaire.Value, ok bool) {
	it := p.Entry.Item
	switch {
	case p.Kind == session.Question && c.isUnsure(line):
		return questionnaire.Codes(questionnaire.Unsure), true
	case it.Type.Coded():
		return c.codes(it, p.Probe.Options, line)
	case it.Type.Numeric():
		return questionnaire.Value{Number: line}, true
	case it.Type == questionnaire.TypeDate:
		return questionnaire.Value{Date: line}, true
	default:
		return questionnaire.Value{Text: unquote(line)}, true
	}
}

func (c *conversation) isUnsure(line string) bool {
	return slices.ContainsFunc([]string{keyUnsure, questionnaire.Unsure, c.Words.Text("option.unsure")}, func(s string) bool {
		return strings.EqualFold(s, line)
	})
}

// codes finds the options that a line names, by number or in words. Of several, commas or spaces stand between them.
func (c *conversation) codes(it *questionnaire.Item, options []questionnaire.Option, line string) (questionnaire.Value, bool) {
	if code, ok := c.code(it, options, line); ok {
		return questionnaire.Codes(code), true
	}
	if it.Type != questionnaire.TypeChoices {
		return questionnaire.Value{}, false
	}
	split := func(r rune) bool { return r == ',' || r == ' ' }
	if strings.Contains(line, ",") {
		split = func(r rune) bool { return r == ',' }
	}
	var v questionnaire.Value
	for _, name := range strings.FieldsFunc(line, split) {
		code, ok := c.code(it, options, strings.TrimSpace(name))
		if !ok {
			return questionnaire.Value{}, false
		}
		if !v.Has(code) {
			v.Codes = append(v.Codes, code)
		}
	}
	return v, len(v.Codes) > 0
}

// code finds one option. A number is that of the list, whatever the options say.
func (c *conversation) code(it *questionnaire.Item, options []questionnaire.Option, name string) (string, bool) {
	name = strings.TrimRight(name, ".)")
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(options) {
		return options[n-1].Value, true
	}
	for _, o := range options {
		words := strings.TrimRight(c.option(o), ".")
		initial := it.Type == questionnaire.TypeYesNo && o.Value != questionnaire.Unsure &&
			(strings.EqualFold(name, o.Value[:1]) || strings.EqualFold(name, string([]rune(words)[:1])))
		if strings.EqualFold(name, words) || strings.EqualFold(name, o.Value) || initial {
			return o.Value, true
		}
	}
	return "", false
}

// unquote takes the quotes off own words that are quoted as a whole, so that "b" can be an answer.
func unquote(line string) string {
	if len(line) > 2 && strings.HasPrefix(line, `"`) && strings.HasSuffix(line, `"`) {
		return line[1 : len(line)-1]
	}
	return line
}
