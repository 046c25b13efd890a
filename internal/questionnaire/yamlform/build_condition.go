package yamlform

import (
	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// condition makes the condition of a mapping, all of whose entries must hold, or of answers alone, which are those of
// the item that the condition stands on. It is nil where there is nothing to hold.
func condition(n *yaml.Node, depth int) *questionnaire.Condition {
	if n.Kind != yaml.MappingNode {
		return &questionnaire.Condition{Op: questionnaire.OpIs, Values: textsOf(n)}
	}
	if depth > maxConditions {
		return nil
	}
	var parts []questionnaire.Condition
	for key, v := range pairs(n) {
		switch op := questionnaire.Op(key.Value); op {
		case questionnaire.OpAll, questionnaire.OpAny:
			parts = append(parts, combination(op, v.Content, depth))
		case questionnaire.OpNot:
			parts = append(parts, combination(op, []*yaml.Node{v}, depth))
		default:
			parts = append(parts, tests(key.Value, v)...)
		}
	}
	return joint(parts)
}

// joint gives one condition that holds when all do.
func joint(parts []questionnaire.Condition) *questionnaire.Condition {
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return &parts[0]
	default:
		return &questionnaire.Condition{Op: questionnaire.OpAll, Children: parts}
	}
}

func combination(op questionnaire.Op, nodes []*yaml.Node, depth int) questionnaire.Condition {
	c := questionnaire.Condition{Op: op}
	for _, n := range nodes {
		if child := condition(n, depth+1); child != nil {
			c.Children = append(c.Children, *child)
		}
	}
	return c
}

// tests makes one test for each operator that stands under an item.
func tests(id string, n *yaml.Node) []questionnaire.Condition {
	if n.Kind != yaml.MappingNode {
		return []questionnaire.Condition{{Op: questionnaire.OpIs, Item: id, Values: textsOf(n)}}
	}
	var all []questionnaire.Condition
	for key, v := range pairs(n) {
		test := questionnaire.Condition{Op: questionnaire.Op(key.Value), Item: id}
		if test.Op == questionnaire.OpAnswered {
			test.Answered = flagOf(v)
		} else {
			test.Values = textsOf(v)
		}
		all = append(all, test)
	}
	return all
}
