package yamlform

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"informed/internal/questionnaire"
)

// object is a piece of JSON Schema.
type object = map[string]any

// Schema gives the JSON Schema (draft 2020-12) of the file format, for completion and checks in editors. It accepts what
// [Decode] accepts and refuses what Decode refuses, but for what a parser of YAML takes away before a schema is asked
// (duplicate keys, aliases, a second document, how a number is written), for some characters that
// cannot be seen, as themselves or by names such as &shy;, and for the whole file's size and depth. It is ASCII.
func Schema() []byte {
	g := newGrammar()
	root := schemaOf(g.document)
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "Questionnaire of informed"
	root["$defs"] = definitions(g)
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	_ = encoder.Encode(root) // strings and numbers always have a JSON form
	return ascii(out.Bytes())
}

func definitions(g *grammar) object {
	item := object{
		"type": "object", "required": []string{"id", "type"},
		"properties": object{"type": object{"enum": questionnaire.Types(), "description": aboutItem("type")}},
	}
	defs := object{"item": item, "condition": conditionSchema(g), "test": testSchema(), "answer": answerSchema(g)}
	var rules []object
	for _, t := range questionnaire.Types() {
		defs["item-"+string(t)] = schemaOf(g.items[t])
		rules = append(rules, object{
			"if":   object{"properties": object{"type": object{"const": t}}, "required": []string{"type"}},
			"then": ref("item-" + string(t)),
		})
	}
	item["allOf"] = rules
	return defs
}

func ref(name string) object { return object{"$ref": "#/$defs/" + name} }

func schemaOf(s *shape) object {
	switch s.kind {
	case textKind:
		return textSchema(s)
	case codeKind:
		return formSchema(s.form)
	case wordKind:
		return object{"enum": s.words}
	case flagKind:
		return object{"type": "boolean"}
	case wholeKind:
		return object{"type": "integer", "minimum": s.low, "maximum": s.high}
	case numberKind:
		return object{"type": "number", "exclusiveMinimum": -(maxNumber + 1), "exclusiveMaximum": maxNumber + 1}
	case listKind:
		return object{"type": "array", "minItems": 1, "maxItems": s.most, "items": schemaOf(s.of)}
	case tableKind:
		return object{"type": "object", "minProperties": 1, "maxProperties": s.most,
			"propertyNames": formSchema(s.form), "additionalProperties": schemaOf(s.of)}
	case recordKind:
		return recordSchema(s)
	case itemKind:
		return ref("item")
	case whenKind:
		return ref("condition")
	case ruleKind:
		return object{"anyOf": []object{ref("condition"), ref("answer"), answers()}}
	default:
		return object{}
	}
}

func textSchema(s *shape) object {
	pattern := linePattern()
	if s.lines {
		pattern = linesPattern()
	}
	return object{"type": "string", "maxLength": s.most, "pattern": pattern, "not": object{"pattern": referencePattern}}
}

func formSchema(f *form) object {
	o := object{"type": "string", "pattern": f.pattern}
	if f.format != "" {
		o["format"] = f.format
	}
	if f.most > 0 {
		o["maxLength"] = f.most
	}
	if f.except != nil {
		o["not"] = object{"enum": f.except}
	}
	return o
}

func recordSchema(s *shape) object {
	properties, required := object{}, []string{}
	for _, f := range s.fields {
		p := schemaOf(f.shape)
		if f.about != "" {
			p["description"] = f.about
		}
		properties[f.key] = p
		if f.required {
			required = append(required, f.key)
		}
	}
	return object{"type": "object", "minProperties": 1, "properties": properties, "required": required, "additionalProperties": false}
}

// ascii writes all other characters as escapes, so that the schema can be shown on any terminal. There are none in it
// beyond U+FFFF.
func ascii(data []byte) []byte {
	var out bytes.Buffer
	for _, r := range string(data) {
		if r < utf8.RuneSelf {
			out.WriteByte(byte(r))
		} else {
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	return out.Bytes()
}
