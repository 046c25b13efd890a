package region

import "informed/internal/questionnaire"

// Format is the only value of a region file's format key.
const Format = "informed-region/v1"

// MaxBytes bounds a region file. A larger one is refused.
const MaxBytes = 64 << 10

// Region is a country, or several under one law.
type Region struct {
	ID       string
	Name     string // as it reads after "In"
	Language string // BCP 47 tag of the texts
	Facts    []Fact // in the order of the file; at least one for each name

	Hash string // "sha256:" and the hex digest of Raw
	Raw  []byte // the file's bytes
}

// Fact is one thing that holds in a region. Its texts are plain, not Markdown.
type Fact struct {
	Name      string // which of questionnaire.LocalFacts it is
	Title     string
	Publisher string // "" where the file has none
	URL       string // "" where the file has none
	Text      string // one or two short sentences
	Checked   string // YYYY-MM-DD, the day it was last looked at
	Evidence  questionnaire.Evidence
}

// Named gives the facts with the name.
func (r *Region) Named(name string) []Fact {
	var facts []Fact
	for _, f := range r.Facts {
		if f.Name == name {
			facts = append(facts, f)
		}
	}
	return facts
}
