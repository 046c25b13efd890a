package app

import (
	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

// Sheet is what a file of answers says. Whether it fits a questionnaire is found out by [Fill].
type Sheet struct {
	Questionnaire string  // id, "" where the file does not say
	Language      string  // tag, "" where the file does not say
	Answers       []Reply // in the order of the file
	Talk          []Reply // the items to talk about; they have no parts
	Decision      *Reply  // nil where there is none
	Attest        *Reply

	file string
}

// Reply is one answer as it stands in a file.
type Reply struct {
	Item         string // id; "" of the decision and the attestation
	Parts        []Part // one, or those of a list
	Line, Column int
}

// Part is one value, or an option with the person's own words.
type Part struct {
	Text  string
	Words string
	Open  bool // Words were given
}

var sheetKeys = []string{"questionnaire", "language", "answers", "talk", "decision", "attest"}

// ReadAnswers reads a file of answers. name is how the diagnostics call the file. The Sheet is of use only where there is
// no diagnostic. None of them holds an answer.
func ReadAnswers(name string, data []byte) (Sheet, []questionnaire.Diagnostic) {
	r := &reader{file: name}
	sheet := Sheet{file: name}
	top := r.parse(data)
	if top == nil {
		if len(r.found) == 0 {
			r.report(1, 1, "no-answers", "write the answers under answers", "the file is empty")
		}
		return sheet, r.found
	}
	r.pairs(top, func(key, value *yaml.Node) { r.sheet(&sheet, key, value) })
	return sheet, r.found
}

func (r *reader) sheet(sheet *Sheet, key, value *yaml.Node) {
	switch key.Value {
	case "questionnaire":
		sheet.Questionnaire, _ = r.scalar(value)
	case "language":
		sheet.Language, _ = r.scalar(value)
	case "answers":
		sheet.Answers = r.replies(value)
	case "talk":
		sheet.Talk = r.talk(value)
	case "decision":
		sheet.Decision = r.single(value)
	case "attest":
		sheet.Attest = r.single(value)
	default:
		r.unknown(key, sheetKeys)
	}
}

func (r *reader) replies(n *yaml.Node) []Reply {
	if n.Kind != yaml.MappingNode {
		r.node(n, "wrong-type", "write id: answer, one on a line", "the answers must stand under their items' ids")
		return nil
	}
	var replies []Reply
	r.pairs(n, func(key, value *yaml.Node) {
		reply := Reply{Item: key.Value, Line: key.Line, Column: key.Column, Parts: r.parts(value)}
		if len(reply.Parts) > 0 {
			replies = append(replies, reply)
		}
	})
	return replies
}

// parts reads an answer: one value or a list of them. An empty value is no answer.
func (r *reader) parts(n *yaml.Node) []Part {
	nodes := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		nodes = n.Content
	}
	var parts []Part
	for _, n := range nodes {
		if n.Kind == yaml.MappingNode {
			parts = append(parts, r.open(n))
		} else if text, ok := r.scalar(n); ok && text != "" {
			parts = append(parts, Part{Text: text})
		}
	}
	return parts
}

// open reads {option: words}.
func (r *reader) open(n *yaml.Node) Part {
	if len(n.Content) != 2 {
		r.node(n, "wrong-type", "write {option: the words}", "an answer in own words is one option with its words")
		return Part{}
	}
	option, _ := r.scalar(n.Content[0])
	words, _ := r.scalar(n.Content[1])
	return Part{Text: option, Words: words, Open: true}
}

func (r *reader) talk(n *yaml.Node) []Reply {
	if n.Kind != yaml.SequenceNode {
		r.node(n, "wrong-type", "write [id, id]", "talk must be a list of items' ids")
		return nil
	}
	var replies []Reply
	for _, n := range n.Content {
		if id, ok := r.scalar(n); ok {
			replies = append(replies, Reply{Item: id, Line: n.Line, Column: n.Column})
		}
	}
	return replies
}

func (r *reader) single(n *yaml.Node) *Reply {
	text, ok := r.scalar(n)
	if !ok || text == "" {
		return nil
	}
	return &Reply{Parts: []Part{{Text: text}}, Line: n.Line, Column: n.Column}
}
