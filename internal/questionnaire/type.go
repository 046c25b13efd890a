package questionnaire

import "slices"

// Type is the kind of an item. The names are those of the file format.
type Type string

// The item types. The comment gives the FHIR R4 item type.
const (
	TypeGroup       Type = "group"       // group
	TypeDisplay     Type = "display"     // display
	TypeYesNo       Type = "yes-no"      // choice
	TypeChoice      Type = "choice"      // choice, open-choice
	TypeChoices     Type = "choices"     // choice, open-choice, repeats
	TypeScale       Type = "scale"       // integer
	TypeInteger     Type = "integer"     // integer
	TypeDecimal     Type = "decimal"     // decimal
	TypeDate        Type = "date"        // date
	TypeString      Type = "string"      // string
	TypeText        Type = "text"        // text
	TypeQuiz        Type = "quiz"        // choice
	TypeDecision    Type = "decision"    // choice
	TypeAttestation Type = "attestation" // signature extension
)

// Types lists the item types in the order of the documentation.
func Types() []Type {
	return []Type{TypeGroup, TypeDisplay, TypeYesNo, TypeChoice, TypeChoices, TypeScale, TypeInteger, TypeDecimal,
		TypeDate, TypeString, TypeText, TypeQuiz, TypeDecision, TypeAttestation}
}

// Answerable reports whether items of the type take an answer.
func (t Type) Answerable() bool { return t != TypeGroup && t != TypeDisplay }

// Question reports whether items of the type are counted as questions: all that take an answer but the decision and
// the attestation, which have screens of their own at the end.
func (t Type) Question() bool {
	return t.Answerable() && t != TypeDecision && t != TypeAttestation
}

// Coded reports whether the answer is made of options.
func (t Type) Coded() bool {
	return slices.Contains([]Type{TypeYesNo, TypeChoice, TypeChoices, TypeQuiz, TypeDecision}, t)
}

// Numeric reports whether the answer is a number.
func (t Type) Numeric() bool { return t == TypeScale || t == TypeInteger || t == TypeDecimal }

// Whole reports whether the answer is a whole number.
func (t Type) Whole() bool { return t == TypeScale || t == TypeInteger }

// Fields lists the keys that may stand on an item of the type, by their names in the file, in the order of the
// documentation. It is nil for a type that does not exist.
func Fields(t Type) []string {
	if !slices.Contains(Types(), t) {
		return nil
	}
	keys := []string{"id", "type", "when", "text"}
	if t == TypeGroup {
		return append(keys, "topic", "title", "explain", "counsellor", "sources", "local", "covers", "change", "items")
	}
	if t == TypeDisplay {
		return append(keys, "title", "picture", "explain", "counsellor", "sources", "local", "covers", "change")
	}
	keys = append(keys, "help", "explain", "counsellor", "required", "private", "check", "do", "outcomes", "sources", "local", "covers", "change")
	return append(keys, ownFields(t)...)
}

func ownFields(t Type) []string {
	switch t {
	case TypeChoice, TypeChoices, TypeDecision:
		return []string{"options"}
	case TypeQuiz:
		return []string{"options", "again"}
	case TypeScale:
		return []string{"min", "max", "min-label", "max-label"}
	case TypeInteger, TypeDecimal:
		return []string{"min", "max", "unit"}
	case TypeDate:
		return []string{"min", "max"}
	case TypeString, TypeText:
		return []string{"max-length"}
	case TypeAttestation:
		return []string{"statement"}
	default:
		return nil
	}
}

// OptionFields lists the keys that may stand on an option of an item of the type.
func OptionFields(t Type) []string {
	switch t {
	case TypeChoice:
		return []string{"value", "text", "open"}
	case TypeChoices:
		return []string{"value", "text", "exclusive", "open"}
	case TypeQuiz:
		return []string{"value", "text", "correct", "feedback"}
	case TypeDecision:
		return []string{"value", "text"}
	default:
		return nil
	}
}
