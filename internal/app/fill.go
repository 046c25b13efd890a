package app

import (
	"fmt"
	"regexp"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// Fill gives the answers of a sheet to a session that was just started, screen by screen, as a person would, and goes on
// until the end or until something that is required is missing. The diagnostics say what did not fit, as errors, and
// what was not used because its item is hidden, as warnings. None of them holds an answer.
func Fill(s *session.Session, sheet Sheet) []questionnaire.Diagnostic {
	f := &filler{
		session: s, sheet: sheet, report: &reader{file: sheet.file},
		values: map[string]questionnaire.Value{}, talk: map[string]bool{}, met: map[string]bool{},
	}
	if q := s.Questionnaire(); sheet.Questionnaire != "" && sheet.Questionnaire != q.ID {
		f.report.report(1, 1, "other-questionnaire", "give the answers to the questionnaire that they are for",
			"these answers are for another questionnaire than %q", q.ID)
		return f.report.found
	}
	f.sort()
	if f.walk() {
		f.unused()
	}
	return f.report.found
}

// filler is one sheet on its way into a session.
type filler struct {
	session *session.Session
	sheet   Sheet
	report  *reader
	values  map[string]questionnaire.Value // by item
	talk    map[string]bool
	met     map[string]bool // items whose screen came up
}

// sort puts each reply to its item and leaves out what does not fit.
func (f *filler) sort() {
	for _, reply := range f.sheet.Answers {
		if f.question(reply) {
			f.take(reply)
		}
	}
	for _, reply := range f.sheet.Talk {
		f.talk[reply.Item] = f.question(reply)
	}
	f.closing(f.sheet.Decision, questionnaire.TypeDecision)
	f.closing(f.sheet.Attest, questionnaire.TypeAttestation)
}

// take keeps a reply, or says that it does not fit its item.
func (f *filler) take(reply Reply) {
	e, _ := f.session.Questionnaire().Entry(reply.Item)
	v, ok := value(e.Item, reply.Parts)
	problem := e.Validate(v)
	if !ok {
		problem = &questionnaire.Problem{Code: "wrong-shape", Item: e.ID}
	}
	if problem != nil {
		f.misfit(reply, e.Item, problem)
		return
	}
	f.values[e.ID] = v
}

// question reports whether the reply names a question, and says so where it does not.
func (f *filler) question(reply Reply) bool {
	e, ok := f.session.Questionnaire().Entry(reply.Item)
	switch {
	case !ok:
		f.unknown(reply)
	case e.Type == questionnaire.TypeDecision || e.Type == questionnaire.TypeAttestation:
		f.problem(reply, "wrong-place", "write it beside answers, under decision or attest", "%q does not belong here", e.ID)
	case !e.Type.Question():
		f.problem(reply, "no-answer", "take it away", "%q is a %s and takes no answer", e.ID, e.Type)
	default:
		return true
	}
	return false
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

// closing puts the decision or the attested name to the item of the type.
func (f *filler) closing(reply *Reply, t questionnaire.Type) {
	if reply == nil {
		return
	}
	for _, e := range f.session.Questionnaire().Entries() {
		if e.Type == t {
			found := *reply
			found.Item = e.ID
			f.take(found)
			return
		}
	}
	f.problem(*reply, "unknown-item", "take it away", "the questionnaire has no %s", t)
}

// walk goes from screen to screen. It reports whether it came to the end.
func (f *filler) walk() bool {
	for {
		p := f.session.Prompt()
		switch p.Kind {
		case session.Question, session.Decide, session.Attest:
			f.met[p.Entry.ID] = true
			f.answer(p)
		case session.Done:
			return true
		}
		if problem := f.session.Next(); problem != nil {
			f.missing(problem.Item)
			return false
		}
	}
}

// answer gives what is there for the item on the screen; of a quiz, the next try.
func (f *filler) answer(p session.Prompt) {
	if f.talk[p.Entry.ID] && !p.Talk {
		f.session.Flag(p.Entry.ID, true)
	}
	v := f.values[p.Entry.ID]
	if p.Entry.Type == questionnaire.TypeQuiz {
		try := len(p.Answer.Codes)
		if try >= len(v.Codes) {
			return
		}
		v = questionnaire.Codes(v.Codes[try])
	}
	if problem := f.session.Answer(p.Entry.ID, v); problem != nil {
		f.misfit(f.reply(p.Entry.ID), p.Entry.Item, problem)
	}
}

// reply finds the reply to an item again, for its place in the file.
func (f *filler) reply(id string) Reply {
	for _, reply := range f.sheet.Answers {
		if reply.Item == id {
			return reply
		}
	}
	return Reply{Item: id, Line: 1, Column: 1}
}

// missing says at which item the walk ended, unless a problem with its answer was told already.
func (f *filler) missing(id string) {
	for _, d := range f.report.found {
		if d.Pointer == id {
			return
		}
	}
	f.report.report(1, 1, "incomplete", "give it an answer; unsure is one", "%q has no answer, and what comes after it was not asked", id)
}

// unused warns of replies whose item never came up.
func (f *filler) unused() {
	for _, reply := range f.sheet.Answers {
		if _, fits := f.values[reply.Item]; fits && !f.met[reply.Item] {
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
