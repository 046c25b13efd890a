package session

// Consulted means that a counsellor sat down with the record. The rules are those of the place at that time.
type Consulted struct {
	Counsellor Party  `json:"counsellor"`
	Witness    []Need `json:"witness,omitempty"` // when a witness must sign
}

// Handed means that someone else uses the keyboard from now on.
type Handed struct {
	To  Hand   `json:"to"`
	Why string `json:"why,omitempty"` // why the counsellor types what the patient says
}

// Present means that someone takes part from now on, or that more is known of them.
type Present struct {
	Party Party `json:"party"`
}

// Gone means that someone takes no part any more, or never did.
type Gone struct {
	Role string `json:"role"`
	Name string `json:"name"`
}

// Noted is what a counsellor wrote, about an item or, without one, about all.
type Noted struct {
	Item string `json:"item,omitempty"`
	Text string `json:"text"`
}

// TaughtBack is what the patient said in their own words about an item, as the counsellor typed it. What is judged is the
// explanation that went before, never the person.
type TaughtBack struct {
	Item  string `json:"item"`
	Words string `json:"words"`
	Clear bool   `json:"clear"` // the explanation was; else it is to be explained again
}

// Probed is the patient's answer to a quiz that was asked afresh. It changes no answer that was given before.
type Probed struct {
	Item   string `json:"item"`
	Probe  int    `json:"probe"` // which of the quiz's questions, from 0
	Option string `json:"option"`
}

// Confirmed is the patient's word on whether an item is settled for them now: yes, no or unsure.
type Confirmed struct {
	Item   string `json:"item"`
	Answer string `json:"answer"`
}

// Concluded is where the talk about an item came out.
type Concluded struct {
	Item    string  `json:"item"`
	Outcome Outcome `json:"outcome"`
	To      string  `json:"to,omitempty"` // of a referral: to whom
	By      string  `json:"by,omitempty"` // of a referral: until when, YYYY-MM-DD
}

// Outcome is where the talk about an item came out.
type Outcome string

// The outcomes. Without any an item is still to be talked about.
const (
	Resolved  Outcome = "resolved"
	Unsettled Outcome = "open"
	Referred  Outcome = "referred"
)

// Amended means that a record that was signed by all is about to be changed. The signed one is named by its fingerprint.
type Amended struct {
	Fingerprint string `json:"fingerprint"`
	Why         string `json:"why"`
}

// Signed is a name typed under what it means. It signs the record of that fingerprint, and no other.
type Signed struct {
	Role        string `json:"role"`
	Name        string `json:"name"`
	Meaning     string `json:"meaning"`
	Fingerprint string `json:"fingerprint"`
}

func (Consulted) kind() string  { return "consulted" }
func (Handed) kind() string     { return "handed" }
func (Present) kind() string    { return "present" }
func (Gone) kind() string       { return "gone" }
func (Noted) kind() string      { return "noted" }
func (TaughtBack) kind() string { return "taught-back" }
func (Probed) kind() string     { return "probed" }
func (Confirmed) kind() string  { return "confirmed" }
func (Concluded) kind() string  { return "concluded" }
func (Amended) kind() string    { return "amended" }
func (Signed) kind() string     { return "signed" }
