package summary

import (
	"encoding/json"
	"slices"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// Format is the only value of the format key.
const Format = "informed/summary/v1"

// Summary is one record in words. The order of its fields is that of the JSON form. None of its own slices is nil.
type Summary struct {
	Format        string        `json:"format"`
	Record        Record        `json:"record"`
	Questionnaire Questionnaire `json:"questionnaire"`
	Decision      *Decision     `json:"decision"` // nil: none was made
	Checklist     []Line        `json:"checklist"`
	Comprehension []Claim       `json:"comprehension"`
	Answers       []Answer      `json:"answers"`
	Notes         []Remark      `json:"notes"` // what was said and done in consultations, in order
	Signatures    []Signature   `json:"signatures"`
	Sources       []Source      `json:"sources"`
}

// HasPrivate reports whether there is anything that a copy leaves out unless it is asked for.
func (s Summary) HasPrivate() bool {
	return slices.ContainsFunc(s.Checklist, func(l Line) bool { return l.Private }) ||
		slices.ContainsFunc(s.Answers, func(a Answer) bool { return a.Private }) ||
		slices.ContainsFunc(s.Notes, func(r Remark) bool { return r.Private })
}

// Consulted reports whether a counsellor sat with the record.
func (s Summary) Consulted() bool { return len(s.Record.People) > 0 }

// Record says which sitting this is of, and of a consultation, with whom.
type Record struct {
	ID          string `json:"id"`
	Status      string `json:"status"`      // in-progress, completed, withdrawn
	Fingerprint string `json:"fingerprint"` // hash of the journal's last entry that counts
	Language    string `json:"language"`    // BCP 47 tag
	Mode        string `json:"mode"`
	Started     Time   `json:"started"`
	Completed   Time   `json:"completed"`
	Withdrawn   Time   `json:"withdrawn,omitempty"` // when it was taken back, "" unless it was
	Visit       string `json:"visit,omitempty"`     // code of the visit that it belongs to, as the clinic gives it

	People     []Person    `json:"people,omitempty"`   // who took part in a consultation, the counsellor last; empty where there was none
	Unsigned   []Person    `json:"unsigned,omitempty"` // who must still sign, in order; without a name where nobody is named yet
	Amendments []Amendment `json:"amendments,omitempty"`
	Renewed    *Renewed    `json:"renewed,omitempty"` // nil: it takes the place of no other record
}

// Statuses of a record.
const (
	InProgress = string(session.InProgress)
	Completed  = string(session.Complete)  // it went through to the checklist
	Withdrawn  = string(session.Retracted) // it was taken back
)

// Questionnaire says what was asked.
type Questionnaire struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Title   string `json:"title"`
	Hash    string `json:"hash"`   // "sha256:" and the hex digest of the file
	Status  string `json:"status"` // draft, active, retired
}

// Decision is where the person stands.
type Decision struct {
	Value string `json:"value"` // agree, defer, decline
	Text  string `json:"text"`  // the option in words
}

// Line is one line of the checklist.
type Line struct {
	ID      string   `json:"id"` // of the item
	Topic   string   `json:"topic"`
	State   string   `json:"state"`
	Check   string   `json:"check"`   // what the line is about
	Do      string   `json:"do"`      // its action, "" where there is none
	Because string   `json:"because"` // what the person answered, or that there is no answer
	Private bool     `json:"private"`
	Sources []string `json:"sources"`           // keys
	Outcome *Outcome `json:"outcome,omitempty"` // nil: none, or the patient has spoken since
}

// The states of a line.
const (
	Warning = string(questionnaire.StateWarning)
	Ask     = string(questionnaire.StateAsk)
	Review  = string(questionnaire.StateReview)
	Open    = string(questionnaire.StateOpen)
	Settled = string(questionnaire.StateSettled)
	Support = string(questionnaire.StateSupport)
)

// States lists the states in the order of a checklist.
func States() []string { return []string{Warning, Ask, Review, Open, Settled, Support} }

// Claim is what the tries of one quiz showed. It is no score.
type Claim struct {
	ID         string `json:"id"`
	Tries      int    `json:"tries"`
	Understood bool   `json:"understood"`
	Settled    bool   `json:"-"` // by talk since then
}

// Answer is one question with its answer.
type Answer struct {
	ID      string   `json:"id"`
	Section string   `json:"-"` // title of the nearest group that has one
	Text    string   `json:"text"`
	Value   any      `json:"value"`          // for machines: string, json.Number, map[string]string of own words, or []any of these
	Answer  string   `json:"answer"`         // in words; several lines where the person wrote several
	By      string   `json:"by"`             // role of who gave it
	Typed   Typist   `json:"typed,omitzero"` // who typed it, where that was not who gave it
	At      Time     `json:"at"`
	Sources []string `json:"sources"` // keys
	Private bool     `json:"private"`
}

// Signature is a name typed under a statement.
type Signature struct {
	Role        string  `json:"role"`
	Name        string  `json:"name"` // as printed
	Statement   string  `json:"statement"`
	At          Time    `json:"at"`
	Fingerprint string  `json:"fingerprint,omitempty"` // of the record that it signs, "" before that is complete
	Current     bool    `json:"current"`               // signs the record as it stands
	Signer      *Person `json:"signer,omitempty"`      // as they were known then; nil outside of a consultation
	Typed       Typist  `json:"typed,omitzero"`        // who typed it, where that was not who signs
}

// Typist is someone who types what someone else says.
type Typist = session.Typist

// Source is a publication that a line or an answer cites. What the author left out is left out.
type Source struct {
	Key       string `json:"key"`
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	Year      int    `json:"year,omitempty"`
	URL       string `json:"url,omitempty"`
	Checked   string `json:"checked,omitempty"`  // YYYY-MM-DD, the day it was last looked at
	Evidence  string `json:"evidence,omitempty"` // direct, secondary
}

// Secondary is the evidence of a source that is known through other texts.
const Secondary = string(questionnaire.Secondary)

// Time is a moment in UTC after RFC 3339, in whole seconds. "" is none, and null in JSON.
type Time string

// MarshalJSON writes a string or null.
func (t Time) MarshalJSON() ([]byte, error) {
	if t == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(t))
}
