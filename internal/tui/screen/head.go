package screen

import (
	"informed/internal/session"
	"informed/internal/tui/ui"
)

// head gives the header of a prompt: the section, and "Question 4 of 12" with the same in a bar.
func head(s *Sitting, p session.Prompt) ui.Head {
	h := ui.Head{Title: s.Session().Questionnaire().Title}
	switch {
	case p.Section != nil:
		h.Title = p.Section.Title
	case p.Kind == session.Decide || p.Kind == session.Attest:
		h.Title = s.Words.Text("screen.closing")
	}
	if p.Number > 0 && p.Kind != session.Probe && p.Kind != session.ProbeResult { // those stand beside the count
		h.Progress = s.Words.Text("screen.progress", map[string]any{"Number": p.Number, "Total": p.Total})
		h.Done, h.Total = p.Number, p.Total
	}
	return h
}
