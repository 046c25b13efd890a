package yamlform

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// File is a questionnaire file that is right in itself. What its parts say about each other is not checked yet.
type File struct {
	Name       string
	Definition questionnaire.Definition

	root *yaml.Node
}

// Decode reads a file. name is what diagnostics call it. The File is nil if one of them is an error; none of the texts of
// a File holds a character that acts on a terminal.
func Decode(name string, data []byte) (*File, []questionnaire.Diagnostic) {
	r := &report{file: name, genre: questionnaireFile()}
	file := decode(r, data)
	if len(r.found) > 0 {
		return nil, r.sorted()
	}
	return file, nil
}

// Load reads a file and compiles it. Every Diagnostic has its line and column. The Questionnaire is nil if one of them is
// an error.
func Load(name string, data []byte) (*questionnaire.Questionnaire, []questionnaire.Diagnostic) {
	r := &report{file: name, genre: questionnaireFile()}
	file := decode(r, data)
	if file == nil {
		return nil, r.sorted()
	}
	decoded := slices.Clone(r.found)
	q, compiled := questionnaire.Compile(file.Definition)
	file.Locate(compiled)
	for _, d := range compiled {
		if len(decoded) == 0 || standsAlone(d, file, decoded) {
			r.found = append(r.found, d)
		}
	}
	if len(decoded) > 0 {
		q = nil
	}
	return q, r.sorted()
}

// decode gives the file as far as it could be read, or nil if there is no document.
func decode(r *report, data []byte) *File {
	g := newGrammar()
	root := document(r, data, g, g.document)
	if root == nil {
		return nil
	}
	file := &File{Name: r.file, Definition: definition(root), root: root}
	file.Definition.Hash, file.Definition.Raw = hash(data), data
	return file
}

// document reads the one document of a file and checks it by its shape. It is nil if there is none that could be read.
func document(r *report, data []byte, g *grammar, s *shape) *yaml.Node {
	if len(data) > r.genre.most {
		r.add(place{1, 1}, "too-large", r.genre.smaller, "this file is larger than %s", size(r.genre.most))
		return nil
	}
	text, ok := encoding(r, data)
	if !ok {
		return nil
	}
	o := outlineOf(text)
	if o.refusal != nil {
		r.add(placeOf(text, o.refusal.at), o.refusal.code, o.refusal.hint, "%s", o.refusal.message)
		return nil
	}
	c := &checker{report: r, grammar: g, alphabet: &alphabet{}}
	if text, ok = characters(r, c.alphabet, text); !ok {
		o = outlineOf(text)
	}
	if r.tooMany() || hopeless(c, text, o) {
		return nil
	}
	for _, at := range o.empties {
		r.add(placeOf(text, at), "tag", "take it out; if a text begins with !, put it in quotes", "a tag (!) may not stand here")
	}
	root := parse(r, text, o)
	if root == nil {
		return nil
	}
	c.value(s, root, "a "+r.genre.noun)
	return root
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// standsAlone reports whether a finding of Compile is true whatever comes of the problems found before: it is not about
// something that names something else, and not about an item that has a problem of its own.
func standsAlone(d questionnaire.Diagnostic, file *File, decoded []questionnaire.Diagnostic) bool {
	about := []string{"unknown-", "later-item", "bad-operator", "bad-operand", "no-answer", "no-item", "closing-order"}
	if slices.ContainsFunc(about, func(code string) bool { return strings.HasPrefix(d.Code, code) }) {
		return false
	}
	first, last := file.span(d.Pointer)
	return !slices.ContainsFunc(decoded, func(e questionnaire.Diagnostic) bool { return first <= e.Line && e.Line <= last })
}
