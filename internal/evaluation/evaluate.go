package evaluation

import "informed/internal/questionnaire"

// Result is what a response means.
type Result struct {
	Lines  []Line  // in reading order
	Claims []Claim // of the quizzes that were tried, in reading order
}

// Line is one line of the checklist.
type Line struct {
	Entry   *questionnaire.Entry
	State   questionnaire.State
	Do      string // the action, in the author's words; "" where there is none
	Private bool   // about the person, or marked private by the author
}

// Claim is what the tries of one quiz showed.
type Claim struct {
	Item       string // id
	Tries      int    // 1 or more
	Understood bool   // one of the tries was right
}

// Evaluate gives the meaning of r. Answers and marks of items that are not shown under these answers count for nothing.
func Evaluate(q *questionnaire.Questionnaire, r questionnaire.Response) Result {
	s := sight{q: q, response: q.Restrict(r.Answers, r.Talk), enabled: q.Enabled(r.Answers)}
	var result Result
	entries := q.Entries()
	for i := range entries {
		e := &entries[i]
		if !s.enabled[i] || !e.Type.Answerable() {
			continue
		}
		if line, ok := s.line(e); ok {
			result.Lines = append(result.Lines, line)
		}
		if v := s.response.Answers[e.ID]; e.Type == questionnaire.TypeQuiz && len(v.Codes) > 0 {
			result.Claims = append(result.Claims, Claim{Item: e.ID, Tries: len(v.Codes), Understood: e.Understood(v)})
		}
	}
	return result
}

// sight is what the rules may look at.
type sight struct {
	q        *questionnaire.Questionnaire
	response questionnaire.Response // of enabled items only
	enabled  []bool
}

// line gives the checklist line of an enabled item; ok is false where it makes none.
func (s *sight) line(e *questionnaire.Entry) (line Line, ok bool) {
	talk := s.response.Talk[e.ID]
	outcome := s.outcome(e)
	if e.Check == "" && outcome == nil && !talk {
		return Line{}, false
	}
	line = Line{Entry: e, State: s.plain(e), Do: e.Do, Private: e.Private}
	if outcome != nil {
		line.State = outcome.State
		if outcome.Do != "" {
			line.Do = outcome.Do
		}
	}
	if talk {
		line.State = lift(line.State)
	}
	if line.State == questionnaire.StateSupport {
		line.Private = true
	}
	return line, true
}

// outcome gives the first outcome of the item that holds, or nil.
func (s *sight) outcome(e *questionnaire.Entry) *questionnaire.Outcome {
	for i := range e.Outcomes {
		o := &e.Outcomes[i]
		if o.When == nil || o.When.Holds(s.lookup(e)) {
			return o
		}
	}
	return nil
}

// lookup finds answers for the outcomes of e, which may leave out the name of their own item.
func (s *sight) lookup(e *questionnaire.Entry) func(id string) (questionnaire.Value, bool) {
	return func(id string) (questionnaire.Value, bool) {
		of := e
		if id != "" {
			var ok bool
			if of, ok = s.q.Entry(id); !ok {
				return questionnaire.Value{}, false
			}
		}
		v, ok := s.response.Answers[of.ID]
		return of.Tested(v), ok && !v.IsZero()
	}
}

// plain gives the state of an item that no outcome speaks of.
func (s *sight) plain(e *questionnaire.Entry) questionnaire.State {
	v := s.response.Answers[e.ID]
	switch {
	case v.IsZero():
		return questionnaire.StateOpen
	case e.Type == questionnaire.TypeQuiz && !e.Understood(v):
		return questionnaire.StateReview
	default:
		return questionnaire.StateSettled
	}
}

// lift gives the state of an item that was put down to talk about.
func lift(s questionnaire.State) questionnaire.State {
	if s == questionnaire.StateSettled || s == questionnaire.StateOpen {
		return questionnaire.StateAsk
	}
	return s
}
