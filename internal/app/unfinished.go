package app

import (
	"time"

	"informed/internal/i18n"
	"informed/internal/session"
)

// Unfinished says when a session was begun, in a time zone, and where it was left. It says nothing of what was answered.
func Unfinished(s *session.Session, words *i18n.Words, zone *time.Location) string {
	began, p := s.Record().Started.In(zone), s.Prompt()
	data := map[string]any{
		"Date": began.Format(time.DateOnly), "Time": began.Format("15:04"), "Number": p.Number, "Total": p.Total,
	}
	switch {
	case p.Number > 0:
		return words.Text("offer.question", data)
	case p.Kind == session.Welcome:
		return words.Text("offer.start", data)
	case p.Kind == session.Read:
		return words.Text("offer.page", data)
	default:
		return words.Text("offer.end", data)
	}
}
