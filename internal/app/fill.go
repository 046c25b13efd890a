package app

import (
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
	f.walk()
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

// walk goes from screen to screen and past questions that are missing, so that the copy holds all answers there are.
func (f *filler) walk() {
	for {
		p := f.session.Prompt()
		switch p.Kind {
		case session.Question, session.Decide, session.Attest:
			f.met[p.Entry.ID] = true
			f.answer(p)
		case session.Review:
			f.unused()
		case session.Done:
			return
		}
		problem := f.session.Next()
		switch {
		case problem == nil:
		case p.Kind == session.Question:
			f.missing(problem.Item)
			f.session.Skip()
		case p.Kind == session.Review: // what is missing was told at its question
			return
		default:
			f.missing(problem.Item)
			return
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
