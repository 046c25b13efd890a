package app

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// ReadSettings reads a file of settings: a mapping in which only the given keys may stand. Each has one value or a list of
// values, which come joined by commas. A key without a value is wrong: what was to be sealed would else be kept in plain.
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
		settings[key.Value] = r.joined(value)
	})
	return settings, r.found
}

func (r *reader) joined(n *yaml.Node) string {
	nodes := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		nodes = n.Content
	}
	if len(nodes) == 0 {
		r.noValue(n)
	}
	var values []string
	for _, n := range nodes {
		value, ok := r.scalar(n)
		if ok && strings.Trim(value, ", \t\r\n") == "" {
			r.noValue(n)
		}
		values = append(values, value)
	}
	return strings.Join(values, ",")
}

func (r *reader) noValue(n *yaml.Node) {
	r.node(n, "no-value", "give it a value, or take the key away", "the value is missing")
}
