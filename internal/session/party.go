package session

import (
	"slices"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/text"
)

// Party is someone who takes part in a consultation. What does not apply to a role is empty.
type Party struct {
	Role       string `json:"role"`                  // Patient, Representative, Interpreter, Witness, Counsellor
	Name       string `json:"name"`                  // as printed
	Title      string `json:"title,omitempty"`       // of a counsellor: what they are here, such as nurse
	ID         string `json:"id,omitempty"`          // of a counsellor: number by which the clinic knows them
	Relation   string `json:"relation,omitempty"`    // of a representative, to the patient
	Authority  string `json:"authority,omitempty"`   // of a representative: what lets them decide
	Language   string `json:"language,omitempty"`    // of an interpreter: the one they interpret into
	Remote     bool   `json:"remote,omitempty"`      // of an interpreter: by telephone or video
	CannotRead bool   `json:"cannot-read,omitempty"` // of a patient: the text was read to them
}

// Roles of those who take part in a consultation, in the order in which they sign. Whoever speaks for a patient signs in
// the patient's place.
const (
	Representative = "representative" // speaks for the patient
	Interpreter    = "interpreter"
	Witness        = "witness"
	Counsellor     = "counsellor"
)

// Need says when a witness must sign.
type Need string

// The needs.
const (
	Always         Need = "always"
	IfInterpreted  Need = "interpreter" // an interpreter takes part
	IfCannotRead   Need = "cannot-read" // the patient cannot read the text
	mostParties         = 12
	mostWordsParty      = 200 // runes
)

// Needs lists the needs, for who reads settings.
func Needs() []Need { return []Need{Always, IfInterpreted, IfCannotRead} }

// is reports whether p is the same person in the same role.
func (p Party) is(role, name string) bool {
	return p.Role == role && strings.EqualFold(p.Name, text.CleanLine(name))
}

// clean takes out of p what no screen or file may hold, and what does not apply to its role.
func (p Party) clean() Party {
	c := Party{Role: p.Role, Name: text.CleanLine(p.Name)}
	switch p.Role {
	case Patient:
		c.CannotRead = p.CannotRead
	case Representative:
		c.Relation, c.Authority = text.CleanLine(p.Relation), text.CleanLine(p.Authority)
	case Interpreter:
		c.Language, c.Remote = text.CleanLine(p.Language), p.Remote
	case Counsellor:
		c.Title, c.ID = text.CleanLine(p.Title), text.CleanLine(p.ID)
	}
	return c
}

// problem says what is missing in a clean p, or nil. A representative must say by what right they speak, an interpreter
// for which language.
func (p Party) problem() *questionnaire.Problem {
	fields := []string{p.Name, p.Title, p.ID, p.Relation, p.Authority, p.Language}
	switch {
	case !slices.Contains([]string{Patient, Representative, Interpreter, Witness, Counsellor}, p.Role):
		return &questionnaire.Problem{Code: "not-here"}
	case p.Name == "":
		return &questionnaire.Problem{Code: "name-required"}
	case p.Role == Representative && p.Relation == "", p.Role == Representative && p.Authority == "", p.Role == Interpreter && p.Language == "":
		return &questionnaire.Problem{Code: "required"}
	case slices.ContainsFunc(fields, func(s string) bool { return len([]rune(s)) > mostWordsParty }):
		return &questionnaire.Problem{Code: "too-long", Data: map[string]any{"Max": mostWordsParty}}
	}
	return nil
}
