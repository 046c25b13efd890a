package yamlform_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
)

var update = flag.Bool("update", false, "write what the package says into the corpus")

// A case of the corpus is a file and what Load says about it, as line:column code. Its comment says what the file shows
// and, where one of these lines stands in it, who cannot see the problem.
const (
	schemaBlind = "The schema cannot see it."
	compileOnly = "Only Compile sees it."
)

type corpusCase struct {
	name, path string
	about      string
	file, want []byte
}

func (c *corpusCase) marked(line string) bool { return strings.Contains(c.about, line) }

const (
	fileBegins = "-- file.yaml --\n"
	wantBegins = "-- want --\n"
)

func corpus(t testing.TB) []corpusCase {
	t.Helper()
	paths, err := filepath.Glob("testdata/corpus/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no corpus", err)
	}
	cases := make([]corpusCase, 0, len(paths))
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		about, rest, ok := bytes.Cut(data, []byte(fileBegins))
		file, want, ok2 := bytes.Cut(rest, []byte(wantBegins))
		if !ok || !ok2 {
			t.Fatalf("%s does not hold file.yaml and want", path)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		cases = append(cases, corpusCase{name, path, string(about), file, want})
	}
	return cases
}

func TestCorpus(t *testing.T) {
	for _, c := range corpus(t) {
		t.Run(c.name, func(t *testing.T) {
			q, found := yamlform.Load("file.yaml", c.file)
			got := places(found)
			if *update {
				text := c.about + fileBegins + string(c.file) + wantBegins + got
				if err := os.WriteFile(c.path, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(c.want), got); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
			if good := strings.HasPrefix(c.name, "good-"); good != (len(found) == 0) || good != (q != nil) {
				t.Errorf("questionnaire %v with %d diagnostics", q != nil, len(found))
			}
			file, decoded := yamlform.Decode("file.yaml", c.file)
			if (file == nil) != (len(decoded) > 0) || c.marked(compileOnly) == (file == nil && len(found) > 0) && len(found) > 0 {
				t.Errorf("Decode gave a file: %v, and %v", file != nil, decoded)
			}
		})
	}
}

func places(found []questionnaire.Diagnostic) string {
	var b strings.Builder
	for _, d := range found {
		fmt.Fprintf(&b, "%d:%d %s\n", d.Line, d.Column, d.Code)
	}
	return b.String()
}

// The words of all diagnostics stand in one file, so that they can be read through.
func TestMessages(t *testing.T) {
	const golden = "testdata/messages.golden"
	var b strings.Builder
	for _, c := range corpus(t) {
		_, found := yamlform.Decode(c.name, c.file)
		for _, d := range found {
			fmt.Fprintf(&b, "%s\n\thint: %s\n", d, d.Hint)
		}
	}
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("messages (-want +got):\n%s", diff)
	}
}
