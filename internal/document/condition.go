package document

import (
	"strings"

	"informed/internal/questionnaire"
)

// condition puts a rule into words.
func (w *writer) condition(c *questionnaire.Condition) string {
	switch {
	case c == nil:
		return "always"
	case c.Op == questionnaire.OpAll:
		return w.children(c, " and ")
	case c.Op == questionnaire.OpAny:
		return w.children(c, " or ")
	case c.Combines():
		return "it is not so that " + w.children(c, " or ")
	}
	subject := "the answer"
	if c.Item != "" {
		subject += " to " + code(c.Item)
	}
	return subject + " " + w.test(c)
}

func (w *writer) children(c *questionnaire.Condition, between string) string {
	var parts []string
	for i := range c.Children {
		child := &c.Children[i]
		words := w.condition(child)
		if child.Combines() && len(c.Children) > 1 {
			words = "(" + words + ")"
		}
		parts = append(parts, words)
	}
	return strings.Join(parts, between)
}

func (w *writer) test(c *questionnaire.Condition) string {
	switch c.Op {
	case questionnaire.OpIs:
		return "is " + w.values(c, " or ")
	case questionnaire.OpNot:
		return "is given, and is not " + w.values(c, " or ")
	case questionnaire.OpIncludes:
		return "includes " + w.values(c, " and ")
	case questionnaire.OpAtLeast:
		return "is at least " + w.values(c, "")
	case questionnaire.OpAtMost:
		return "is at most " + w.values(c, "")
	case questionnaire.OpAbove:
		return "is above " + w.values(c, "")
	case questionnaire.OpBelow:
		return "is below " + w.values(c, "")
	}
	if c.Answered {
		return "is given"
	}
	return "is not given"
}

func (w *writer) values(c *questionnaire.Condition, between string) string {
	var values []string
	for _, v := range c.Values {
		values = append(values, code(v))
	}
	return strings.Join(values, between)
}
