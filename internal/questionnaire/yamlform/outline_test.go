package yamlform

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// FuzzOutline checks what the bounds rest on: the outline of a file that the parser can read never counts fewer values,
// nor less depth, than the parser finds.
func FuzzOutline(f *testing.F) {
	paths, err := filepath.Glob("testdata/corpus/*.txtar")
	if err != nil || len(paths) == 0 {
		f.Fatal("no corpus", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		_, rest, _ := bytes.Cut(data, []byte("-- file.yaml --\n"))
		file, _, _ := bytes.Cut(rest, []byte("-- want --\n"))
		f.Add(file)
	}
	for _, s := range []string{"{?,?,}", "[:,::]", "[[[]]]", "- - - a", "? ? ? a", "a: &b [*b]", "[a#b, 'c''d', \"e\\\"\"]",
		"a: |\n\n  b\n c", "a: b\n  'c\n  [d", "- a\n-\n- b: c\n  d: e\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(checkOutline)
}

// TestOutlineOfTokens is the same for files that are made of what YAML is made of.
func TestOutlineOfTokens(t *testing.T) {
	tokens := []string{"[", "]", "{", "}", ",", ", ", ":", ": ", "?", "? ", "-", "- ", "#", " #", "'", "\"", "\n", "\n", "\n  ", "\n    ", " ", "a", "b",
		"a: ", "- a", "&a ", "*a", "!", "!a ", "|\n", "> ", "\\", "---\n", "...\n", "%", "\r\n", "'a'", "\"a\""}
	random := rand.New(rand.NewPCG(9, 10))
	readable := 0
	for range 20_000 {
		var b strings.Builder
		for range 1 + random.IntN(9) {
			b.WriteString(tokens[random.IntN(len(tokens))])
		}
		entry := b.String()
		for _, text := range []string{entry, strings.Repeat("- "+entry+"\n", 9), "[" + strings.Repeat(entry+",", 9) + "]", "{" + strings.Repeat(entry+",", 9) + "}"} {
			if yaml.Unmarshal([]byte(text), &yaml.Node{}) == nil {
				readable++
				checkOutline(t, []byte(text))
			}
		}
	}
	if readable < 5000 {
		t.Errorf("only %d were YAML", readable)
	}
}

// checkOutline compares the outline with what the parser finds in a file that it can read.
func checkOutline(t *testing.T, data []byte) {
	r := &report{}
	text, ok := encoding(r, data)
	if !ok {
		return
	}
	text, _ = characters(r, &alphabet{}, text)
	o := outlineOf(text)
	var document yaml.Node
	if o.refusal != nil || yaml.Unmarshal(text, &document) != nil {
		return
	}
	nodes, depth := measure(&document)
	if nodes > o.values+2 {
		t.Errorf("%d nodes, the outline counted %d values in %q", nodes, o.values, text)
	}
	if depth > maxNesting+2 {
		t.Errorf("%d levels deep: %q", depth, text)
	}
}

func measure(n *yaml.Node) (nodes, depth int) {
	nodes = 1
	for _, child := range n.Content {
		more, deep := measure(child)
		nodes, depth = nodes+more, max(depth, deep)
	}
	return nodes, depth + 1
}
