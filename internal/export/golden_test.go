package export_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"informed/internal/export"
	"informed/internal/summary"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestGolden(t *testing.T) {
	whole := build(t, walk(t, example(), exampleAnswers(), "told", "route"))
	early := example()
	early.Status, early.Items = "active", exampleQuestions()[:2]
	calm := exampleAnswers()
	calm["route"][0].Codes[0] = "trial"
	short := build(t, walk(t, early, calm))
	short.Record.Status, short.Record.Completed = "in-progress", ""
	tests := []struct {
		name    string
		summary summary.Summary
		options export.Options
	}{{"example", whole, export.Options{}}, {"private", whole, export.Options{Private: true}}, {"unfinished", short, export.Options{}}}
	for _, test := range tests {
		for _, format := range export.Formats() {
			got, err := format.Write(test.summary, english(t), test.options)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, test.name+"."+format.Extension, got)
			if format.Name == "json" {
				validate(t, got)
			}
		}
	}
}

// validate checks a copy against the published schema.
func validate(t *testing.T, content []byte) {
	t.Helper()
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(summary.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("summary.json", schema); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiler.MustCompile("summary.json").Validate(value); err != nil {
		t.Error(err)
	}
}
