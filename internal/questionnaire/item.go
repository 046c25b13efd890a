package questionnaire

// Item is one entry of a questionnaire: a group, a text to read, or a question. Which fields may stand on which
// type is told by [Fields].
type Item struct {
	ID    string
	Type  Type
	When  *Condition // nil: always shown
	Topic string     // groups: what the items below are about
	Title string     // groups and displays

	Change Change // from the version before, of this item alone; "" is that of the version

	Text       string // Markdown on groups and displays, one plain question elsewhere
	Help       string // one short line under the question
	Explain    string // Markdown, opened on request
	Counsellor string // Markdown, for the counsellor alone
	Statement  string // attestation: what the typed name stands under

	Required bool
	Private  bool
	Options  []Option
	Again    *Probe // quiz: the second probe of the same claim

	Min, Max           string // numbers or dates; "" is unbounded
	MinLabel, MaxLabel string // scale: the words at each end
	Unit               string
	MaxLength          int // runes of own words; 0 means MaxAnswer

	Check    string // the checklist line
	Do       string // its action
	Outcomes []Outcome
	Picture  *Picture
	Sources  []string // keys of Definition.Sources
	Local    []string // what it asks of the region, see [LocalNames]
	Covers   []string // rows of the coverage table
	Items    []Item   // groups
}

// Option is one answer of a choice, choices, quiz or decision.
type Option struct {
	Value     string
	Text      string // "" on options that the program added: yes, no, unsure
	Feedback  string // quiz: shown at once when this is chosen
	Exclusive bool   // choices: stands alone
	Open      bool   // takes the person's own words
	Correct   bool   // quiz
}

// Probe is one way of asking about a claim.
type Probe struct {
	Text    string
	Options []Option
}

// Outcome gives a checklist line its state when its condition holds.
type Outcome struct {
	When  *Condition
	State State
	Do    string // "" falls back to the item's
}

// State is what a checklist line asks of the person.
type State string

// The states of a checklist line. Support is about the person, not the offer, and is private.
const (
	StateWarning State = "warning"
	StateAsk     State = "ask"
	StateReview  State = "review"
	StateSupport State = "support"
	StateOpen    State = "open"
	StateSettled State = "settled"
)

// OutcomeStates lists the states that an outcome may give. Open is not among them: it means that there is no answer.
func OutcomeStates() []State {
	return []State{StateWarning, StateAsk, StateReview, StateSupport, StateSettled}
}

// Picture is an icon array: Count of Of people, in a stated group and time.
type Picture struct {
	Of, Count int
	Label     string // what happened to Count people
	Months    int
	Group     string // who was studied
	Certainty Certainty
	Source    string
}

// Certainty says how sure a number is. Unknown draws nothing.
type Certainty string

// The certainties of a picture.
const (
	High    Certainty = "high"
	Some    Certainty = "some"
	Low     Certainty = "low"
	Unknown Certainty = "unknown"
)

// Certainties lists the certainties, surest first.
func Certainties() []Certainty { return []Certainty{High, Some, Low, Unknown} }
