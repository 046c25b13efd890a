package yamlform

import (
	"strings"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// table checks a mapping whose keys the author chooses.
func (c *checker) table(s *shape, n *yaml.Node, name string) {
	if !c.mapping(n, name) {
		return
	}
	if len(n.Content)/2 > s.most {
		c.node(n.Content[2*s.most], "too-many", "take some out", "%s has more than %d entries", name, s.most)
		return
	}
	c.duplicates(n)
	for key, value := range pairs(n) {
		if !c.key(key) {
			continue
		}
		if c.clean(key) && !s.form.match(key.Value) {
			c.node(key, s.form.code, s.form.hint, "%s is not %s", quote(key.Value), s.form.noun)
		}
		c.value(s.of, value, quote(key.Value))
	}
}

// record checks a mapping with known keys.
func (c *checker) record(s *shape, n *yaml.Node, name string) {
	if !c.mapping(n, name) {
		return
	}
	var seen [64]int // line of each field; there are not as many fields in any record
	for key := range pairs(n) {
		if !c.key(key) {
			continue
		}
		switch i := s.index(key.Value); {
		case i < 0:
			if meant := s.index(c.unknown(s, key)); meant >= 0 && seen[meant] == 0 {
				seen[meant] = key.Line
			}
		case seen[i] > 0:
			c.duplicate(key, seen[i])
		default:
			seen[i] = key.Line
		}
	}
	for i, f := range s.fields {
		if f.required && seen[i] == 0 {
			c.node(n, "missing-key", "add a line that begins with "+f.key+":", "%s is missing", f.key)
		}
	}
	for key, value := range pairs(n) {
		if i := s.index(key.Value); i >= 0 {
			c.value(s.fields[i].shape, value, key.Value)
		}
	}
}

// mapping reports whether n has keys.
func (c *checker) mapping(n *yaml.Node, name string) bool {
	if n.Kind != yaml.MappingNode {
		c.wrongType(n, name, "keys with values", "write them under it, as in title: ...")
		return false
	}
	if len(n.Content) == 0 {
		c.node(n, "empty", "write something, or take it out", "%s is empty", name)
		return false
	}
	return true
}

// key checks that a key is text.
func (c *checker) key(key *yaml.Node) bool {
	switch {
	case !c.properties(key):
	case key.Kind != yaml.ScalarNode:
		c.node(key, "wrong-type", "write one word before the colon", "a key must be text")
	case key.Tag == "!!merge":
		c.node(key, "merge-key", "write the keys out", "keys cannot be taken over from another place (<<)")
	case key.Tag == "!!null":
		c.node(key, "wrong-type", "write one word before the colon", "there is no key before this colon")
	default:
		return true
	}
	return false
}

// duplicates reports the keys that a mapping has more than once.
func (c *checker) duplicates(n *yaml.Node) {
	if len(n.Content) <= 2 {
		return
	}
	seen := map[string]int{}
	for key := range pairs(n) {
		if first, ok := seen[key.Value]; ok {
			c.duplicate(key, first)
		} else {
			seen[key.Value] = key.Line
		}
	}
}

func (c *checker) duplicate(key *yaml.Node, first int) {
	c.node(key, "duplicate-key", "keep one of them", "%s stands here twice; the first is on line %d", quote(key.Value), first)
}

// unknown reports a key and gives the one that it was most likely meant to be.
func (c *checker) unknown(s *shape, key *yaml.Node) (meant string) {
	if meant = questionnaire.Suggest(key.Value, s.keys()); meant != "" {
		c.node(key, "unknown-key", `did you mean "`+meant+`"?`, "there is no key %s", quote(key.Value))
		return meant
	}
	if s.misplaced != nil {
		if types := s.misplaced(key.Value); types != "" {
			c.node(key, "misplaced-key", "it stands only on "+types, "%s does not fit this type of item", quote(key.Value))
			return ""
		}
	}
	c.node(key, "unknown-key", s.advice(key.Value), "there is no key %s", quote(key.Value))
	return ""
}

// advice says what to do about an unknown key. A colon or a space in it is the trace of something else gone wrong.
func (s *shape) advice(key string) string {
	switch {
	case strings.Contains(key, ":"):
		return "put a space after the colon, as in key: value"
	case strings.Contains(key, " "):
		return "if these words belong to the text before them, put that whole text in quotes"
	default:
		return "take it out, or look at what is known here: " + strings.Join(s.keys(), ", ")
	}
}
