package yamlform_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire/yamlform"
)

func compiledSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(yamlform.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestSchemaAgreesWithDecode(t *testing.T) {
	schema := compiledSchema(t)
	for _, c := range corpus(t) {
		t.Run(c.name, func(t *testing.T) {
			file, _ := yamlform.Decode(c.name, c.file)
			var document yaml.Node
			if err := yaml.Unmarshal(c.file, &document); err != nil {
				if !c.marked(schemaBlind) {
					t.Errorf("not marked %q, and no YAML: %v", schemaBlind, err)
				}
				return
			}
			refusal := schema.Validate(asJSON(&document))
			switch accepts := refusal == nil; {
			case c.marked(schemaBlind):
				if !accepts {
					t.Errorf("marked %q, but: %v", schemaBlind, refusal)
				}
			case accepts != (file != nil):
				t.Errorf("Decode gave a file: %v; schema: %v", file != nil, refusal)
			}
		})
	}
}

// asJSON gives what a reader of YAML 1.2 gives to a schema.
func asJSON(n *yaml.Node) any {
	switch n.Kind {
	case 0: // an empty file
		return nil
	case yaml.DocumentNode:
		return asJSON(n.Content[0])
	case yaml.AliasNode:
		return asJSON(n.Alias)
	case yaml.SequenceNode:
		list := []any{}
		for _, entry := range n.Content {
			list = append(list, asJSON(entry))
		}
		return list
	case yaml.MappingNode:
		object := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			object[n.Content[i].Value] = asJSON(n.Content[i+1])
		}
		return object
	}
	switch n.Tag {
	case "!!null":
		return nil
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!int", "!!float":
		var number float64
		_ = n.Decode(&number) // the tag says that it is one
		return number
	default:
		return n.Value
	}
}

func TestSchemaIsPrintable(t *testing.T) {
	for i, c := range yamlform.Schema() {
		if (c < ' ' || c > '~') && c != '\n' {
			t.Fatalf("byte %d is %#x", i, c)
		}
	}
}

// An editor shows the description of each key.
func TestSchemaDescribesEveryKey(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(yamlform.Schema(), &root); err != nil {
		t.Fatal(err)
	}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		object, _ := v.(map[string]any)
		for key, value := range object {
			if key != "properties" {
				walk(path+"/"+key, value)
				continue
			}
			for name, property := range value.(map[string]any) {
				p := property.(map[string]any)
				if p["description"] == nil && p["const"] == nil && !strings.HasSuffix(path, "/test/anyOf") {
					t.Errorf("%s/%s has no description", path, name)
				}
				walk(path+"/"+name, property)
			}
		}
	}
	walk("", root)
}
