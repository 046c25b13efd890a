package screen

import (
	"informed/internal/session"
	"informed/internal/tui/ui"
)

// Next gives the screen for what the session asks for now. It is the one switch of the front end.
func Next(s *Sitting) ui.Screen {
	switch {
	case s.Journal == nil && s.Place != nil:
		return newBefore(s)
	case s.Journal == nil && s.Desk != nil:
		return newDesk(s)
	case s.Journal == nil:
		return newOffer(s)
	}
	p := s.Session().Prompt()
	if s.Session().Consulting() {
		return consult(s, p)
	}
	return walk(s, p)
}

// consult gives the screen of a consultation: that of the patient, with what the counsellor has beside it, or what is the
// counsellor's alone. That is not shown to whoever has the keyboard meanwhile.
func consult(s *Sitting, p session.Prompt) ui.Screen {
	switch {
	case p.Kind == session.Agenda && s.Turned(), p.Kind == session.People && s.Turned(), p.Kind == session.Discuss && s.away():
		return &handback{s}
	case p.Kind == session.Agenda:
		return newAgenda(s)
	case p.Kind == session.Discuss:
		return newItem(s, p.Entry)
	case p.Kind == session.People, p.Kind == session.Signing, p.Kind == session.Difference:
		return walk(s, p)
	case p.Entry == nil:
		return besideQuestion(s, walk(s, p), nil)
	default:
		return besideQuestion(s, walk(s, p), newGuide(s, p.Entry))
	}
}

// walk gives the screen of the patient.
func walk(s *Sitting, p session.Prompt) ui.Screen {
	switch p.Kind {
	case session.Welcome:
		return newWelcome(s)
	case session.Read:
		return newRead(s, p)
	case session.Feedback, session.ProbeResult:
		return newFeedback(s, p)
	case session.Probe:
		return newProbe(s, p)
	case session.Review:
		return newReview(s)
	case session.Done:
		return newChecklist(s)
	case session.People:
		return newPeople(s)
	case session.Signing:
		return newSigning(s)
	case session.Difference:
		return newDifference(s)
	default:
		return newQuestion(s, p)
	}
}

// onward goes on from a screen that asks nothing.
func onward(s *Sitting) ui.Step {
	s.Session().Next()
	return ui.To(ui.Follow)
}

// back goes to the screen before.
func back(s *Sitting) ui.Step {
	if !s.Session().Back() {
		return ui.Used()
	}
	return ui.To(ui.Follow)
}
