package yamlform_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
)

func TestLocateWithin(t *testing.T) {
	const file = head + `items:
  - id: a
    type: display
    explain: |

      It came to
        **10** of 100.
    text: >-
      One line
      and é then 20.

      A third
  - {id: b, type: yes-no, text: 'It''s
      30', check: "A \"40\" and \
      50", do: "\x41 60"}
`
	tests := []struct {
		pointer, word string
		line, column  int
	}{
		{"/items/0/explain", "It", 10, 7},
		{"/items/0/explain", "10", 11, 11},
		{"/items/0/text", "One", 13, 7},
		{"/items/0/text", "20", 14, 18},
		{"/items/0/text", "third", 16, 9},
		{"/items/1/text", "30", 18, 7},
		{"/items/1/check", "40", 18, 24},
		{"/items/1/check", "50", 19, 7},
		{"/items/1/do", "60", 19, 16}, // what a code stands for is not followed
		{"/items/1/id", "b", 17, 10},
	}
	decoded, found := yamlform.Decode("file.yaml", []byte("\uFEFF"+file))
	if decoded == nil {
		t.Fatal(found)
	}
	a, b := decoded.Definition.Items[0], decoded.Definition.Items[1]
	texts := map[string]string{"/items/0/explain": a.Explain, "/items/0/text": a.Text, "/items/1/text": b.Text,
		"/items/1/check": b.Check, "/items/1/do": b.Do, "/items/1/id": b.ID}
	for _, test := range tests {
		at := strings.Index(texts[test.pointer], test.word)
		d := []questionnaire.Diagnostic{{Pointer: test.pointer, Offset: at + 1}}
		if decoded.Locate(d); at < 0 || d[0].Line != test.line || d[0].Column != test.column {
			t.Errorf("%s in %q: %d:%d, want %d:%d", test.word, texts[test.pointer], d[0].Line, d[0].Column, test.line, test.column)
		}
	}
}

// Wherever a letter of an explanation stands in a file, that is where it is found.
func TestLocateWithinEveryText(t *testing.T) {
	paths, err := filepath.Glob("../../../questionnaires/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no questionnaires", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, _ := yamlform.Decode(path, data)
		lines := bytes.Split(data, []byte("\n"))
		for i, it := range file.Definition.Items {
			pointer := "/items/" + string(rune('0'+i)) + "/text"
			if i > 9 || it.Text == "" {
				continue
			}
			for at, char := range it.Text {
				if unicode.IsSpace(char) {
					continue
				}
				d := []questionnaire.Diagnostic{{Pointer: pointer, Offset: at + 1}}
				file.Locate(d)
				line := []rune(string(lines[d[0].Line-1]))
				if got := line[d[0].Column-1]; got != char || utf8.RuneLen(char) == 0 {
					t.Fatalf("%s: %q of %s is found at %d:%d, where %q stands", path, char, it.ID, d[0].Line, d[0].Column, got)
				}
			}
		}
	}
}
