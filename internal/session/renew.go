package session

import (
	"slices"
	"time"

	"informed/internal/questionnaire"
)

// Renewed means that the record takes the place of one about an earlier version of the questionnaire. Asks are the items to
// go over: what differs. All others are as they were there.
type Renewed struct {
	Record      string   `json:"record"` // the earlier one
	Fingerprint string   `json:"fingerprint"`
	Asks        []string `json:"asks"`
}

// Carried is an answer of the earlier record that still holds. It keeps who gave it, and when.
type Carried struct {
	Item   string              `json:"item"`
	Value  questionnaire.Value `json:"value"`
	By     string              `json:"by"`
	At     time.Time           `json:"at"`
	Typist Typist              `json:"typist,omitzero"`
	Talk   bool                `json:"talk,omitempty"`
}

func (Renewed) kind() string { return "renewed" }
func (Carried) kind() string { return "carried" }

// Renew opens a record of a newer version of the questionnaire of old, in its place. asks are the items that differ so much
// that the person must see them again: their answers are asked anew, and the others carried over, as far as they fit the new
// version. What was decided and signed is never carried over. The walk goes through the asked items alone, then to the review.
func Renew(q *questionnaire.Questionnaire, begin Begin, old *Session, asks []string, scribe Scribe) *Session {
	s := empty(q, scribe)
	s.start(begin)
	before := old.Record()
	entries := q.Entries()
	for i := range entries {
		e := &entries[i]
		v, answered := before.Response.Answers[e.ID]
		if !answered || !e.Type.Question() || slices.Contains(asks, e.ID) || e.Validate(v) != nil {
			continue
		}
		mark := before.Marks[e.ID]
		s.record(Carried{Item: e.ID, Value: v, By: mark.By, At: mark.At, Typist: mark.Typist, Talk: before.Response.Talk[e.ID]})
	}
	s.record(Renewed{Record: before.Record, Fingerprint: before.Fingerprint, Asks: slices.Clone(asks)})
	s.record(Shown{Screen: Difference, Editing: true})
	return s
}

// carry takes in an answer of the earlier record.
func (s *Session) carry(c Carried) {
	s.answers[c.Item] = c.Value
	s.marks[c.Item] = Mark{By: c.By, At: c.At, Typist: c.Typist}
	if c.Talk {
		s.talk[c.Item] = true
	}
	s.lay()
}

// renew counts as seen what need not be gone over again.
func (s *Session) renew(r Renewed) {
	s.renewed = r
	for _, stop := range s.path {
		if stop.index < 0 || stop.kind == Decide || stop.kind == Attest {
			continue
		}
		if id := s.q.Entries()[stop.index].ID; !slices.Contains(r.Asks, id) {
			s.seen[id] = true
		}
	}
}
