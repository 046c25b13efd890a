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

// exampleNote is what stands in a seal, signed by no key that there is.
const exampleNote = `informed copy v1
record 0000-EXAM-P1E0-0000
fingerprint 6d1f0c7be0935d86a1b2c3d4e5f60718293a4b5c6d7e8f90112233445566778a
questionnaire example 1.2.0 sha256:4f1c2a7be0935d86a1b2c3d4e5f60718293a4b5c6d7e8f90112233445566778a
content sha256:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
check this copy with: informed verify FILE

— informed-EXAMP1E0 c3R1dnd4eXp7fH1+f4CBgoOEhYaHiImKi4yNjo+QkZKTlJWWl5iZmpucnZ6foKGio6SlpqeoqaqrrK2ur7CxsrO0tba3
`

func TestGolden(t *testing.T) {
	whole := build(t, walk(t, example(), exampleAnswers(), "told", "route"))
	early := example()
	early.Status, early.Items = "active", exampleQuestions()[:2]
	calm := exampleAnswers()
	calm["route"][0].Codes[0] = "trial"
	short := build(t, walk(t, early, calm))
	short.Record.Status, short.Record.Completed = "in-progress", ""
	back := short
	back.Record.Status, back.Record.Withdrawn = summary.Withdrawn, "2026-11-23T08:30:00Z"
	tests := []struct {
		name    string
		summary summary.Summary
		options export.Options
	}{
		{"example", whole, export.Options{Check: true}}, {"private", whole, export.Options{Private: true}},
		{"unfinished", short, export.Options{Check: true}}, {"withdrawn", back, export.Options{Check: true}},
		{"signed", build(t, signed(t, consulted(t))), export.Options{Check: true}}, {"amended", spoken(t), export.Options{Private: true}},
	}
	for _, test := range tests {
		for _, format := range export.Formats() {
			got, err := format.Write(test.summary, english(t), test.options)
			if err != nil {
				t.Fatal(err)
			}
			if test.options.Check {
				got = export.Stamp(format.Name, got, exampleNote)
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
