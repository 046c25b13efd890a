package questionnaire

// Format is the only value of a file's format key.
const Format = "informed/v1"

// Bounds on one questionnaire. A file beyond them is refused.
const (
	MaxBytes  = 4 << 20
	MaxItems  = 20_000
	MaxDepth  = 32
	MaxAnswer = 4000 // runes of a person's own words
)

// Definition is a questionnaire as its author wrote it: not yet checked, nothing filled in.
type Definition struct {
	ID       string
	Version  string // semantic version, x.y.z
	Status   Status
	Date     string // YYYY-MM-DD
	Change   Change // from the version before; "" is unsaid, see ChangeOf
	Language string // BCP 47 tag
	Title    string
	Purpose  string // Markdown
	Minutes  int    // how long it takes, as the author judges; 0 if unsaid

	Publisher string
	Funding   string
	Review    Review
	Sources   []Source
	Glossary  []Term
	Items     []Item

	Hash string // "sha256:" and the hex digest of the file's bytes
	Raw  []byte // those bytes
}

// Status says whether a questionnaire may be used with patients.
type Status string

// The statuses of a questionnaire, as in FHIR PublicationStatus.
const (
	Draft   Status = "draft"
	Active  Status = "active"
	Retired Status = "retired"
)

// Statuses lists the statuses in their usual order.
func Statuses() []Status { return []Status{Draft, Active, Retired} }

// Review says who reviewed the content, when, and when the next review is due. Dates are YYYY-MM-DD.
type Review struct {
	By, On, Next string
}

// Source is a publication that items cite.
type Source struct {
	Key       string // how items name it
	Title     string
	Publisher string
	Year      int
	URL       string
	Checked   string // YYYY-MM-DD, the day it was last looked at
	Evidence  Evidence
}

// Evidence says how a source was read.
type Evidence string

// Direct: the source itself was read. Secondary: known through another text.
const (
	Direct    Evidence = "direct"
	Secondary Evidence = "secondary"
)

// Evidences lists the kinds of evidence.
func Evidences() []Evidence { return []Evidence{Direct, Secondary} }

// Term is a glossary entry in plain words.
type Term struct {
	Term, Meaning string
}
