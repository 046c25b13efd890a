package session

import "informed/internal/questionnaire"

// desk reports whether a screen stands beside the path of the questions.
func (k Kind) desk() bool {
	switch k {
	case Agenda, Discuss, Probe, ProbeResult, People, Signing, Difference:
		return true
	}
	return false
}

// onward goes on from a screen beside the path. The agenda leads nowhere by itself.
func (s *Session) onward() *questionnaire.Problem {
	switch s.at.Screen {
	case Difference:
		s.open(s.following(), true)
	case ProbeResult:
		s.record(Shown{Screen: Discuss, Item: s.at.Item})
	case Discuss, People:
		s.record(Shown{Screen: Agenda})
	}
	return nil
}

// backward goes back from a screen beside the path.
func (s *Session) backward() bool {
	switch s.at.Screen {
	case Probe, ProbeResult:
		s.record(Shown{Screen: Discuss, Item: s.at.Item})
	case Discuss, People, Signing:
		s.record(Shown{Screen: Agenda})
	default:
		return false
	}
	return true
}

// ToAgenda shows the agenda, from wherever the consultation is.
func (s *Session) ToAgenda() *questionnaire.Problem { return s.show(Shown{Screen: Agenda}) }

// ToPeople shows who is here.
func (s *Session) ToPeople() *questionnaire.Problem { return s.show(Shown{Screen: People}) }

// ToSigning shows who signs. The record must be complete.
func (s *Session) ToSigning() *questionnaire.Problem {
	if s.completed == 0 {
		return &questionnaire.Problem{Code: "unfinished"}
	}
	return s.show(Shown{Screen: Signing})
}

// ToDecision leads to the decision, through the review.
func (s *Session) ToDecision() *questionnaire.Problem { return s.show(Shown{Screen: Review}) }

// Discuss shows an item, with what was done about it.
func (s *Session) Discuss(item string) *questionnaire.Problem {
	if !s.talkable(item) {
		return &questionnaire.Problem{Code: "not-here", Item: item}
	}
	return s.show(Shown{Screen: Discuss, Item: item})
}

// Ask puts a question to the patient once more, and then leads back to the agenda. A quiz that takes no more tries is
// asked afresh, beside the answers that were given.
func (s *Session) Ask(item string) *questionnaire.Problem {
	e, ok := s.q.Entry(item)
	switch {
	case !ok || !s.talkable(item) || !e.Type.Question():
		return &questionnaire.Problem{Code: "not-here", Item: item}
	case s.signed():
		return &questionnaire.Problem{Code: "signed", Item: item}
	case s.closed(item):
		return s.show(Shown{Screen: Probe, Item: item})
	}
	return s.show(Shown{Screen: Question, Item: item, Editing: true, Agenda: true})
}

func (s *Session) show(shown Shown) *questionnaire.Problem {
	if s.consultation == nil {
		return &questionnaire.Problem{Code: "not-here", Item: shown.Item}
	}
	s.record(shown)
	return nil
}
