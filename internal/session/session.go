package session

import (
	"errors"
	"fmt"
	"time"

	"informed/internal/questionnaire"
)

// Errors that callers tell apart.
var (
	ErrOther      = errors.New("these entries are of another questionnaire")
	ErrUnreadable = errors.New("cannot be read")             // sealed, or no entry
	ErrStrange    = errors.New("it is not what an entry is") // however it was sealed
)

// Begin is what a record says of itself from the start.
type Begin struct {
	Record   string // id
	Language string // tag of the language shown
	Mode     string // patient, counsellor
	Visit    string // code of the visit that it belongs to, as a clinic gives it; "" for none
}

// Session is one person's walk through one questionnaire.
type Session struct {
	q       *questionnaire.Questionnaire
	scribe  Scribe
	entries []Entry

	begin     Begin
	answers   questionnaire.Answers
	marks     map[string]Mark
	talk      map[string]bool
	seen      map[string]bool // items whose screen was shown
	completed int             // Seq of the entry that completed the record, 0 while it is open
	withdrawn int             // Seq of the entry that withdrew it, or 0
	said      int             // Seq of the last entry that is part of what the record says
	at        Shown

	consultation *consultation // nil where no counsellor ever sat with it
	agenda       bool          // the agenda was shown
	looked       bool          // the review was shown
	parties      []Party
	discussions  map[string]Discussion
	signatures   []Signature
	whole        string // fingerprint of the record that all who must had signed last, "" for none
	amendments   []Amendment
	renewed      Renewed // zero where it takes the place of no other

	enabled []bool
	path    []stop
}

// Mark says who gave an answer, and when.
type Mark struct {
	By     string // role of who it is of
	At     time.Time
	Typist Typist // who typed it, where it was not who it is of
}

// Start opens a record and shows the first screen.
func Start(q *questionnaire.Questionnaire, begin Begin, scribe Scribe) *Session {
	s := empty(q, scribe)
	s.start(begin)
	s.record(Shown{Screen: Welcome})
	return s
}

func (s *Session) start(begin Begin) {
	s.begin = begin
	s.record(Started{
		Record: begin.Record, Questionnaire: s.q.ID, Version: s.q.Version, Hash: s.q.Hash,
		Language: begin.Language, Region: s.q.Region.ID, RegionHash: s.q.Region.Hash, Mode: begin.Mode, Visit: begin.Visit,
	})
}

// Replay gives the session that made the entries, as [Open] read them. scribe writes those to come. It fails with
// [ErrOther] on entries of another questionnaire, or of another region, and with [ErrStrange] on entries that cannot have been
// made there.
func Replay(q *questionnaire.Questionnaire, entries []Entry, scribe Scribe) (*Session, error) {
	started, ok := first(entries)
	if !ok || started.Questionnaire != q.ID || started.Hash != q.Hash || started.RegionHash != q.Region.Hash {
		return nil, fmt.Errorf("replay: %w than %s %s", ErrOther, q.ID, q.Version)
	}
	s := empty(q, scribe)
	for _, e := range entries {
		if err := s.fits(e); err != nil {
			return nil, fmt.Errorf("replay entry %d: %w", e.Seq, err)
		}
		s.entries = append(s.entries, e)
		s.apply(e)
	}
	return s, nil
}

func first(entries []Entry) (Started, bool) {
	if len(entries) == 0 {
		return Started{}, false
	}
	started, ok := entries[0].Event.(Started)
	return started, ok
}

func empty(q *questionnaire.Questionnaire, scribe Scribe) *Session {
	s := &Session{
		q: q, scribe: scribe, answers: questionnaire.Answers{}, marks: map[string]Mark{},
		talk: map[string]bool{}, seen: map[string]bool{}, discussions: map[string]Discussion{}, at: Shown{Screen: Welcome},
	}
	s.lay()
	return s
}

// lay draws the path anew from the answers.
func (s *Session) lay() {
	s.enabled = s.q.Enabled(s.answers)
	s.path = path(s.q, s.enabled)
}

// record makes an event part of the session: the one way in which its state changes.
func (s *Session) record(event Event) {
	e := s.pen(event).Write(s.head(), event)
	s.entries = append(s.entries, e)
	s.apply(e)
}

// head is the link that the next entry follows.
func (s *Session) head() Link {
	if n := len(s.entries); n > 0 {
		return s.entries[n-1].Link
	}
	return Root(s.begin.Record)
}

// Questionnaire gives the questionnaire that is walked.
func (s *Session) Questionnaire() *questionnaire.Questionnaire { return s.q }

// Begun reports whether anything happened after the first screen came up.
func (s *Session) Begun() bool { return len(s.entries) > 2 }

// Entries gives the journal so far. Callers must not change it.
func (s *Session) Entries() []Entry { return s.entries }

// Response gives the answers and marks of the items that are shown.
func (s *Session) Response() questionnaire.Response { return s.q.Restrict(s.answers, s.talk) }
