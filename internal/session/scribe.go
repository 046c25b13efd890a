package session

import (
	"encoding/json"
	"time"
)

// Roles of those who act on a record.
const (
	Patient = "patient" // the person whose answers these are
	Staff   = "staff"   // whoever looks after records
)

// Scribe writes entries: it knows the time, who acts, and how bodies are kept.
type Scribe struct {
	Now   func() time.Time
	Seal  func(body []byte) []byte // nil keeps bodies as they are; it gives nil where it fails
	Role  string                   // "" is Patient
	Actor string                   // name of who acts, "" where none is known

	Typist Typist // who types for them; zero where nobody does
}

// Typist is someone who types what someone else says.
type Typist struct {
	Name string `json:"name"`
	Why  string `json:"why"`
}

// Write makes the entry that comes after prev. Where Seal failed, the entry has no body, and nobody may keep it.
func (s Scribe) Write(prev Link, event Event) Entry {
	e := Entry{
		Link: Link{Seq: prev.Seq + 1, At: s.Now().UTC().Truncate(time.Millisecond), Prev: prev.Hash},
		Role: s.Role, Actor: s.Actor, Typist: s.Typist, Event: event,
	}
	if e.Role == "" {
		e.Role = Patient
	}
	e.Body = s.body(e)
	e.Hash = e.Sum()
	return e
}

// body gives what is kept of e. Events are plain structs of strings and numbers, which always have a JSON form.
func (s Scribe) body(e Entry) []byte {
	data, err := json.Marshal(body{e.Role, e.Actor, e.Typist, e.Kind(), e.Event})
	if err != nil {
		return nil
	}
	if s.Seal != nil {
		return s.Seal(data)
	}
	return data
}
