package yamlform

import (
	"cmp"
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"informed/internal/questionnaire"
)

const (
	maxFound = 1000 // beyond it, looking on is of no use
	maxShown = 200
)

// report collects the problems of one file.
type report struct {
	file  string
	genre genre
	found []questionnaire.Diagnostic
}

// tooMany reports whether there are more problems than are shown.
func (r *report) tooMany() bool { return len(r.found) > maxShown }

// full reports whether enough problems were found to stop looking.
func (r *report) full() bool { return len(r.found) >= maxFound }

func (r *report) add(at place, code, hint, format string, args ...any) {
	if r.full() {
		return
	}
	r.found = append(r.found, questionnaire.Diagnostic{
		File: r.file, Line: at.line, Column: at.column, Severity: questionnaire.Error,
		Code: code, Message: fmt.Sprintf(format, args...), Hint: hint,
	})
}

func (r *report) node(n *yaml.Node, code, hint, format string, args ...any) {
	r.add(place{n.Line, n.Column}, code, hint, format, args...)
}

// sorted gives the problems in the order of the lines, the first of them if there are too many to be read.
func (r *report) sorted() []questionnaire.Diagnostic {
	slices.SortStableFunc(r.found, func(a, b questionnaire.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if !r.tooMany() {
		return r.found
	}
	last := r.found[maxShown-1]
	shown := slices.Clip(r.found[:maxShown])
	return append(shown, questionnaire.Diagnostic{
		File: r.file, Line: last.Line, Column: last.Column, Severity: questionnaire.Error, Code: "too-many-problems",
		Message: fmt.Sprintf("there are more problems than these %d", maxShown), Hint: "mend these first",
	})
}
