package yamlform_test

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/text"
)

func FuzzDecode(f *testing.F) {
	for _, c := range corpus(f) {
		f.Add(c.file)
	}
	for _, b := range bombs() {
		if data := b.make(); len(data) < 4096 {
			f.Add([]byte(data))
		}
	}
	schema := compiledSchema(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		file, found := yamlform.Decode("file.yaml", data)
		checkDiagnostics(t, data, found)
		if (file == nil) != (len(found) > 0) {
			t.Fatalf("a file: %v, with %v", file != nil, found)
		}
		q, loaded := yamlform.Load("file.yaml", data)
		checkDiagnostics(t, data, loaded)
		if (q == nil) != (len(loaded) > 0) {
			t.Fatalf("a questionnaire: %v, with %v", q != nil, loaded)
		}
		if file == nil {
			return
		}
		checkTexts(t, reflect.ValueOf(file.Definition))
		var document yaml.Node
		if err := yaml.Unmarshal(data, &document); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(asJSON(&document)); err != nil {
			t.Errorf("the schema refuses what Decode takes: %v", err)
		}
	})
}

// checkDiagnostics checks that what an author is told stands in the file, in its order, and may be shown as it is.
func checkDiagnostics(t *testing.T, data []byte, found []questionnaire.Diagnostic) {
	t.Helper()
	lines := bytes.Split(data, []byte("\n"))
	if !slices.IsSortedFunc(found, func(a, b questionnaire.Diagnostic) int { return a.Line - b.Line }) || len(found) > 201 {
		t.Errorf("%d diagnostics out of order: %v", len(found), found)
	}
	for _, d := range found {
		if d.Line < 1 || d.Line > len(lines) || d.Column < 1 || d.Column > 1+utf8.RuneCount(lines[d.Line-1]) {
			t.Errorf("not in the file: %v", d)
		}
		if d.Code == "" || d.Message == "" || d.Hint == "" || d.File != "file.yaml" || d.Severity != questionnaire.Error {
			t.Errorf("something is missing: %+v", d)
		}
		if text.Check(d.Message+d.Hint) != nil || strings.Contains(d.Message+d.Hint, "\n") {
			t.Errorf("not to be shown: %+v", d)
		}
	}
}

// checkTexts checks every string that v holds.
func checkTexts(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		if err := text.CheckMarkdown(v.String()); err != nil {
			t.Errorf("%q: %v", v.String(), err)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			checkTexts(t, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			checkTexts(t, v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			checkTexts(t, v.Elem())
		}
	}
}
