package session

import (
	"encoding/json"
	"fmt"
	"time"
)

// Entry is a link that was read: who did what.
type Entry struct {
	Link
	Role  string // of who did it, such as Patient
	Actor string // name of who did it, "" where none is known
	Event Event

	Typist Typist // who typed it, where it was not who did it
}

// Kind names the kind of event.
func (e Entry) Kind() string { return e.Event.kind() }

// MarshalJSON writes all that e holds on its own line of a journal. It is for reading: what the hash is over is Body.
func (e Entry) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Seq int       `json:"seq"`
		At  time.Time `json:"at"`
		body
		Prev string `json:"prev"`
		Hash string `json:"hash"`
	}{e.Seq, e.At, body{e.Role, e.Actor, e.Typist, e.Kind(), e.Event}, e.Prev, e.Hash})
}

// body is the form in which an entry is kept.
type body struct {
	Role   string `json:"role"`
	Actor  string `json:"actor,omitempty"`
	Typist Typist `json:"typist,omitzero"`
	Kind   string `json:"kind"`
	Data   Event  `json:"data"`
}

// Open checks the journal of a record and reads it. unseal gives the JSON of a body; nil means that no key is at hand. The
// error names the entry, and wraps [ErrChain], what unseal returned, [ErrUnreadable] where a body may be sealed, or
// [ErrStrange] where no key would help.
func Open(record string, links []Link, unseal func([]byte) ([]byte, error)) ([]Entry, error) {
	if err := Verify(record, links); err != nil {
		return nil, err
	}
	entries := make([]Entry, len(links))
	for i, l := range links {
		data := l.Body
		if unseal != nil {
			plain, err := unseal(data)
			if err != nil {
				return nil, fmt.Errorf("open entry %d: %w", l.Seq, err)
			}
			data = plain
		} else if !json.Valid(data) {
			return nil, fmt.Errorf("read entry %d: %w: this is no entry, or it is sealed", l.Seq, ErrUnreadable)
		}
		e, err := read(l, data)
		if err != nil {
			return nil, fmt.Errorf("read entry %d: %w", l.Seq, err)
		}
		entries[i] = e
	}
	return entries, nil
}

func read(l Link, data []byte) (Entry, error) {
	var b struct {
		body
		Data json.RawMessage `json:"data"`
	}
	if err := json.Unmarshal(data, &b); err != nil {
		return Entry{}, ErrStrange
	}
	event, err := decodeEvent(b.Kind, b.Data)
	if err != nil {
		return Entry{}, err
	}
	return Entry{Link: l, Role: b.Role, Actor: b.Actor, Typist: b.Typist, Event: event}, nil
}

func decodeEvent(kind string, data []byte) (Event, error) {
	for _, decode := range decoders() {
		if decode.kind == kind {
			return decode.event(data)
		}
	}
	return nil, fmt.Errorf("%w: unknown kind of event %.64q", ErrStrange, kind)
}

type decoder struct {
	kind  string
	event func([]byte) (Event, error)
}

func decoderOf[E Event]() decoder {
	var none E
	return decoder{kind: none.kind(), event: func(data []byte) (Event, error) {
		var e E
		if err := json.Unmarshal(data, &e); err != nil {
			return nil, fmt.Errorf("%w: %s", ErrStrange, none.kind())
		}
		return e, nil
	}}
}

func decoders() []decoder {
	return []decoder{
		decoderOf[Started](), decoderOf[Shown](), decoderOf[Answered](), decoderOf[Tried](), decoderOf[Flagged](),
		decoderOf[Explained](), decoderOf[Reviewed](), decoderOf[Decided](), decoderOf[Attested](), decoderOf[Completed](),
		decoderOf[Paused](), decoderOf[Resumed](), decoderOf[Copied](), decoderOf[Exported](), decoderOf[Viewed](),
		decoderOf[Withdrawn](), decoderOf[Consulted](), decoderOf[Handed](), decoderOf[Present](), decoderOf[Gone](),
		decoderOf[Noted](), decoderOf[TaughtBack](), decoderOf[Probed](), decoderOf[Confirmed](), decoderOf[Concluded](),
		decoderOf[Amended](), decoderOf[Signed](), decoderOf[Carried](), decoderOf[Renewed](),
	}
}
