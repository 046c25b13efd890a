package yamlform

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// within gives the place of a byte of a text. Where the text is written in a way that cannot be followed, it is the place
// where the text begins.
func (f *File) within(n *yaml.Node, offset int) place {
	begin := place{n.Line, n.Column}
	if n.Kind != yaml.ScalarNode || offset > len(n.Value) {
		return begin
	}
	data := bytes.TrimPrefix(f.Definition.Raw, []byte("\uFEFF"))
	t := tracer{data: data, at: offsetOf(data, begin), style: n.Style}
	t.open()
	for i, char := range n.Value {
		if unicode.IsSpace(char) {
			continue
		}
		if !t.reach(char) {
			return begin
		}
		if i >= offset {
			return placeOf(data, t.at)
		}
		t.at += utf8.RuneLen(char)
	}
	return begin
}

// offsetOf gives the byte at a place.
func offsetOf(data []byte, at place) int {
	offset := 0
	for line := 1; line < at.line; line++ {
		offset += bytes.IndexByte(data[offset:], '\n') + 1
	}
	for column := 1; column < at.column && offset < len(data); column++ {
		_, size := utf8.DecodeRune(data[offset:])
		offset += size
	}
	return offset
}

// tracer follows a text through the bytes that it is written in. Spaces are passed over on both sides: how they are
// written is what differs most.
type tracer struct {
	data  []byte
	at    int
	style yaml.Style
}

// open goes to where the text itself begins.
func (t *tracer) open() {
	switch {
	case t.style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		if end := bytes.IndexByte(t.data[t.at:], '\n'); end >= 0 {
			t.at += end
		}
	case t.style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		t.at++
	}
}

// reach goes to the next character of the text, and is false if another stands there.
func (t *tracer) reach(char rune) bool {
	t.spaces()
	rest := t.data[t.at:]
	switch {
	case t.style&yaml.DoubleQuotedStyle != 0 && bytes.HasPrefix(rest, []byte(`\`)):
		t.at++
		t.spaces()
	case t.style&yaml.SingleQuotedStyle != 0 && bytes.HasPrefix(rest, []byte(`''`)):
		t.at++
	}
	next, _ := utf8.DecodeRune(t.data[min(t.at, len(t.data)):])
	return next == char
}

func (t *tracer) spaces() {
	for t.at < len(t.data) {
		char, size := utf8.DecodeRune(t.data[t.at:])
		if !unicode.IsSpace(char) {
			return
		}
		t.at += size
	}
}
