package records

import (
	"time"

	"informed/internal/session"
	"informed/internal/store"
)

// stage gives how far the consultation of a session has come, for the list of records.
func stage(s *session.Session, status session.Status) store.Stage {
	switch {
	case !s.Consulting(), status == session.Retracted:
		return store.Unconsulted
	case s.Signed():
		return store.Signed
	default:
		return store.Consulting
	}
}

// consulted gives when a counsellor first sat down with a session, zero where none did.
func consulted(s *session.Session) time.Time {
	if !s.Consulting() {
		return time.Time{}
	}
	for _, e := range s.Entries() {
		if _, ok := e.Event.(session.Consulted); ok {
			return e.At
		}
	}
	return time.Time{}
}
