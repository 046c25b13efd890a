package session

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Entry is an event in the journal: numbered from 1, dated in UTC, and chained to the one before by its hash.
type Entry struct {
	Seq   int
	At    time.Time
	By    string // role of who did it: patient, counsellor
	Event Event
	Prev  string // hash of the entry before, "" of the first
	Hash  string // SHA-256, hex, over all other fields
}

// ErrChain is wrapped by errors about entries that do not follow from each other.
var ErrChain = errors.New("entries do not follow from each other")

type wire struct {
	Seq  int       `json:"seq"`
	At   time.Time `json:"at"`
	By   string    `json:"by"`
	Kind string    `json:"kind"`
	Data Event     `json:"data"`
	Prev string    `json:"prev"`
	Hash string    `json:"hash,omitempty"`
}

func (e Entry) wire() wire {
	return wire{Seq: e.Seq, At: e.At, By: e.By, Kind: e.Event.kind(), Data: e.Event, Prev: e.Prev}
}

// sum computes the hash of e from its other fields. Events are plain structs of strings and numbers, which always
// have a JSON form; a time outside of years 0 to 9999 has none, and gives the empty hash, which no entry has.
func (e Entry) sum() string {
	b, err := json.Marshal(e.wire())
	if err != nil {
		return ""
	}
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// MarshalJSON writes e in the form that its hash is computed over, with the hash.
func (e Entry) MarshalJSON() ([]byte, error) {
	w := e.wire()
	w.Hash = e.Hash
	return json.Marshal(w)
}

// UnmarshalJSON reads what MarshalJSON wrote. It does not check the hash; [Verify] does.
func (e *Entry) UnmarshalJSON(b []byte) error {
	var w struct {
		wire
		Data json.RawMessage `json:"data"`
	}
	if err := json.Unmarshal(b, &w); err != nil {
		return fmt.Errorf("decode entry: %w", err)
	}
	event, err := decodeEvent(w.Kind, w.Data)
	if err != nil {
		return fmt.Errorf("decode entry %d: %w", w.Seq, err)
	}
	*e = Entry{Seq: w.Seq, At: w.At, By: w.By, Event: event, Prev: w.Prev, Hash: w.Hash}
	return nil
}

func decodeEvent(kind string, data []byte) (Event, error) {
	switch kind {
	case Started{}.kind():
		return decode[Started](data)
	case Shown{}.kind():
		return decode[Shown](data)
	case Answered{}.kind():
		return decode[Answered](data)
	case Tried{}.kind():
		return decode[Tried](data)
	case Flagged{}.kind():
		return decode[Flagged](data)
	case Explained{}.kind():
		return decode[Explained](data)
	case Decided{}.kind():
		return decode[Decided](data)
	case Attested{}.kind():
		return decode[Attested](data)
	case Completed{}.kind():
		return decode[Completed](data)
	default:
		return nil, fmt.Errorf("unknown kind of event %q", kind)
	}
}

func decode[E Event](data []byte) (Event, error) {
	var e E
	err := json.Unmarshal(data, &e)
	return e, err
}

// Verify checks that entries are numbered from 1 and that each follows from the one before. The error wraps
// [ErrChain] and names the first that does not. A chain that was cut short at its end, or made anew as a whole, can
// be told only by who kept an older hash.
func Verify(entries []Entry) error {
	prev := ""
	for i, e := range entries {
		if e.Seq != i+1 || e.Prev != prev || e.Hash == "" || e.Hash != e.sum() {
			return fmt.Errorf("entry %d: %w", i+1, ErrChain)
		}
		prev = e.Hash
	}
	return nil
}
