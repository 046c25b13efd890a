package yamlform

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
	"informed/internal/text"
)

// isText reports whether n is text; a date without quotes is.
func isText(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && (n.Tag == "!!str" || n.Tag == "!!timestamp" || n.Tag == "!!merge")
}

func (c *checker) text(s *shape, n *yaml.Node, name string) {
	switch {
	case !isText(n):
		c.notText(n, name, "text", "write text after the colon")
	case !c.clean(n):
	case isBlank(n.Value):
		c.node(n, "empty", "write something, or take the line out", "%s is empty", name)
	case len(n.Value) > s.most && utf8.RuneCountInString(n.Value) > s.most:
		c.node(n, "too-long", "make it shorter", "%s is longer than %d letters", name, s.most)
	case !s.lines && !oneLine(n.Value):
		c.node(n, "line-break", "use > in place of |, or take empty lines out", "%s must be one line of text", name)
	}
}

// clean reports a character that is not in the file as itself but comes out of an escape in double quotes or a
// reference of Markdown.
func (c *checker) clean(n *yaml.Node) bool {
	escaped, referred := n.Style&yaml.DoubleQuotedStyle != 0, strings.Contains(n.Value, "&")
	if !referred && (!escaped || c.alphabet.harmless(n.Value)) {
		return true
	}
	if found := forbidden(text.CheckMarkdown(n.Value)); found != nil {
		c.node(n, codeOf(found), hintOf(found), "in this text, %s", found)
		return false
	}
	if ref := numericReference(n.Value); ref != "" {
		c.node(n, "character-reference", "write the character itself", "in this text, %s stands for a character", quote(ref))
		return false
	}
	return true
}

func (c *checker) code(f *form, n *yaml.Node, name string) {
	switch {
	case !isText(n):
		if n.Kind == yaml.ScalarNode && f.match(n.Value) {
			c.notText(n, name, f.noun, "")
		} else {
			c.wrongType(n, name, f.noun, f.hint)
		}
	case !f.match(n.Value):
		c.node(n, f.code, f.hint, "%s is not %s", quote(n.Value), f.noun)
	}
}

func (c *checker) word(words []string, n *yaml.Node, name string) {
	if !isText(n) {
		c.wrongType(n, name, "one of a few words", "use one of: "+strings.Join(words, ", "))
		return
	}
	if slices.Contains(words, n.Value) {
		return
	}
	hint := "use one of: " + strings.Join(words, ", ")
	if near := questionnaire.Suggest(n.Value, words); near != "" {
		hint = `did you mean "` + near + `"?`
	}
	c.node(n, "bad-value", hint, "%s cannot be %s", name, quote(n.Value))
}

func (c *checker) flag(n *yaml.Node, name string) {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" {
		c.wrongType(n, name, "true or false", "write true or false, without quotes")
	}
}

// wrongType reports a value of another kind than wanted.
func (c *checker) wrongType(n *yaml.Node, name, wanted, hint string) {
	c.node(n, "wrong-type", hint, "%s must be %s, not %s", name, wanted, nodeNoun(n))
}

// notText is wrongType where text is wanted: a number or a bare true becomes text in quotes.
func (c *checker) notText(n *yaml.Node, name, wanted, hint string) {
	if n.Kind == yaml.ScalarNode {
		hint = `put it in quotes, as in "` + short(n.Value) + `"`
	}
	c.wrongType(n, name, wanted, hint)
}

func nodeNoun(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Kind == yaml.MappingNode:
		return "keys with values"
	case n.Tag == "!!int" || n.Tag == "!!float":
		return "a number"
	case n.Tag == "!!bool":
		return n.Value
	case n.Tag == "!!null":
		return "nothing"
	default:
		return "text"
	}
}

// number checks a number and, if it must be whole, its range.
func (c *checker) number(s *shape, n *yaml.Node, name string) {
	noun, hint := "a number", "write it without quotes, as in 10 or 0.5, with at most 15 digits"
	if s.kind == wholeKind {
		noun, hint = "a whole number", "write it without quotes, as in 10, with at most 15 digits"
	}
	if !isNumber(n) {
		c.wrongType(n, name, noun, hint)
		return
	}
	whole, isWhole, ok := plainNumber(n.Value)
	switch {
	case !ok || s.kind == wholeKind && !isWhole:
		c.node(n, "bad-number", hint, "%s must be %s", name, noun)
	case s.kind == wholeKind && (whole < s.low || whole > s.high):
		c.node(n, "bad-number", "look at the number again", "%s must be from %d to %d", name, s.low, s.high)
	}
}

func isNumber(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && (n.Tag == "!!int" || n.Tag == "!!float")
}

// plainNumber reads a number as people write it: its whole part, and whether that is all of it. Forms that one reader of
// YAML takes for another number than the next, such as 010, are not read.
func plainNumber(s string) (whole int64, isWhole, ok bool) {
	before, after, point := strings.Cut(s, ".")
	unsigned := strings.TrimPrefix(before, "-")
	if !digits(unsigned, 15) || len(unsigned) > 1 && unsigned[0] == '0' || point && !digits(after, 9) {
		return 0, false, false
	}
	whole, err := strconv.ParseInt(before, 10, 64)
	return whole, strings.Trim(after, "0") == "", err == nil
}

func digits(s string, most int) bool {
	return s != "" && len(s) <= most && strings.Trim(s, "0123456789") == ""
}
