package session

import (
	"maps"
	"time"

	"informed/internal/questionnaire"
)

// Status is how far a record has come, as in FHIR QuestionnaireResponse.
type Status string

// The statuses of a record.
const (
	InProgress Status = "in-progress"
	Complete   Status = "completed"
)

// Record is what a session has to show for itself: the answers that count, with who gave them and when.
type Record struct {
	Begin
	Status      Status
	Fingerprint string // hash of the entry that completed the record, of the last entry while it is open
	Started     time.Time
	Completed   time.Time // zero while it is open
	Response    questionnaire.Response
	Marks       map[string]Mark // of answered items
}

// Record gives the record as it stands.
func (s *Session) Record() Record {
	head := s.entries[len(s.entries)-1]
	r := Record{
		Begin: s.begin, Status: InProgress, Fingerprint: head.Hash,
		Started: s.entries[0].At, Response: s.Response(), Marks: maps.Clone(s.marks),
	}
	if s.completed > 0 {
		done := s.entries[s.completed-1]
		r.Status, r.Fingerprint, r.Completed = Complete, done.Hash, done.At
	}
	return r
}
