package yamlform

import "informed/internal/questionnaire"

// conditionSchema is a mapping of which every entry must hold.
func conditionSchema(g *grammar) object {
	children := object{"type": "array", "minItems": 1, "maxItems": maxOptions, "items": ref("condition")}
	described := func(o object, about string) object {
		c := object{"description": about}
		for k, v := range o {
			c[k] = v
		}
		return c
	}
	return object{
		"type": "object", "minProperties": 1,
		"properties": object{
			"all": described(children, "Every one of these holds."),
			"any": described(children, "At least one of these holds."),
			"not": described(ref("condition"), "This does not hold."),
		},
		"propertyNames":        formSchema(g.id),
		"additionalProperties": ref("test"),
	}
}

// testSchema is what stands under an item in a condition: answers, or operators.
func testSchema() object {
	properties := object{}
	for _, op := range questionnaire.Tests() {
		properties[string(op)] = operatorSchema(op)
	}
	operators := object{"type": "object", "minProperties": 1, "properties": properties, "additionalProperties": false}
	return object{"anyOf": []object{ref("answer"), answers(), operators}}
}

func operatorSchema(op questionnaire.Op) object {
	switch op {
	case questionnaire.OpAnswered:
		return object{"type": "boolean", "description": "Is it answered?"}
	case questionnaire.OpIs, questionnaire.OpNot, questionnaire.OpIncludes:
		return object{"anyOf": []object{ref("answer"), answers()}}
	default:
		return object{"anyOf": []object{numberSchema(), formSchema(dateForm())}}
	}
}

func numberSchema() object { return schemaOf(&shape{kind: numberKind}) }

// answerSchema is one answer: an option's value, a number, a date or words.
func answerSchema(g *grammar) object {
	return object{"anyOf": []object{numberSchema(), textSchema(g.answer)}}
}

func answers() object {
	return object{"type": "array", "minItems": 1, "maxItems": maxOptions, "items": ref("answer")}
}
