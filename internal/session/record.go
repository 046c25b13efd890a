package session

import (
	"maps"
	"slices"
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
	Fingerprint string // hash of the last entry that changed what the record says
	Started     time.Time
	Completed   time.Time // zero while it is open
	Withdrawn   time.Time // zero unless it was withdrawn
	Response    questionnaire.Response
	Marks       map[string]Mark // of answered items

	Counsellor  Party // who sat with the record last; zero where nobody did
	Parties     []Party
	Discussions map[string]Discussion // by item; what is about all stands under "", and amendments too
	Signatures  []Signature           // in order; also those under the record as it was before
	Unsigned    []Party               // who must still sign it as it stands
	Amendments  []Amendment
	Renewed     Renewed // zero where it takes the place of no other
}

// Amendment is a change of a record that all had signed.
type Amendment struct {
	Fingerprint string // of the signed record
	Why         string
	By          string
	At          time.Time
}

// Record gives the record as it stands. Looking at it and copying it make it no other.
func (s *Session) Record() Record {
	r := Record{
		Begin: s.begin, Status: InProgress, Fingerprint: s.fingerprint(),
		Started: s.entries[0].At, Response: s.Response(), Marks: maps.Clone(s.marks),
		Counsellor: s.Counsellor(), Parties: s.Parties(), Discussions: maps.Clone(s.discussions),
		Signatures: slices.Clone(s.signatures), Unsigned: s.Unsigned(), Amendments: slices.Clone(s.amendments), Renewed: s.renewed,
	}
	if s.completed > 0 {
		r.Status, r.Completed = Complete, s.entries[s.completed-1].At
	}
	if s.withdrawn > 0 {
		r.Status, r.Withdrawn = Retracted, s.entries[s.withdrawn-1].At
	}
	return r
}

// fingerprint is the hash of the last entry that changed what the record says.
func (s *Session) fingerprint() string { return s.entries[s.said-1].Hash }

// Pause records that the sitting was left, and why.
func (s *Session) Pause(why Reason) { s.record(Paused{Why: why}) }

// Resume records that the sitting goes on.
func (s *Session) Resume() { s.record(Resumed{}) }

// Copied records that the person was given a copy.
func (s *Session) Copied(format string, private bool) {
	s.record(Copied{Format: format, Private: private})
}
