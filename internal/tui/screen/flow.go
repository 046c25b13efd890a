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
	switch p.Kind {
	case session.Welcome:
		return newWelcome(s)
	case session.Read:
		return newRead(s, p)
	case session.Feedback:
		return newFeedback(s, p)
	case session.Review:
		return newReview(s)
	case session.Done:
		return newChecklist(s)
	case session.People:
		return newPeople(s)
	case session.Signing:
		return newSigning(s)
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
