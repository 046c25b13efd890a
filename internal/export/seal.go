package export

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// SealLine is the first line of every seal.
const SealLine = "informed copy v1"

// seam is how a format carries a seal: at its end, in one form only.
type seam struct {
	put  func(content []byte, note string) []byte                 // nil where content cannot take a seal
	take func(data []byte) (content []byte, note string, ok bool) // undoes put
}

// Stamp puts a seal on a copy: a note on all of its content, to be checked by whoever has the file. The note begins with
// [SealLine] and has nothing in it that would end the seal before its end; else, and for a format that there is not or a
// content that is not in it, Stamp gives nil.
func Stamp(format string, content []byte, note string) []byte {
	at := slices.IndexFunc(Formats(), func(f Format) bool { return f.Name == format })
	if at < 0 || !sealing(note) {
		return nil
	}
	return Formats()[at].seal.put(content, note)
}

// Unstamp finds the seal of a copy and takes it off. Every byte is either the content's or the seal's, and stamping the
// content again gives the same bytes. Only what stands at the very end is a seal, whatever a person wrote before. ok is
// false where there is none, as after a change to the line ends or the wrapping of a copy.
func Unstamp(data []byte) (format string, content []byte, note string, ok bool) {
	for _, f := range Formats() {
		content, note, ok := f.seal.take(data)
		if ok && sealing(note) && bytes.Equal(data, f.seal.put(content, note)) {
			return f.Name, content, note, true
		}
	}
	return "", nil, "", false
}

// sealing reports whether a note can be that of a seal.
func sealing(note string) bool {
	rest, ok := strings.CutPrefix(note, SealLine+"\n")
	return ok && strings.HasSuffix(note, "\n") && !strings.Contains("\n"+rest, "\n"+SealLine+"\n") && !strings.Contains(note, fence)
}

// fence opens and closes a block of code in Markdown.
const fence = "```"

// between is the seam of a format in which a seal stands after all else, between two marks.
func between(before, after string) seam {
	return seam{
		put: func(content []byte, note string) []byte {
			return slices.Concat(content, []byte(before), []byte(note), []byte(after))
		},
		take: func(data []byte) ([]byte, string, bool) {
			rest, ok := bytes.CutSuffix(data, []byte(after))
			at := bytes.LastIndex(rest, []byte(before+SealLine+"\n"))
			if !ok || at < 0 {
				return nil, "", false
			}
			return rest[:at], string(rest[at+len(before):]), true
		},
	}
}

const (
	sealKey   = ",\n  \"seal\": " // after the last value of our own
	objectEnd = "\n}\n"
)

// member is the seam of JSON: the last key of the object.
func member() seam {
	return seam{
		put: func(content []byte, note string) []byte {
			inside, ok := bytes.CutSuffix(content, []byte(objectEnd))
			value, err := json.Marshal(note)
			if !ok || len(inside) < len("{\n") || err != nil {
				return nil
			}
			return slices.Concat(inside, []byte(sealKey), value, []byte(objectEnd))
		},
		take: func(data []byte) ([]byte, string, bool) {
			inside, ok := bytes.CutSuffix(data, []byte(objectEnd))
			at := bytes.LastIndex(inside, []byte(sealKey)) // no string holds a line break, so this is a key
			var note string
			if !ok || at < 0 || json.Unmarshal(inside[at+len(sealKey):], &note) != nil {
				return nil, "", false
			}
			return slices.Concat(inside[:at], []byte(objectEnd)), note, true
		},
	}
}
