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

// Carried is an answer of the earlier record that still holds, or a wish to talk. An answer keeps who gave it, and when.
type Carried struct {
	Item   string              `json:"item"`
	Value  questionnaire.Value `json:"value"` // zero where only the wish is carried over
	By     string              `json:"by"`
	At     time.Time           `json:"at"`
	Typist Typist              `json:"typist,omitzero"`
	Talk   bool                `json:"talk,omitempty"`
}

func (Renewed) kind() string { return "renewed" }
func (Carried) kind() string { return "carried" }

// Renew opens a record of a newer version of the questionnaire of old, in its place. asks are the items that differ so much
// that the person must see them again: their answers are asked anew, and the others carried over, as far as they fit the new
// version, and so is every wish to talk. What was decided and signed is never carried over. The walk goes through the asked items alone, then to the review.
func Renew(q *questionnaire.Questionnaire, begin Begin, old *Session, asks []string, scribe Scribe) *Session {
	s := empty(q, scribe)
	s.start(begin)
	before := old.Record()
	entries := q.Entries()
	for i := range entries {
		e := &entries[i]
		if !e.Type.Question() {
			continue
		}
		c := Carried{Item: e.ID, Talk: before.Response.Talk[e.ID]}
		if v := before.Response.Answers[e.ID]; !v.IsZero() && !slices.Contains(asks, e.ID) && e.Validate(v) == nil {
			mark := before.Marks[e.ID]
			c.Value, c.By, c.At, c.Typist = v, mark.By, mark.At, mark.Typist
		}
		if c.Talk || !c.Value.IsZero() {
			s.record(c)
		}
	}
	s.record(Renewed{Record: before.Record, Fingerprint: before.Fingerprint, Asks: slices.Clone(asks)})
	s.record(Shown{Screen: Difference, Editing: true})
	return s
}

// carry takes in an answer of the earlier record.
func (s *Session) carry(c Carried) {
	if c.Talk {
		s.talk[c.Item] = true
	}
	if !c.Value.IsZero() {
		s.answers[c.Item] = c.Value
		s.marks[c.Item] = Mark{By: c.By, At: c.At, Typist: c.Typist}
	}
}

// renew draws the path under all that was carried over, and counts as seen what need not be gone over again.
func (s *Session) renew(r Renewed) {
	s.renewed = r
	s.lay()
	for _, stop := range s.path {
		if stop.index < 0 || stop.kind == Decide || stop.kind == Attest {
			continue
		}
		if id := s.q.Entries()[stop.index].ID; !slices.Contains(r.Asks, id) {
			s.seen[id] = true
		}
	}
}
