package session

import "informed/internal/questionnaire"

// Event is something that happened. The set is closed.
type Event interface{ kind() string }

// Started opens a record.
type Started struct {
	Record        string `json:"record"`
	Questionnaire string `json:"questionnaire"` // id
	Version       string `json:"version"`
	Hash          string `json:"hash"` // of the questionnaire's file
	Language      string `json:"language"`
	Region        string `json:"region,omitempty"` // id
	RegionHash    string `json:"region-hash,omitempty"`
	Mode          string `json:"mode"`
	Visit         string `json:"visit,omitempty"` // code, as the clinic gives it
}

// Shown means that a screen came up.
type Shown struct {
	Screen  Kind   `json:"screen"`
	Item    string `json:"item,omitempty"`
	Editing bool   `json:"editing,omitempty"` // came from the review, and goes back there
	Agenda  bool   `json:"agenda,omitempty"`  // came from the agenda, and goes back there
}

// Answered gives an item a new value; a zero New takes the answer back.
type Answered struct {
	Item string              `json:"item"`
	Old  questionnaire.Value `json:"old,omitzero"`
	New  questionnaire.Value `json:"new,omitzero"`
}

// Tried is one try of a quiz, counted from 0.
type Tried struct {
	Item   string `json:"item"`
	Try    int    `json:"try"`
	Option string `json:"option"`
}

// Flagged puts "talk about this" on an item, or takes it off.
type Flagged struct {
	Item string `json:"item"`
	On   bool   `json:"on"`
}

// Explained means that the explanation of an item was opened.
type Explained struct {
	Item string `json:"item"`
}

// Reviewed means that the person looked over all answers and went on.
type Reviewed struct{}

// Decided is a decision: agree, defer or decline.
type Decided struct {
	Item string `json:"item"`
	Old  string `json:"old,omitempty"`
	New  string `json:"new"`
}

// Attested is a name typed under a statement.
type Attested struct {
	Item string `json:"item"`
	Name string `json:"name"`
}

// Completed means that the checklist was reached.
type Completed struct{}

// Paused means that the sitting ended before the person did.
type Paused struct {
	Why Reason `json:"why"`
}

// Reason is why a sitting was left.
type Reason string

// The reasons.
const (
	Stopped     Reason = "stopped"     // the person chose to
	Interrupted Reason = "interrupted" // a signal, or the terminal went away
	InputEnded  Reason = "input-ended" // there was no more input
	Idle        Reason = "idle"        // nobody did anything for too long
)

// Resumed means that the sitting went on where it was left.
type Resumed struct{}

// Copied means that a copy was given to the person.
type Copied struct {
	Format  string `json:"format"`
	Private bool   `json:"private,omitempty"` // with what is private
}

// Exported means that a copy was made from the kept record.
type Exported struct {
	Format  string `json:"format"`
	Private bool   `json:"private,omitempty"`
}

// Viewed means that the record was looked at.
type Viewed struct{}

// Withdrawn takes back what was agreed to. The answers stay in the journal.
type Withdrawn struct{}

// audit reports whether the event is about the record and not part of what the record says.
func audit(event Event) bool {
	switch event.(type) {
	case Paused, Resumed, Copied, Exported, Viewed, Consulted, Handed, Signed:
		return true
	}
	return false
}

func (Started) kind() string   { return "started" }
func (Shown) kind() string     { return "shown" }
func (Answered) kind() string  { return "answered" }
func (Tried) kind() string     { return "tried" }
func (Flagged) kind() string   { return "flagged" }
func (Explained) kind() string { return "explained" }
func (Reviewed) kind() string  { return "reviewed" }
func (Decided) kind() string   { return "decided" }
func (Attested) kind() string  { return "attested" }
func (Completed) kind() string { return "completed" }
func (Paused) kind() string    { return "paused" }
func (Resumed) kind() string   { return "resumed" }
func (Copied) kind() string    { return "copied" }
func (Exported) kind() string  { return "exported" }
func (Viewed) kind() string    { return "viewed" }
func (Withdrawn) kind() string { return "withdrawn" }

// Item gives the item that an event is about, "" for none.
func Item(event Event) string {
	switch event := event.(type) {
	case Shown:
		return event.Item
	case Answered:
		return event.Item
	case Tried:
		return event.Item
	case Flagged:
		return event.Item
	case Explained:
		return event.Item
	case Decided:
		return event.Item
	case Attested:
		return event.Item
	case Noted:
		return event.Item
	case TaughtBack:
		return event.Item
	case Probed:
		return event.Item
	case Confirmed:
		return event.Item
	case Concluded:
		return event.Item
	case Carried:
		return event.Item
	default:
		return ""
	}
}
