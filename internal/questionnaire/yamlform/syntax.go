package yamlform

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// parse reads the one document of the file. It reports what is not YAML, and gives nil if there is nothing to go on with.
func parse(r *report, data []byte, o *outline) *yaml.Node {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, next yaml.Node
	switch err := decoder.Decode(&document); {
	case errors.Is(err, io.EOF):
		emptyFile(r)
		return nil
	case err != nil:
		syntaxError(r, data, o, err)
		return nil
	}
	if root := document.Content[0]; root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		emptyFile(r)
		return nil
	}
	if err := decoder.Decode(&next); !errors.Is(err, io.EOF) {
		at := place{next.Line, next.Column}
		if o.second > 0 || err != nil {
			at = placeOf(data, o.second)
		}
		r.add(at, "second-document", "put it in a file of its own, or take the line --- out", "a second %s begins here", r.genre.noun)
	}
	return document.Content[0]
}

func emptyFile(r *report) {
	r.add(place{1, 1}, "empty-file", "begin it with format: "+r.genre.format, "there is nothing in this file")
}

// syntaxError tells what is not YAML. The outline knows the place best; else the parser's own words give a line.
func syntaxError(r *report, data []byte, o *outline, err error) {
	line, problem := splitError(err)
	switch {
	case strings.Contains(problem, "unknown anchor"):
		r.add(placeOf(data, o.alias), "alias", "write the text out; if a text begins with *, put it in quotes", "this name stands for nothing")
	case o.suspect != nil:
		r.add(placeOf(data, o.suspect.at), o.suspect.code, o.suspect.hint, "%s", o.suspect.message)
	default:
		message, hint := explain(problem)
		r.add(lineStart(data, line), "syntax", hint, "%s", message)
	}
}

// splitError gives the line of a parser's error, from 1, and what it says.
func splitError(err error) (line int, problem string) {
	problem = strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(problem, "line "); ok {
		if number, what, ok := strings.Cut(rest, ": "); ok {
			line, _ = strconv.Atoi(number)
			problem = what
		}
	}
	for _, p := range []string{"key", "'-' indicator", "',' or", "node content", "<"} {
		if strings.HasPrefix(problem, "did not find expected "+p) {
			line++ // these count lines from 0
			break
		}
	}
	return max(line, 1), problem
}

// explain puts an error of the parser into plain words.
func explain(problem string) (message, hint string) {
	for _, k := range [][3]string{
		{"could not find expected ':'", "there is no colon in this line", "write the key, a colon, a space and the value"},
		{"mapping values are not allowed", "there is a colon in the middle of a text", "put the text in quotes"},
		{"cannot start any token", "a text cannot begin with this character", "put the text in quotes"},
		{"did not find expected key", "the lines from here on do not fit together", "look at the indentation and the quotes"},
		{"did not find expected '-'", "this list does not fit together", "begin each entry with - under the one before"},
		{"did not find expected ','", "these brackets do not fit together", "look for a missing comma or bracket"},
		{"unexpected end of stream", "this quote is opened and never closed", "add the closing quote"},
		{"directive", "a line may not begin with %", "take the line out"},
		{"tag", "a text cannot begin with !", "put the text in quotes"},
	} {
		if strings.Contains(problem, k[0]) {
			return k[1], k[2]
		}
	}
	return "this cannot be read as YAML", "look for a missing quote or bracket here or on the lines before"
}
