package app

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// ReadSettings reads a file of settings: a mapping in which only the given keys may stand. Each has one value or a list of
// values, which come joined by commas; a key without a value is left out.
func ReadSettings(name string, data []byte, keys []string) (map[string]string, []questionnaire.Diagnostic) {
	r := &reader{file: name}
	settings := map[string]string{}
	top := r.parse(data)
	if top == nil {
		return settings, r.found
	}
	r.pairs(top, func(key, value *yaml.Node) {
		if !slices.Contains(keys, key.Value) {
			r.unknown(key, keys)
			return
		}
		if joined := r.joined(value); joined != "" {
			settings[key.Value] = joined
		}
	})
	return settings, r.found
}

func (r *reader) joined(n *yaml.Node) string {
	nodes := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		nodes = n.Content
	}
	var values []string
	for _, n := range nodes {
		if value, ok := r.scalar(n); ok && value != "" {
			values = append(values, value)
		}
	}
	return strings.Join(values, ",")
}
