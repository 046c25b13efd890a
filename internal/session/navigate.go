package session

import (
	"slices"

	"informed/internal/questionnaire"
)

// Next goes on from the current screen. It gives the Problem that keeps the person here, or nil.
func (s *Session) Next() *questionnaire.Problem {
	if p := s.obstacle(); p != nil {
		return p
	}
	if s.at.Screen.desk() {
		return s.onward()
	}
	if s.at.Screen == Feedback && !s.closed(s.at.Item) {
		s.record(Shown{Screen: Question, Item: s.at.Item, Editing: s.at.Editing, Agenda: s.at.Agenda})
		return nil
	}
	if s.at.Screen == Review {
		if p := s.make(Reviewed{}); p != nil {
			return p
		}
	}
	switch {
	case s.at.Screen != Done:
		s.open(s.following(), s.at.Editing)
	case s.consultation != nil:
		s.record(Shown{Screen: Signing})
	}
	return nil
}

// Skip goes on from a question and leaves it open, even if it is required: the review holds whoever has not answered
// that. On other screens it does nothing.
func (s *Session) Skip() {
	if s.at.Screen == Question {
		s.open(s.following(), s.at.Editing)
	}
}

// Back goes to the screen before the current one, or from an edit to the review. It reports whether there was one.
// No answer is lost by it.
func (s *Session) Back() bool {
	switch {
	case s.at.Screen.desk():
		return s.backward()
	case s.at.Agenda || s.at.Screen == Review && s.agenda:
		s.open(stop{Agenda, -1}, false)
		return true
	case s.at.Editing && s.renewed.Record != "" && !s.looked:
		s.record(Shown{Screen: Difference, Editing: true})
		return true
	}
	if s.at.Editing {
		s.open(stop{Review, -1}, false)
		return true
	}
	here := s.here()
	if here <= 0 {
		return false
	}
	s.open(s.path[here-1], false)
	return true
}

// Jump goes from the review to an item, from where Next and Back lead to the review again.
func (s *Session) Jump(id string) *questionnaire.Problem {
	place := s.find(id)
	if s.at.Screen != Review || place < 0 || s.path[place].kind != Question && s.path[place].kind != Read {
		return &questionnaire.Problem{Code: "not-here", Item: id}
	}
	s.open(s.path[place], true)
	return nil
}

// obstacle says why the person cannot leave the current screen forwards.
func (s *Session) obstacle() *questionnaire.Problem {
	switch s.at.Screen {
	case Question, Decide, Attest:
		e, _ := s.q.Entry(s.at.Item)
		if e.Required && !s.answered(e) {
			return &questionnaire.Problem{Code: "required", Item: e.ID}
		}
	case Review:
		if missing := s.Missing(); len(missing) > 0 {
			return &questionnaire.Problem{Code: "missing", Item: missing[0].ID, Data: map[string]any{"Count": len(missing)}}
		}
	}
	return nil
}

// Missing lists the required questions on the path that have no answer.
func (s *Session) Missing() []*questionnaire.Entry {
	var missing []*questionnaire.Entry
	for _, stop := range s.path {
		if stop.kind != Question {
			continue
		}
		if e := &s.q.Entries()[stop.index]; e.Required && !s.answered(e) {
			missing = append(missing, e)
		}
	}
	return missing
}

func (s *Session) answered(e *questionnaire.Entry) bool {
	if e.Type == questionnaire.TypeQuiz {
		return s.closed(e.ID)
	}
	return !s.answers[e.ID].IsZero()
}

// closed reports whether the item is a quiz that takes no more tries.
func (s *Session) closed(id string) bool {
	e, ok := s.q.Entry(id)
	return ok && e.Type == questionnaire.TypeQuiz && e.Closed(s.answers[id])
}

// following gives the stop after the current one. During an edit that is the next screen that the edit brought up
// and that was never seen, or what the edit began at. In a consultation the agenda comes before the first review.
func (s *Session) following() stop {
	to := s.path[s.here()+1]
	if s.at.Editing {
		to = s.unseen()
	}
	if to.kind == Review && s.consultation != nil && (s.at.Agenda || !s.agenda) {
		return stop{Agenda, -1}
	}
	return to
}

// unseen gives the first screen that was never shown, or the review.
func (s *Session) unseen() stop {
	for _, stop := range s.path[1:] {
		if stop.kind == Review || !s.seen[s.q.Entries()[stop.index].ID] {
			return stop
		}
	}
	return stop{Review, -1}
}

// here gives the place of the current screen on the path.
func (s *Session) here() int {
	if s.at.Item != "" {
		return s.find(s.at.Item)
	}
	return slices.IndexFunc(s.path, func(stop stop) bool { return stop.kind == s.at.Screen })
}

// find gives the place of an item on the path, -1 where it is hidden or has no screen.
func (s *Session) find(id string) int {
	return slices.IndexFunc(s.path, func(stop stop) bool {
		return stop.index >= 0 && s.q.Entries()[stop.index].ID == id
	})
}

// open shows a stop. A quiz that is closed opens at its feedback: it can be read again, not answered again.
func (s *Session) open(to stop, editing bool) {
	shown := Shown{Screen: to.kind}
	if to.index >= 0 {
		shown.Item, shown.Editing = s.q.Entries()[to.index].ID, editing
		shown.Agenda = editing && s.at.Agenda
	}
	if to.kind == Question && s.closed(shown.Item) {
		shown.Screen = Feedback
	}
	if to.kind == Done && s.completed == 0 {
		s.record(Completed{})
	}
	s.record(shown)
}
