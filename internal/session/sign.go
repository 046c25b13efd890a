package session

import (
	"slices"
	"strings"
	"time"

	"informed/internal/questionnaire"
)

// Signature is a name typed under what it means.
type Signature struct {
	Role        string
	Name        string
	Meaning     string
	At          time.Time
	Fingerprint string // of the record that it signs
	Item        string // of the attestation that it was typed under, "" in a consultation
	Typist      Typist // who typed it, where that was not who signs
	Signer      Party  // who signs, as they were known when they did
}

// Signatories lists who must sign the record as it stands, in order. Who agrees signs with everybody who took part; a record
// of "no" or "not now" needs the counsellor alone. Someone who must sign and is not named yet has no name.
func (s *Session) Signatories() []Party {
	if s.consultation == nil {
		return nil
	}
	counsellor := s.consultation.counsellor
	if d := s.decision(); d != "" && d != questionnaire.Agree {
		return []Party{counsellor}
	}
	return append(s.others(), counsellor)
}

// others lists who signs beside the counsellor.
func (s *Session) others() []Party {
	var list []Party
	of := func(role string) []Party {
		return slices.DeleteFunc(s.Parties(), func(p Party) bool { return p.Role != role })
	}
	switch {
	case len(of(Representative)) > 0:
		list = of(Representative)
	case len(of(Patient)) > 0:
		list = of(Patient)
	default:
		list = []Party{{Role: Patient}}
	}
	list = append(list, of(Interpreter)...)
	witnesses := of(Witness)
	if len(witnesses) == 0 && s.witnessed() {
		witnesses = []Party{{Role: Witness}}
	}
	return append(list, witnesses...)
}

// witnessed reports whether a witness must sign.
func (s *Session) witnessed() bool {
	for _, need := range s.consultation.witness {
		switch need {
		case Always:
			return true
		case IfInterpreted:
			if s.name(Interpreter) != "" {
				return true
			}
		case IfCannotRead:
			if slices.ContainsFunc(s.parties, func(p Party) bool { return p.CannotRead }) {
				return true
			}
		}
	}
	return false
}

// decision gives the decision that counts, "" for none.
func (s *Session) decision() string {
	entries := s.q.Entries()
	for i := range entries {
		if v := s.answers[entries[i].ID]; entries[i].Type == questionnaire.TypeDecision && s.enabled[i] && len(v.Codes) > 0 {
			return v.Codes[0]
		}
	}
	return ""
}

// Unsigned lists those of the [Session.Signatories] who have not signed the record as it stands, in order. Once all have,
// nobody is missing any more: other rules at another desk do not undo it.
func (s *Session) Unsigned() []Party {
	if s.signed() {
		return nil
	}
	return slices.DeleteFunc(s.Signatories(), s.done)
}

// gather notes that all who must have signed the record as it stands, where they have.
func (s *Session) gather() {
	if s.completed > 0 && len(s.Unsigned()) == 0 {
		s.whole = s.fingerprint()
	}
}

func (s *Session) hasSigned(p Party) bool {
	return slices.ContainsFunc(s.signatures, func(sig Signature) bool {
		return sig.Fingerprint == s.fingerprint() && sig.Role == p.Role && (p.Name == "" && p.Role == Patient || p.is(sig.Role, sig.Name))
	})
}

// done reports whether nobody has to sign in the place of p any more. The signature of a counsellor holds for whoever opens
// the record after them: what all have signed does not come undone by that.
func (s *Session) done(p Party) bool {
	return s.hasSigned(p) || p.Role == Counsellor && slices.ContainsFunc(s.signatures, func(sig Signature) bool {
		return sig.Fingerprint == s.fingerprint() && sig.Role == Counsellor
	})
}

// Signed reports whether all who must have signed the record as it stands.
func (s *Session) Signed() bool { return s.signed() }

func (s *Session) signed() bool {
	return s.consultation != nil && s.completed > 0 && s.whole == s.fingerprint()
}

// Sign puts a name under the record as it stands; meaning is what the person has read that it means. The typed name must be
// the printed one, and whoever signs later must wait for those before. Also who need not sign may.
func (s *Session) Sign(role, name, meaning string) *questionnaire.Problem {
	name, meaning = line(name), strings.TrimSpace(meaning)
	switch {
	case s.consultation == nil || meaning == "":
		return &questionnaire.Problem{Code: "not-here"}
	case s.completed == 0:
		return &questionnaire.Problem{Code: "unfinished"}
	case name == "":
		return &questionnaire.Problem{Code: "name-required"}
	}
	if p := s.turn(role, name); p != nil {
		return p
	}
	return s.make(Signed{Role: role, Name: name, Meaning: meaning, Fingerprint: s.fingerprint()})
}

// turn says why someone cannot sign now, or nil.
func (s *Session) turn(role, name string) *questionnaire.Problem {
	known := append(s.Parties(), s.consultation.counsellor)
	if role == Patient && s.name(Patient) == "" {
		known = append(known, Party{Role: Patient, Name: name})
	}
	if !slices.ContainsFunc(known, func(p Party) bool { return p.Role == role }) {
		return &questionnaire.Problem{Code: "not-present"}
	}
	if !slices.ContainsFunc(known, func(p Party) bool { return p.is(role, name) }) {
		return &questionnaire.Problem{Code: "name-differs"}
	}
	if s.hasSigned(Party{Role: role, Name: name}) {
		return &questionnaire.Problem{Code: "signed-already"}
	}
	order := []string{Patient, Representative, Interpreter, Witness, Counsellor}
	for _, p := range s.Unsigned() {
		if slices.Index(order, p.Role) < slices.Index(order, role) {
			return &questionnaire.Problem{Code: "sign-order", Data: map[string]any{"Role": p.Role, "Name": p.Name}}
		}
	}
	return nil
}

// party gives what is known of someone who takes part, or the counsellor.
func (s *Session) party(role, name string) Party {
	known := s.Parties()
	if s.consultation != nil {
		known = append(known, s.consultation.counsellor)
	}
	for _, p := range known {
		if p.is(role, name) {
			return p
		}
	}
	return Party{Role: role, Name: name}
}

// attested takes in the names that stand under the record when it is completed.
func (s *Session) attested(done Entry) {
	entries := s.q.Entries()
	for i := range entries {
		e, v := &entries[i], s.answers[entries[i].ID]
		if e.Type != questionnaire.TypeAttestation || !s.enabled[i] || v.IsZero() {
			continue
		}
		mark := s.marks[e.ID]
		s.signatures = append(s.signatures, Signature{
			Role: mark.By, Name: v.Text, Meaning: e.Statement, At: mark.At, Fingerprint: done.Hash, Item: e.ID, Typist: mark.Typist,
			Signer: s.party(mark.By, v.Text),
		})
	}
}

// Amend lets a record that all have signed be changed. Their signatures stay, under the record as it was.
func (s *Session) Amend(why string) *questionnaire.Problem {
	why = line(why)
	switch {
	case !s.signed():
		return &questionnaire.Problem{Code: "not-signed"}
	case why == "":
		return &questionnaire.Problem{Code: "required"}
	}
	return s.make(Amended{Fingerprint: s.fingerprint(), Why: why})
}
