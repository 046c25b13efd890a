package session

import "informed/internal/questionnaire"

// Prompt is what a front end shows now: plain data, read only.
type Prompt struct {
	Kind   Kind
	Entry  *questionnaire.Entry // the item on screen; nil on welcome, review and done
	Probe  questionnaire.Probe  // the question and options on screen; of a quiz, those of this try
	Answer questionnaire.Value
	Talk   bool
	Result *Result // on feedback and on the result of a fresh quiz

	Section *questionnaire.Entry // the nearest group with a title, or nil
	Number  int                  // of this question among those on the path, from 1; 0 off questions
	Total   int                  // questions on the path
	Editing bool                 // came from the review and goes back there
}

// Result is what a try of a quiz showed.
type Result struct {
	Chosen  questionnaire.Option
	Right   questionnaire.Option
	Correct bool
	Again   bool // another try follows
}

// Prompt gives what to show now.
func (s *Session) Prompt() Prompt {
	p := Prompt{Kind: s.at.Screen, Editing: s.at.Editing}
	e, ok := s.q.Entry(s.at.Item)
	if ok {
		p.Entry, p.Answer, p.Talk = e, s.answers[e.ID], s.talk[e.ID]
		p.Section = s.section(e)
		p.Probe = e.Probe(len(p.Answer.Codes))
	}
	switch p.Kind {
	case Feedback:
		p.Probe = e.Probe(len(p.Answer.Codes) - 1)
		p.Result = result(e, p.Answer)
	case Probe:
		p.Probe = e.Probe(s.fresh(e))
	case ProbeResult:
		last, _ := s.lastProbe(e.ID)
		p.Probe = e.Probe(last.Probe)
		p.Result = outcome(p.Probe, last.Option)
	}
	p.Number, p.Total = s.count()
	return p
}

func result(e *questionnaire.Entry, v questionnaire.Value) *Result {
	if len(v.Codes) == 0 {
		return nil
	}
	last := len(v.Codes) - 1
	r := outcome(e.Probe(last), v.Codes[last])
	r.Again = !e.Closed(v)
	return r
}

// outcome gives what the choice of an option showed.
func outcome(probe questionnaire.Probe, chosen string) *Result {
	r := &Result{}
	for _, o := range probe.Options {
		if o.Value == chosen {
			r.Chosen = o
		}
	}
	r.Right, _ = probe.Correct()
	r.Correct = r.Chosen.Correct
	return r
}

// section gives the nearest group around e, or e itself, that has a title.
func (s *Session) section(e *questionnaire.Entry) *questionnaire.Entry {
	for {
		if e.Type == questionnaire.TypeGroup && e.Title != "" {
			return e
		}
		if e.Parent < 0 {
			return nil
		}
		e = &s.q.Entries()[e.Parent]
	}
}

func (s *Session) count() (number, total int) {
	for _, stop := range s.path {
		if stop.kind != Question {
			continue
		}
		total++
		if s.q.Entries()[stop.index].ID == s.at.Item {
			number = total
		}
	}
	return number, total
}

// Line is one row of the review.
type Line struct {
	Entry    *questionnaire.Entry
	Section  *questionnaire.Entry
	Answer   questionnaire.Value
	Answered bool
	Talk     bool
	Missing  bool // required, and not answered
}

// Review lists the questions on the path with their answers, in order.
func (s *Session) Review() []Line {
	var lines []Line
	for _, stop := range s.path {
		if stop.kind != Question {
			continue
		}
		e := &s.q.Entries()[stop.index]
		answered := s.answered(e)
		lines = append(lines, Line{
			Entry: e, Section: s.section(e), Answer: s.answers[e.ID],
			Answered: answered, Talk: s.talk[e.ID], Missing: e.Required && !answered,
		})
	}
	return lines
}
