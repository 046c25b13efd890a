package cli

import (
	"context"

	"github.com/spf13/cobra"

	"informed/internal/records"
)

func newRecordsResume(s System) *cobra.Command {
	resume := &cobra.Command{
		Use:   "resume RECORD",
		Short: "Go on with an unfinished record",
		Long: `Go on with an unfinished record: at the screen where it was left, with the questionnaire as it was when the record was
begun. A record that is open elsewhere is refused.`,
		Args:              counted(1, 1),
		ValidArgsFunction: s.oneRecord(unfinished),
		RunE: func(cmd *cobra.Command, args []string) error {
			made, err := s.settings(cmd.Flags())
			if err != nil {
				return err
			}
			front, err := s.frontEnd(made, "")
			if err != nil {
				return usage(err, "use --plain to answer line by line")
			}
			if made.lang != "" {
				if _, err := wordsIn(made.lang); err != nil {
					return err
				}
			}
			a, err := s.archive(cmd.Context(), cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			r, err := a.find(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if made.copies, err = a.notarised(made.copies); err != nil {
				return err
			}
			if err := made.copies.Check(); err != nil {
				return err
			}
			j, err := a.Resume(cmd.Context(), r.ID)
			if err != nil {
				return err
			}
			defer j.Close()
			return s.goOn(cmd.Context(), made, a, j, front)
		},
	}
	addRunFlags(resume)
	addIdentityFlag(resume.Flags())
	return resume
}

// goOn lets a front end walk on with a record.
func (s System) goOn(ctx context.Context, made settings, a archive, j *records.Journal, front func(sitting, context.Context) error) error {
	words, err := wordsFor(made.lang, j.Session().Questionnaire())
	if err != nil {
		return err
	}
	begin := func(context.Context) (*records.Journal, error) { return j, nil }
	return front(sitting{System: s, settings: made, words: words, begin: begin}, ctx)
}
