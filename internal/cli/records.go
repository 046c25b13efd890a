package cli

import (
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"informed/internal/store"
)

func newRecords(s System) *cobra.Command {
	group := &cobra.Command{
		Use:   "records",
		Short: "Look after the records on this machine",
		Long: `Look after the records on this machine: which there are, what is in one, going on with one, taking one back, purging.

A record is called by its id. Any beginning of it will do that belongs to one record alone.`,
		Args: counted(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	addStoreFlag(group.PersistentFlags())
	group.AddCommand(newRecordsList(s), newRecordsShow(s), newRecordsResume(s), newRecordsWithdraw(s), newRecordsPurge(s))
	return group
}

func newRecordsList(s System) *cobra.Command {
	var asJSON bool
	var visit string
	list := &cobra.Command{
		Use:   "list",
		Short: "List the records",
		Long: `List the records, the last one changed first. This reads no answers, so it needs no key.

With --visit, list those that belong to one visit. Where records are sealed, that takes a key.`,
		Args: counted(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			all := !cmd.Flags().Changed("visit")
			if all && cmd.Flags().Changed("identity") {
				return usage(errors.New("list the records: no key is needed"), "take --identity away, or say with --visit of which visit")
			}
			a, err := s.archive(cmd.Context(), cmd)
			if errors.Is(err, errNoRecords) {
				return output(printRecords(s.Out, nil, asJSON))
			}
			if err != nil {
				return err
			}
			defer a.Close()
			list, err := s.listing(cmd.Context(), a, all, visit)
			if err != nil {
				return err
			}
			return output(printRecords(s.Out, list, asJSON))
		},
	}
	list.Flags().BoolVar(&asJSON, "json", false, "print them as a JSON array")
	list.Flags().StringVar(&visit, "visit", "", "list only the records of the visit with the `CODE` that was typed at a kiosk")
	addIdentityFlag(list.Flags())
	return list
}

// listed is a record in the JSON list.
type listed struct {
	ID            string    `json:"id"`
	Questionnaire string    `json:"questionnaire"`
	Version       string    `json:"version"`
	Hash          string    `json:"hash"`
	Status        string    `json:"status"`
	Consultation  string    `json:"consultation,omitempty"` // open, signed; not there where no counsellor sat with it
	Started       time.Time `json:"started"`
	Updated       time.Time `json:"updated"`
	Entries       int       `json:"entries"`
	Head          string    `json:"head"`
}

func printRecords(w io.Writer, list []store.Record, asJSON bool) error {
	if asJSON {
		out := make([]listed, len(list))
		for i, r := range list {
			out[i] = listed{r.ID, r.Questionnaire, r.Version, r.Text, string(r.Status), string(r.Stage), r.Started, r.Updated, r.Entries, r.Head}
		}
		encoder := json.NewEncoder(w)
		encoder.SetIndent("", "  ")
		return encoder.Encode(out)
	}
	rows := [][]string{{"RECORD", "QUESTIONNAIRE", "VERSION", "STATUS", "STARTED", "LAST ENTRY", "ENTRIES"}}
	for _, r := range list {
		rows = append(rows, []string{r.ID, r.Questionnaire, r.Version, string(r.Status), minute(r.Started), minute(r.Updated), strconv.Itoa(r.Entries)})
	}
	return printTable(w, rows)
}

func minute(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") }
