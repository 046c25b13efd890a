package screen

import (
	"informed/internal/questionnaire"
	"informed/internal/tui/ui"
)

// newAmend asks why a record is changed that all have signed. Then it can be, and what was signed stays as it was.
func newAmend(s *Sitting) *form {
	return &form{
		Sitting: s, title: s.Words.Text("signing.amend"),
		fields: []field{s.write("why", s.Words.Text("amend.why"), "")},
		leave:  func() ui.Step { return ui.To(ui.Pop) },
		done: func(values map[string]string) (ui.Step, *questionnaire.Problem) {
			if p := s.Session().Amend(values["why"]); p != nil {
				return ui.Step{}, p
			}
			return ui.To(ui.Follow), s.Session().ToAgenda()
		},
	}
}
