package cli

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"informed/internal/export"
	"informed/internal/i18n"
	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/summary"
)

func newRecordsShow(s System) *cobra.Command {
	var journal, asJSON, private bool
	var pickup, visit string
	show := &cobra.Command{
		Use:   "show RECORD",
		Short: "Print the checklist and the answers of a record, or its journal",
		Long: `Print the checklist and the answers of a record as Markdown. They are the same years later, whatever became of the
questionnaire's file. With --journal, print who did what and when instead.

That it was looked at is written into the record.`,
		Args:              counted(0, 1),
		ValidArgsFunction: s.oneRecord(anyRecord),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args)+given(pickup, visit) != 1 {
				return usage(errors.New("show a record: it is not said which"), cmd.CommandPath()+" --help shows how it is used")
			}
			a, err := s.archive(cmd.Context(), cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			r, err := s.meant(cmd.Context(), a, args, pickup, visit)
			if err != nil {
				return err
			}
			view, err := a.Open(cmd.Context(), r.ID)
			if err != nil {
				return err
			}
			if err := a.note(cmd.Context(), "show", r.ID, session.Viewed{}); err != nil {
				return err
			}
			if journal {
				return output(printJournal(s.Out, view.Session.Entries(), asJSON))
			}
			words, err := wordsFor("", view.Session.Questionnaire())
			if err != nil {
				return err
			}
			return output(printRecord(s.Out, view.Session, words, asJSON, private))
		},
	}
	show.Flags().BoolVar(&journal, "journal", false, "print who did what and when")
	show.Flags().BoolVar(&asJSON, "json", false, "print JSON: the summary, or the entries of the journal, one a line")
	show.Flags().StringVar(&pickup, "pickup", "", "show the record with the pickup `CODE` that a kiosk gave its patient")
	show.Flags().StringVar(&visit, "visit", "", "show the record of the visit with the `CODE` that was typed at a kiosk")
	show.Flags().BoolVar(&private, "private", false, "print also what is private; JSON always has it")
	addIdentityFlag(show.Flags())
	return show
}

// given counts the flags that have a value.
func given(flags ...string) int {
	return len(slices.DeleteFunc(flags, func(flag string) bool { return flag == "" }))
}

// meant gives the record that was named, or that has the pickup code, or belongs to the visit.
func (s System) meant(ctx context.Context, a archive, args []string, pickup, visit string) (store.Record, error) {
	switch {
	case pickup != "":
		return a.PickUp(ctx, pickup)
	case visit != "":
		return s.onlyVisited(ctx, a, visit)
	default:
		return a.find(ctx, args[0])
	}
}

func printRecord(w io.Writer, s *session.Session, words *i18n.Words, asJSON, private bool) error {
	sum := summary.Build(s.Questionnaire(), s.Record(), words)
	content := export.Markdown(sum, words, export.Options{Private: private})
	if asJSON {
		var err error
		if content, err = export.JSON(sum, words, export.Options{}); err != nil {
			return err
		}
	}
	_, err := w.Write(content)
	return err
}

// printJournal prints entries without answers, or in JSON with all that they hold.
func printJournal(w io.Writer, entries []session.Entry, asJSON bool) error {
	if asJSON {
		encoder := json.NewEncoder(w)
		for _, e := range entries {
			if err := encoder.Encode(e); err != nil {
				return err
			}
		}
		return nil
	}
	rows := [][]string{{"ENTRY", "TIME", "ROLE", "NAME", "WHAT", "ITEM"}}
	for _, e := range entries {
		rows = append(rows, []string{strconv.Itoa(e.Seq), e.At.UTC().Format("2006-01-02 15:04:05.000 UTC"), e.Role, e.Actor, e.Kind(), session.Item(e.Event)})
	}
	return printTable(w, rows)
}
