package cli

import (
	"encoding/json"
	"errors"
	"io"
	"time"

	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/records"
)

// mostOpen is how many open consultations are listed. Nobody has more to finish.
const mostOpen = 500

// listConsultations prints the open consultations.
func (s System) listConsultations(cmd *cobra.Command, lang string, asJSON bool) error {
	words, err := i18n.New("en")
	if lang != "" {
		words, err = wordsIn(lang)
	}
	if err != nil {
		return err
	}
	a, err := s.archive(cmd.Context(), cmd)
	if errors.Is(err, errNoRecords) {
		return output(printConsultations(s.Out, nil, words, s.Now(), asJSON))
	}
	if err != nil {
		return err
	}
	defer a.Close()
	open, err := a.Consultations(cmd.Context(), mostOpen)
	if err != nil {
		return err
	}
	return output(printConsultations(s.Out, open, words, s.Now(), asJSON))
}

// waiting is an open consultation in the JSON list.
type waiting struct {
	ID            string    `json:"id"`
	Visit         string    `json:"visit,omitempty"`
	Questionnaire string    `json:"questionnaire"`
	Version       string    `json:"version"`
	Status        string    `json:"status"`
	Consulted     time.Time `json:"consulted"` // when a counsellor first sat down with it
	Updated       time.Time `json:"updated"`
	Missing       *missed   `json:"missing,omitempty"` // not there where it cannot be read
}

// missed is what is missing in a consultation.
type missed struct {
	Topics     int      `json:"topics"`
	Decision   bool     `json:"decision"`
	Signatures []string `json:"signatures"` // roles
}

func printConsultations(w io.Writer, open []records.Consultation, words *i18n.Words, now time.Time, asJSON bool) error {
	if asJSON {
		list := make([]waiting, len(open))
		for i, c := range open {
			list[i] = waiting{c.ID, c.Visit(), c.Questionnaire, c.Version, string(c.Status), c.Consulted, c.Updated, missedIn(c, words)}
		}
		encoder := json.NewEncoder(w)
		encoder.SetIndent("", "  ")
		return encoder.Encode(list)
	}
	rows := [][]string{{"RECORD", "VISIT", "STATUS", "AGE", "LAST ENTRY", "WHAT IS MISSING"}}
	for _, c := range open {
		rows = append(rows, []string{c.ID, c.Visit(), string(c.Status), app.Age(now.Sub(c.Consulted), words), minute(c.Updated), lacking(c, words)})
	}
	return printTable(w, rows)
}

// lacking says what is missing in a consultation, or why that cannot be seen.
func lacking(c records.Consultation, words *i18n.Words) string {
	switch {
	case c.Session != nil:
		return app.Lacks(c.Session, words).Words(words)
	case errors.Is(c.Fault, records.ErrSealed):
		return "sealed"
	default:
		return "it cannot be read; informed verify " + c.ID + " tells more"
	}
}

func missedIn(c records.Consultation, words *i18n.Words) *missed {
	if c.Session == nil {
		return nil
	}
	lacks := app.Lacks(c.Session, words)
	m := missed{Topics: lacks.Topics, Decision: lacks.Decision, Signatures: []string{}}
	for _, p := range lacks.Unsigned {
		m.Signatures = append(m.Signatures, p.Role)
	}
	return &m
}
