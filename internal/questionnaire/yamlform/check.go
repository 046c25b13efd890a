package yamlform

import (
	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// checker goes over a document by its grammar and reports what does not fit.
type checker struct {
	*report
	grammar  *grammar
	alphabet *alphabet
	items    int // so far
	depth    int // of the item that is looked at
}

// value checks the value of a key. name is the key, for the messages.
func (c *checker) value(s *shape, n *yaml.Node, name string) {
	if c.full() || !c.usable(n, name) {
		return
	}
	switch s.kind {
	case textKind:
		c.text(s, n, name)
	case codeKind:
		c.code(s.form, n, name)
	case wordKind:
		c.word(s.words, n, name)
	case flagKind:
		c.flag(n, name)
	case wholeKind, numberKind:
		c.number(s, n, name)
	case listKind:
		c.list(s, n, name)
	case tableKind:
		c.table(s, n, name)
	case recordKind:
		c.record(s, n, name)
	case itemKind:
		c.item(n)
	case whenKind:
		c.condition(n, name, 1)
	case ruleKind:
		c.rule(n, name)
	}
}

// usable reports what no value may be: an alias, a value with a tag, and nothing at all. An anchor is reported and then
// passed over.
func (c *checker) usable(n *yaml.Node, name string) bool {
	if !c.properties(n) {
		return false
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		c.node(n, "empty", "write something, or take the line out", "%s is empty", name)
		return false
	}
	return true
}

// properties reports an alias, an anchor and a tag. It is false if there is nothing more to check.
func (c *checker) properties(n *yaml.Node) bool {
	if n.Anchor != "" {
		c.node(n, "alias", "take it out; if a text begins with &, put it in quotes", "an anchor (&) may not stand here")
	}
	switch {
	case n.Kind == yaml.AliasNode:
		c.node(n, "alias", "write the text out again; if a text begins with *, put it in quotes", "a reference to another place (*) may not stand here")
		return false
	case n.Style&yaml.TaggedStyle != 0:
		c.node(n, "tag", "take it out; if a text begins with !, put it in quotes", "a tag (!) may not stand here")
		return false
	}
	return true
}

func (c *checker) list(s *shape, n *yaml.Node, name string) {
	switch {
	case n.Kind != yaml.SequenceNode:
		c.wrongType(n, name, "a list", "begin each entry with - on a line of its own, or put them in [ ]")
	case len(n.Content) == 0:
		c.node(n, "empty", "add an entry, or take the line out", "the list %s is empty", name)
	case len(n.Content) > s.most:
		c.node(n.Content[s.most], "too-many", "make the list shorter", "%s has more than %d entries", name, s.most)
	default:
		name = "an entry of " + name
		for _, entry := range n.Content {
			c.value(s.of, entry, name)
		}
	}
}

// item checks an item by the record of its type.
func (c *checker) item(n *yaml.Node) {
	if c.items++; c.items > questionnaire.MaxItems {
		if c.items == questionnaire.MaxItems+1 {
			c.node(n, "too-many-items", "split it into several questionnaires", "there are more than %d items", questionnaire.MaxItems)
		}
		return
	}
	if c.depth == questionnaire.MaxDepth {
		c.node(n, "too-deep", "put items beside each other", "items are nested more than %d levels deep", questionnaire.MaxDepth)
		return
	}
	c.depth++
	defer func() { c.depth-- }()
	c.record(c.grammar.itemOf(n), n, "an item")
}

// itemOf gives the shape of an item by its type.
func (g *grammar) itemOf(n *yaml.Node) *shape {
	if n.Kind == yaml.MappingNode {
		for key, value := range pairs(n) {
			if key.Value != "type" {
				continue
			}
			if s, ok := g.items[questionnaire.Type(value.Value)]; ok {
				return s
			}
		}
	}
	return g.item
}
