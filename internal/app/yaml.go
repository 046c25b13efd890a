package app

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// MaxSmall is the most bytes that a file of answers or settings may have.
const MaxSmall = 1 << 20

// reader reads a small YAML file strictly and collects what is wrong with it. No message of it holds a value: in a file of
// answers, that is what someone told in confidence.
type reader struct {
	file  string
	found []questionnaire.Diagnostic
}

func (r *reader) report(line, column int, code, hint, format string, args ...any) {
	r.found = append(r.found, questionnaire.Diagnostic{
		File: r.file, Line: line, Column: column, Severity: questionnaire.Error,
		Code: code, Message: fmt.Sprintf(format, args...), Hint: hint,
	})
}

func (r *reader) node(n *yaml.Node, code, hint, format string, args ...any) {
	r.report(n.Line, n.Column, code, hint, format, args...)
}

// parse gives the mapping that the file consists of. It is nil where the file is empty or no such thing.
func (r *reader) parse(data []byte) *yaml.Node {
	switch {
	case len(data) > MaxSmall:
		r.report(1, 1, "too-large", "make it smaller", "the file has more than %d bytes", MaxSmall)
		return nil
	case !utf8.Valid(data):
		r.report(1, 1, "bad-encoding", "save the file as UTF-8", "the file is not UTF-8 text")
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, second yaml.Node
	err := decoder.Decode(&document)
	if err == nil {
		err = decoder.Decode(&second)
	}
	switch {
	case errors.Is(err, io.EOF):
	case err != nil:
		r.syntax(err)
		return nil
	default:
		r.node(&second, "second-document", "keep one document", "a second document begins here")
	}
	if len(document.Content) == 0 {
		return nil
	}
	top := document.Content[0]
	if !r.plain(top) {
		return nil
	}
	if top.Kind != yaml.MappingNode {
		r.node(top, "wrong-type", "write key: value", "the file must be made of keys and values")
		return nil
	}
	return top
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// syntax reports what the parser says. It knows the line and no column. The one message of it that quotes the file is about
// aliases, which are not taken in any case.
func (r *reader) syntax(err error) {
	message, line := strings.TrimPrefix(err.Error(), "yaml: "), 1
	if found := yamlLine.FindStringSubmatch(message); found != nil {
		line, _ = strconv.Atoi(found[1])
		message = strings.Replace(message, found[0], "", 1)
	}
	if strings.Contains(message, "anchor") {
		message = "an alias has no anchor"
	}
	r.report(line, 1, "syntax", "look at the spaces and quotes of this line and of the one above", "not YAML: %s", message)
}

// plain refuses, all through a tree, what makes YAML hard to read: anchors, aliases and tags.
func (r *reader) plain(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.node(n, "alias", "write the text out", "anchors and aliases are not taken")
		return false
	case n.Style&yaml.TaggedStyle != 0:
		r.node(n, "tag", "take the tag away", "tags are not taken")
		return false
	}
	return !slices.ContainsFunc(n.Content, func(child *yaml.Node) bool { return !r.plain(child) })
}

// pairs calls visit with every key of a mapping and its value, after it has seen to it that no key stands twice.
func (r *reader) pairs(mapping *yaml.Node, visit func(key, value *yaml.Node)) {
	seen := map[string]bool{}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		key, value := mapping.Content[i], mapping.Content[i+1]
		switch {
		case key.Kind != yaml.ScalarNode:
			r.node(key, "wrong-type", "use a name as the key", "a key must be a plain name")
		case seen[key.Value]:
			r.node(key, "duplicate-key", "keep one of them", "this key stands here twice")
		default:
			seen[key.Value] = true
			visit(key, value)
		}
	}
}

// unknown reports a key that does not belong here.
func (r *reader) unknown(key *yaml.Node, known []string) {
	hint := "use one of: " + strings.Join(known, ", ")
	if near := questionnaire.Suggest(key.Value, known); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	r.node(key, "unknown-key", hint, "there is no such key here")
}

// scalar gives a single value. An empty one is "" and ok.
func (r *reader) scalar(n *yaml.Node) (text string, ok bool) {
	if n.Kind != yaml.ScalarNode {
		r.node(n, "wrong-type", "write a single value", "one value must stand here")
		return "", false
	}
	if n.ShortTag() == "!!null" {
		return "", true
	}
	return n.Value, true
}
