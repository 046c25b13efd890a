package summary

import (
	"slices"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// Person is someone who takes part in a consultation. What does not apply to a role is empty.
type Person struct {
	Role       string `json:"role"`                  // patient, representative, interpreter, witness, counsellor
	Name       string `json:"name,omitempty"`        // as printed
	Title      string `json:"title,omitempty"`       // of a counsellor: what they are here
	ID         string `json:"id,omitempty"`          // of a counsellor: number by which the clinic knows them
	Relation   string `json:"relation,omitempty"`    // of a representative, to the patient
	Authority  string `json:"authority,omitempty"`   // of a representative: what lets them decide
	Language   string `json:"language,omitempty"`    // of an interpreter
	Remote     bool   `json:"remote,omitempty"`      // of an interpreter: by telephone or video
	CannotRead bool   `json:"cannot-read,omitempty"` // of a patient: the text was read to them
}

// The roles that a copy tells apart.
const (
	Patient     = session.Patient
	Interpreter = session.Interpreter
	Witness     = session.Witness
	Counsellor  = session.Counsellor
)

// Amendment is a change of a record that all had signed.
type Amendment struct {
	Fingerprint string `json:"fingerprint"` // of the record that they had signed
	Why         string `json:"why"`
	Name        string `json:"name,omitempty"` // of the counsellor
	At          Time   `json:"at"`
}

// Renewed names the record about an earlier version of the questionnaire that this one takes the place of.
type Renewed struct {
	Record      string `json:"record"` // id
	Fingerprint string `json:"fingerprint"`
}

// people lists who took part, the counsellor last. Who sat alone with the questions is nobody's companion.
func people(r session.Record) []Person {
	if r.Counsellor.Name == "" {
		return nil
	}
	return append(persons(r.Parties), person(r.Counsellor))
}

// unsigned lists who must still sign. What was taken back nobody signs.
func unsigned(r session.Record) []Person {
	if r.Status == session.Retracted {
		return nil
	}
	return persons(r.Unsigned)
}

func persons(parties []session.Party) []Person {
	var list []Person
	for _, p := range parties {
		list = append(list, person(p))
	}
	return list
}

func person(p session.Party) Person { return Person(p) }

func amendments(r session.Record) []Amendment {
	var list []Amendment
	for _, a := range r.Amendments {
		list = append(list, Amendment{Fingerprint: a.Fingerprint, Why: a.Why, Name: a.By, At: moment(a.At)})
	}
	return list
}

func renewed(r session.Record) *Renewed {
	if r.Renewed.Record == "" {
		return nil
	}
	return &Renewed{Record: r.Renewed.Record, Fingerprint: r.Renewed.Fingerprint}
}

// signatures lists the names under the record, in order. In a consultation these are also those under the record as it was
// before; whoever sat alone and changed an answer after typing a name has typed it again, and only that one counts.
func (b *builder) signatures() []Signature {
	signatures := []Signature{}
	for _, s := range b.record.Signatures {
		if b.record.Counsellor.Name == "" && !b.stands(s) {
			continue
		}
		signed := Signature{
			Role: s.Role, Name: s.Signer.Name, Statement: s.Meaning, At: moment(s.At), Typed: s.Typist,
			Fingerprint: s.Fingerprint, Current: s.Fingerprint == b.record.Fingerprint,
		}
		if b.record.Counsellor.Name != "" {
			signer := person(s.Signer)
			signed.Signer = &signer
		}
		signatures = append(signatures, signed)
	}
	return append(signatures, b.attested()...)
}

// attested lists the names that were typed under a statement while the record was not complete yet: they sign nothing.
func (b *builder) attested() []Signature {
	var signatures []Signature
	for e, v := range b.given {
		if e.Type != questionnaire.TypeAttestation || slices.ContainsFunc(b.record.Signatures, b.stands) {
			continue
		}
		mark := b.record.Marks[e.ID]
		signatures = append(signatures, Signature{Role: mark.By, Name: v.Text, Statement: e.Statement, At: moment(mark.At), Typed: mark.Typist})
	}
	return signatures
}

// stands reports whether a signature is the name that stands now under a statement of the questionnaire.
func (b *builder) stands(s session.Signature) bool {
	return s.Item != "" && b.record.Response.Answers[s.Item].Text == s.Name && b.record.Marks[s.Item].At.Equal(s.At)
}
