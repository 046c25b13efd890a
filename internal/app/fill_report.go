package app

import (
	"fmt"
	"regexp"

	"informed/internal/questionnaire"
)

// missing says that an item needs an answer, unless a problem with its answer was told already.
func (f *filler) missing(id string) {
	for _, d := range f.report.found {
		if d.Pointer == id {
			return
		}
	}
	f.report.report(1, 1, "incomplete", "give it an answer; unsure is one", "%q needs an answer", id)
}

// unused warns of replies whose item never came up.
func (f *filler) unused() {
	for _, reply := range f.sheet.Answers {
		e, ok := f.session.Questionnaire().Entry(reply.Item)
		if _, fits := f.values[reply.Item]; ok && e.Type.Question() && fits && !f.met[reply.Item] {
			f.hidden(reply)
		}
	}
	for _, reply := range f.sheet.Talk {
		if f.talk[reply.Item] && !f.met[reply.Item] {
			f.hidden(reply)
		}
	}
}

func (f *filler) hidden(reply Reply) {
	f.problem(reply, "not-used", "this is as it should be, if you meant it", "%q is not asked of someone with these answers", reply.Item)
	f.report.found[len(f.report.found)-1].Severity = questionnaire.Caution
}

func (f *filler) misfit(reply Reply, it *questionnaire.Item, problem *questionnaire.Problem) {
	f.problem(reply, problem.Code, "it takes "+takes(it), "the answer to %q does not fit", it.ID)
}

func (f *filler) problem(reply Reply, code, hint, format string, args ...any) {
	f.report.report(reply.Line, reply.Column, code, hint, format, args...)
	f.report.found[len(f.report.found)-1].Pointer = reply.Item
}

var idShape = regexp.MustCompile(`^[a-z][a-z0-9-]{0,63}$`)

// unknown reports a name that no item has. It is quoted only where it looks like one: it may be an answer that slipped
// into the wrong place.
func (f *filler) unknown(reply Reply) {
	if !idShape.MatchString(reply.Item) {
		f.problem(reply, "unknown-item", "use the ids of the questionnaire's items", "this is not the id of an item")
		return
	}
	hint := "informed show " + f.session.Questionnaire().ID + " lists the items"
	if near := questionnaire.Suggest(reply.Item, f.ids()); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	f.problem(reply, "unknown-item", hint, "the questionnaire has no item %q", reply.Item)
}

func (f *filler) ids() []string {
	var ids []string
	for _, e := range f.session.Questionnaire().Entries() {
		ids = append(ids, e.ID)
	}
	return ids
}
