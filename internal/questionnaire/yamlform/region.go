package yamlform

import (
	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
	"informed/internal/region"
)

// DecodeRegion reads a region file, as strictly as a questionnaire. name is what diagnostics call it. The Region is nil if
// there is one; none of its texts holds a character that acts on a terminal.
func DecodeRegion(name string, data []byte) (*region.Region, []questionnaire.Diagnostic) {
	r := &report{file: name, genre: regionFile()}
	root := document(r, data, newGrammar(), regionShape())
	if len(r.found) > 0 {
		return nil, r.sorted()
	}
	made := regionOf(root)
	made.Hash, made.Raw = hash(data), data
	return made, nil
}

func regionOf(root *yaml.Node) *region.Region {
	r := &region.Region{Language: "en"}
	for key, n := range pairs(root) {
		switch key.Value {
		case "id":
			r.ID = textOf(n)
		case "name":
			r.Name = textOf(n)
		case "language":
			r.Language = textOf(n)
		case "facts":
			r.Facts = facts(n)
		}
	}
	return r
}

// facts gives the facts in the order of the file.
func facts(n *yaml.Node) []region.Fact {
	var all []region.Fact
	for key, entries := range pairs(n) {
		for _, entry := range entries.Content {
			all = append(all, fact(key.Value, entry))
		}
	}
	return all
}

func fact(name string, n *yaml.Node) region.Fact {
	f := region.Fact{Name: name}
	for key, v := range pairs(n) {
		switch key.Value {
		case "title":
			f.Title = textOf(v)
		case "publisher":
			f.Publisher = textOf(v)
		case "url":
			f.URL = textOf(v)
		case "text":
			f.Text = textOf(v)
		case "checked":
			f.Checked = textOf(v)
		case "evidence":
			f.Evidence = questionnaire.Evidence(textOf(v))
		}
	}
	return f
}

// maxFacts is how many entries a fact may have: more would hide the first.
const maxFacts = 10

func regionShape() *shape {
	named := &shape{kind: recordKind}
	for _, name := range questionnaire.LocalFacts() {
		named.fields = append(named.fields, field{name, list(maxFacts, factShape()), true, ""})
	}
	return &shape{kind: recordKind, fields: []field{
		{"format", word([]string{region.Format}), true, ""},
		{"id", code(idForm()), true, ""},
		{"name", line(maxLabel), true, ""},
		{"facts", named, true, ""},
		{"language", code(languageForm()), false, ""},
	}}
}

// factShape asks for the day and the evidence of each fact: one that is old or known by hearsay must say so.
func factShape() *shape {
	return &shape{kind: recordKind, fields: []field{
		{"title", line(maxLabel), true, ""},
		{"text", line(maxLine), true, ""},
		{"checked", code(dateForm()), true, ""},
		{"evidence", word(questionnaire.Evidences()), true, ""},
		{"publisher", line(maxLabel), false, ""},
		{"url", code(urlForm()), false, ""},
	}}
}
