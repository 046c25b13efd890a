package yamlform

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// maxConditions is how deep all, any and not may be nested.
const maxConditions = 16

// rule checks the condition of an outcome: answers of its own item, or a condition that names items.
func (c *checker) rule(n *yaml.Node, name string) {
	if n.Kind == yaml.MappingNode {
		c.condition(n, name, 1)
		return
	}
	c.operands(n, name)
}

// condition checks a mapping of which every entry must hold.
func (c *checker) condition(n *yaml.Node, name string, depth int) {
	if depth > maxConditions {
		c.node(n, "too-deep", "split it over several items", "this condition is nested too deep")
		return
	}
	if n.Kind != yaml.MappingNode {
		c.wrongType(n, name, "a condition", "name the item and its answer, as in {route: unproven}")
		return
	}
	if !c.mapping(n, name) {
		return
	}
	c.duplicates(n)
	for key, value := range pairs(n) {
		if !c.key(key) || !c.usable(value, quote(key.Value)) {
			continue
		}
		switch questionnaire.Op(key.Value) {
		case questionnaire.OpAll, questionnaire.OpAny:
			c.conditions(value, key.Value, depth)
		case questionnaire.OpNot:
			c.condition(value, key.Value, depth+1)
		default:
			c.code(c.grammar.id, key, "an item")
			c.test(value, quote(key.Value))
		}
	}
}

// conditions checks the list under all or any.
func (c *checker) conditions(n *yaml.Node, name string, depth int) {
	if !c.entries(n, name) {
		return
	}
	for _, child := range n.Content {
		if c.usable(child, name) {
			c.condition(child, "an entry of "+name, depth+1)
		}
	}
}

// entries checks that n is a list of a good length.
func (c *checker) entries(n *yaml.Node, name string) bool {
	switch {
	case n.Kind != yaml.SequenceNode:
		c.wrongType(n, name, "a list", "write the entries in [ ]")
	case len(n.Content) == 0:
		c.node(n, "empty", "add an entry, or take the condition out", "%s is empty", name)
	case len(n.Content) > maxOptions:
		c.node(n.Content[maxOptions], "too-many", "make the list shorter", "%s has more than %d entries", name, maxOptions)
	default:
		return true
	}
	return false
}

// test checks what stands under an item in a condition: answers, or operators.
func (c *checker) test(n *yaml.Node, name string) {
	if n.Kind != yaml.MappingNode {
		c.operands(n, name)
		return
	}
	if !c.mapping(n, name) {
		return
	}
	c.duplicates(n)
	for key, value := range pairs(n) {
		if c.key(key) && c.usable(value, quote(key.Value)) {
			c.operator(key, value)
		}
	}
}

func (c *checker) operator(key, value *yaml.Node) {
	switch op := questionnaire.Op(key.Value); op {
	case questionnaire.OpAnswered:
		c.flag(value, key.Value)
	case questionnaire.OpIs, questionnaire.OpNot, questionnaire.OpIncludes:
		c.operands(value, key.Value)
	default:
		if slices.Contains(questionnaire.Tests(), op) {
			c.bound(value, key.Value)
			return
		}
		hint := "use one of: " + strings.Join(operators(), ", ")
		if near := questionnaire.Suggest(key.Value, operators()); near != "" {
			hint = `did you mean "` + near + `"?`
		}
		c.node(key, "unknown-operator", hint, "%s is no way to compare an answer", quote(key.Value))
	}
}

func operators() []string {
	var names []string
	for _, op := range questionnaire.Tests() {
		names = append(names, string(op))
	}
	return names
}

// bound checks what a number or a date is compared with.
func (c *checker) bound(n *yaml.Node, name string) {
	switch _, _, ok := plainNumber(n.Value); {
	case isText(n) && questionnaire.IsDate(n.Value), isNumber(n) && ok:
	case isNumber(n):
		c.node(n, "bad-number", "write it as 10 or 0.5", "%s must be a number or a date", name)
	default:
		c.wrongType(n, name, "a number or a date", "write a number without quotes, or a date as 2026-11-22")
	}
}

// operands checks one answer or a list of them.
func (c *checker) operands(n *yaml.Node, name string) {
	if n.Kind == yaml.ScalarNode {
		c.operand(n, name)
		return
	}
	if n.Kind == yaml.MappingNode {
		c.wrongType(n, name, "an answer or a list of answers", "write an option's value, a number or a date")
		return
	}
	if !c.entries(n, name) {
		return
	}
	for _, value := range n.Content {
		if c.usable(value, name) {
			c.operand(value, name)
		}
	}
}

func (c *checker) operand(n *yaml.Node, name string) {
	switch {
	case isNumber(n):
		if _, _, ok := plainNumber(n.Value); !ok {
			c.node(n, "bad-number", "write it as 10 or 0.5", "%s is not a number that can be compared", quote(n.Value))
		}
	case !isText(n):
		c.notText(n, name, "an answer", "write an option's value, a number or a date")
	default:
		c.text(c.grammar.answer, n, name)
	}
}
