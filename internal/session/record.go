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
	Retracted  Status = "withdrawn"
)

// Record is what a session has to show for itself: the answers that count, with who gave them and when.
type Record struct {
	Begin
	Status      Status
	Fingerprint string // hash of the entry that completed or withdrew the record, while it is open of the last that says anything
	Started     time.Time
	Completed   time.Time // zero while it is open
	Withdrawn   time.Time // zero unless it was withdrawn
	Response    questionnaire.Response
	Marks       map[string]Mark // of answered items
}

// Record gives the record as it stands. Looking at it and copying it make it no other.
func (s *Session) Record() Record {
	r := Record{
		Begin: s.begin, Status: InProgress, Fingerprint: s.entries[s.said-1].Hash,
		Started: s.entries[0].At, Response: s.Response(), Marks: maps.Clone(s.marks),
	}
	if s.completed > 0 {
		done := s.entries[s.completed-1]
		r.Status, r.Fingerprint, r.Completed = Complete, done.Hash, done.At
	}
	if s.withdrawn > 0 {
		back := s.entries[s.withdrawn-1]
		r.Status, r.Fingerprint, r.Withdrawn = Retracted, back.Hash, back.At
	}
	return r
}

// Pause records that the sitting was left, and why.
func (s *Session) Pause(why Reason) { s.record(Paused{Why: why}) }

// Resume records that the sitting goes on.
func (s *Session) Resume() { s.record(Resumed{}) }

// Copied records that the person was given a copy.
func (s *Session) Copied(format string, private bool) {
	s.record(Copied{Format: format, Private: private})
}
