package revision

import "slices"

// Field says which text of an item, or before all items, a pair is about.
type Field string

// The fields, in the order in which the pairs of an item stand.
const (
	Title   Field = "title"
	Text    Field = "text"
	Picture Field = "picture" // "10/100", or "" where nobody knows
	Months  Field = "picture-months"
	Sure    Field = "picture-certainty"
	Label   Field = "picture-label"
	Group   Field = "picture-group"
	Cited   Field = "picture-source"

	Help      Field = "help"
	Statement Field = "statement"
	Option    Field = "option" // as are the next three, of the option that Pair.Key names
	Feedback  Field = "feedback"
	Exclusive Field = "exclusive"
	Open      Field = "open"
	Correct   Field = "correct" // the text of the right option of a quiz
	Least     Field = "min"
	Most      Field = "max"
	LeastText Field = "min-label"
	MostText  Field = "max-label"
	Unit      Field = "unit"
	Length    Field = "max-length"

	AgainText     Field = "again-text" // the second question of a quiz, and what belongs to it
	AgainOption   Field = "again-option"
	AgainFeedback Field = "again-feedback"
	AgainCorrect  Field = "again-correct"

	Explain  Field = "explain"
	Check    Field = "check"
	Do       Field = "do"
	Action   Field = "outcome-do" // the action of the outcome that Pair.Key counts, from 1
	Outcomes Field = "outcomes"
	When     Field = "when" // with those of the groups around, if the item moved
	Required Field = "required"
	Private  Field = "private"
	Type     Field = "type"
	Topic    Field = "topic"
	Sources  Field = "sources"
	Local    Field = "local"

	Counsellor Field = "counsellor"
	Covers     Field = "covers"

	Purpose   Field = "purpose" // this one and the next stand before all items
	Minutes   Field = "minutes"
	Publisher Field = "publisher"
	Funding   Field = "funding"
	Language  Field = "language"
	Meaning   Field = "meaning"  // of the glossary's term that Pair.Key gives
	Citation  Field = "citation" // of the source that Pair.Key names
)

// Shown reports whether patients come to see the field, or notice what it does. The guidance for counsellors is not shown.
func (f Field) Shown() bool { return !slices.Contains([]Field{Counsellor, Covers}, f) }

// Prose reports whether what differs are words as people read them, so that the old can stand beside the new. What gives the
// answer of a quiz away is none: it is not read before that is asked.
func (f Field) Prose() bool {
	return slices.Contains([]Field{
		Title, Text, Picture, Label, Group, Help, Statement, Option, LeastText, MostText, Unit, Explain, Do, Action, Purpose, Publisher,
		Funding,
	}, f)
}

// Pair is one text that differs, as it was and as it is. Conditions, outcomes and flags are spelled as in the file. An
// empty text means that there was nothing, or, on an option, the program's own words for its value. The feedback and the
// right option of a quiz give its answer away: they are for after it is asked.
type Pair struct {
	Field    Field
	Key      string // which option, outcome, term or source; "" of what there is only one
	Kind     Kind
	Old, New string
	Pointer  string // JSON pointer from the new item, or from the new file if before all items; it may lead to nothing
}
