package revision

import "informed/internal/questionnaire"

// Matter says what of the meaning a change touches.
type Matter string

// The matters.
const (
	MatterNumber    Matter = "number"
	MatterNegation  Matter = "negation"
	MatterDegree    Matter = "degree" // how many or how surely, in words
	MatterQuiz      Matter = "quiz"
	MatterStatement Matter = "statement"
	MatterDecision  Matter = "decision"
	MatterOption    Matter = "option"
	MatterAnswer    Matter = "answer" // what can be answered, and must be
	MatterCondition Matter = "condition"
	MatterOutcome   Matter = "outcome"
	MatterPicture   Matter = "picture"
	MatterType      Matter = "type"
	MatterItem      Matter = "item" // it came or went
)

// Grade says which words for a change a finding leaves no room for.
type Grade int

// The grades, from the lightest.
const (
	Light Grade = iota // a cosmetic change may do so, but should not
	Plain              // no cosmetic change does so
	Heavy              // nor should a clarifying one
	Grave              // nor may a clarifying one
)

// Finding is a change that touches the meaning.
type Finding struct {
	Matter   Matter
	Grade    Grade
	Field    Field // with Key, those of the pair that it is found in
	Key      string
	Old, New string // what changed, with the words around it
	Pointer  string // that of the pair
	Offset   int    // in bytes, into the new text
}

// Against says how the finding contradicts an author's word for the change: an error, a warning, or "" for not at all.
func (f Finding) Against(said questionnaire.Change) questionnaire.Severity {
	switch {
	case said == questionnaire.Cosmetic && f.Grade == Light:
		return questionnaire.Caution
	case said == questionnaire.Cosmetic:
		return questionnaire.Error
	case said == questionnaire.Clarifying && f.Grade == Grave:
		return questionnaire.Error
	case said == questionnaire.Clarifying && f.Grade == Heavy:
		return questionnaire.Caution
	default:
		return ""
	}
}
