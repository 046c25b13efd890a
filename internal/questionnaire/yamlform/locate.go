package yamlform

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// Locate fills in file, line and column of diagnostics that have a JSON pointer. Where the pointer leads to nothing, they
// get the place of the nearest thing around it.
func (f *File) Locate(diagnostics []questionnaire.Diagnostic) {
	for i := range diagnostics {
		n := f.find(diagnostics[i].Pointer)
		at := place{n.Line, n.Column}
		if offset := diagnostics[i].Offset; offset > 0 {
			at = f.within(n, offset-1)
		}
		diagnostics[i].File, diagnostics[i].Line, diagnostics[i].Column = f.Name, at.line, at.column
	}
}

// find gives the node that tells best where the pointer leads: a scalar, or else the key that stands before it.
func (f *File) find(pointer string) *yaml.Node {
	n, at := f.root, f.root
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		key, value := child(n, unescape(step))
		if value == nil {
			break
		}
		n, at = value, value
		if key != nil && value.Kind != yaml.ScalarNode {
			at = key
		}
	}
	return at
}

// child gives one entry of a mapping, with its key, or of a list.
func child(n *yaml.Node, step string) (key, value *yaml.Node) {
	if n.Kind == yaml.SequenceNode {
		if i, err := strconv.Atoi(step); err == nil && 0 <= i && i < len(n.Content) {
			return nil, n.Content[i]
		}
		return nil, nil
	}
	for k, v := range pairs(n) {
		if k.Value == step {
			return k, v
		}
	}
	return nil, nil
}

func unescape(step string) string {
	return strings.ReplaceAll(strings.ReplaceAll(step, "~1", "/"), "~0", "~")
}

// span gives the first and the last line of the innermost item that a pointer leads into.
func (f *File) span(pointer string) (first, last int) {
	item, n, before := f.root, f.root, ""
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		_, value := child(n, unescape(step))
		if value == nil {
			break
		}
		if before == "items" {
			item = value
		}
		n, before = value, step
	}
	return item.Line, lastLine(item)
}

func lastLine(n *yaml.Node) int {
	for len(n.Content) > 0 {
		n = n.Content[len(n.Content)-1]
	}
	return n.Line + strings.Count(strings.TrimRight(n.Value, "\n"), "\n")
}
