package yamlform

import (
	"slices"
	"strings"

	"informed/internal/questionnaire"
)

// itemShape makes the record of an item type from the model's own list of its keys.
func itemShape(t questionnaire.Type) *shape {
	s := &shape{kind: recordKind, misplaced: misplaced}
	needed := required(t)
	for _, key := range questionnaire.Fields(t) {
		s.fields = append(s.fields, field{key, itemField(t, key), slices.Contains(needed, key), aboutItem(key)})
	}
	return s
}

// anyItemShape has every key of every type. What differs between types is not looked into.
func anyItemShape(items map[questionnaire.Type]*shape) *shape {
	s := &shape{kind: recordKind}
	for _, t := range questionnaire.Types() {
		for _, f := range items[t].fields {
			if s.index(f.key) >= 0 {
				continue
			}
			f.required = f.key == "id" || f.key == "type"
			if slices.Contains([]string{"text", "options", "again", "min", "max"}, f.key) {
				f.shape = &shape{kind: anyKind}
			}
			s.fields = append(s.fields, f)
		}
	}
	return s
}

func required(t questionnaire.Type) []string {
	keys := []string{"id", "type"}
	if t.Question() {
		keys = append(keys, "text")
	}
	switch t {
	case questionnaire.TypeGroup:
		return append(keys, "items")
	case questionnaire.TypeChoice, questionnaire.TypeChoices, questionnaire.TypeQuiz:
		return append(keys, "options")
	case questionnaire.TypeScale:
		return append(keys, "min", "max")
	case questionnaire.TypeAttestation:
		return append(keys, "statement")
	}
	return keys
}

// misplaced tells on which types a key may stand.
func misplaced(key string) string {
	var types []string
	for _, t := range questionnaire.Types() {
		if slices.Contains(questionnaire.Fields(t), key) {
			types = append(types, string(t))
		}
	}
	return strings.Join(types, ", ")
}

func itemField(t questionnaire.Type, key string) *shape {
	switch key {
	case "id":
		return code(itemForm())
	case "type":
		return word(questionnaire.Types())
	case "when":
		return &shape{kind: whenKind}
	case "topic":
		return code(idForm())
	case "title", "min-label", "max-label", "unit":
		return line(maxLabel)
	case "explain", "counsellor", "statement":
		return markdown()
	case "required", "private":
		return flag()
	case "options":
		return list(maxOptions, optionShape(t))
	case "again":
		return probeShape(t)
	case "min", "max":
		return boundShape(t)
	case "max-length":
		return whole(1, questionnaire.MaxAnswer)
	case "outcomes":
		return list(maxOutcomes, outcomeShape())
	case "picture":
		return pictureShape()
	case "sources", "covers":
		return list(maxCited, code(sourceForm()))
	case "local":
		return list(len(questionnaire.LocalNames()), word(questionnaire.LocalNames()))
	case "change":
		return word(questionnaire.Changes())
	case "items":
		return itemList()
	case "text":
		if t == questionnaire.TypeGroup || t == questionnaire.TypeDisplay {
			return markdown()
		}
	}
	return line(maxLine)
}

func boundShape(t questionnaire.Type) *shape {
	switch {
	case t == questionnaire.TypeDate:
		return code(dateForm())
	case t.Whole():
		return whole(-maxNumber, maxNumber)
	default:
		return &shape{kind: numberKind}
	}
}

// maxNumber has as many digits as questionnaire.ParseNumber reads.
const maxNumber = 999_999_999_999_999

func optionShape(t questionnaire.Type) *shape {
	s := &shape{kind: recordKind}
	for _, key := range questionnaire.OptionFields(t) {
		s.fields = append(s.fields, field{key, optionField(t, key), key == "value", aboutOption(key)})
	}
	return s
}

func optionField(t questionnaire.Type, key string) *shape {
	switch {
	case key == "value" && t == questionnaire.TypeDecision:
		return word([]string{questionnaire.Agree, questionnaire.Defer, questionnaire.Decline})
	case key == "value":
		return code(optionForm())
	case key == "exclusive", key == "open", key == "correct":
		return flag()
	default:
		return line(maxLine)
	}
}

func probeShape(t questionnaire.Type) *shape {
	return &shape{kind: recordKind, fields: []field{
		{"text", line(maxLine), true, "The same claim, asked in another way."},
		{"options", list(maxOptions, optionShape(t)), true, "What can be answered."},
	}}
}

func outcomeShape() *shape {
	return &shape{kind: recordKind, fields: []field{
		{"when", &shape{kind: ruleKind}, true, "An answer of this item, several in a list, or a condition that names items."},
		{"state", word(questionnaire.OutcomeStates()), true, "What the line of the checklist becomes."},
		{"do", line(maxLine), false, "What the person can do about it."},
	}}
}
