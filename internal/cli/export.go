package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/session"
	"informed/internal/summary"
)

func newExport(s System) *cobra.Command {
	var private bool
	export := &cobra.Command{
		Use:   "export RECORD",
		Short: "Write a copy of a record",
		Long: `Write a copy of a record, in one format or several. A copy carries a seal; informed verify finds out whether it is as it
was made. Where recipients are set, copies in files are sealed to them, and have the ending .age; a copy on standard
output never is. That a copy was made is written into the record.`,
		Args:              counted(1, 1),
		ValidArgsFunction: s.oneRecord(anyRecord),
		RunE: func(cmd *cobra.Command, args []string) error {
			places, err := s.sources(cmd.Flags())
			if err != nil {
				return err
			}
			copies, err := exported(places, cmd)
			if err != nil {
				return err
			}
			a, err := s.archive(cmd.Context(), cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			if copies, err = a.notarised(copies); err != nil {
				return err
			}
			if err := copies.Check(); err != nil {
				return err
			}
			return s.export(cmd.Context(), a, args[0], copies, private)
		},
	}
	export.Flags().StringSlice("format", nil, "write the copy as `FORMAT`: "+strings.Join(app.FormatNames(), ", ")+"; may be given again (default md)")
	export.Flags().String("out", "", "write the copy to `PATH`, a folder for several; - is standard output (default the current folder)")
	export.Flags().BoolVar(&private, "private", false, "put in also what is private; JSON always has it")
	addStoreFlag(export.Flags())
	addIdentityFlag(export.Flags())
	export.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(app.FormatNames(), cobra.ShellCompDirectiveNoFileComp))
	return export
}

// exported says which copies are wanted, and where.
func exported(places sources, cmd *cobra.Command) (app.Copies, error) {
	out, _ := places.pick("out")
	formats, from := places.pick("export")
	if cmd.Flags().Changed("format") {
		formats, from = flagged(cmd.Flags()).value("format"), "--format"
	}
	c := app.Copies{Formats: split(formats), Out: out}
	if err := known(c.Formats, from); err != nil {
		return c, err
	}
	return c, c.Check()
}

// export first writes into the record that it is copied, and then the copies.
func (s System) export(ctx context.Context, a archive, typed string, copies app.Copies, private bool) error {
	r, err := a.find(ctx, typed)
	if err != nil {
		return err
	}
	view, err := a.Open(ctx, r.ID)
	if err != nil {
		return err
	}
	words, err := wordsFor("", view.Session.Questionnaire())
	if err != nil {
		return err
	}
	sum := summary.Build(view.Session.Questionnaire(), view.Session.Record(), words)
	targets, err := copies.Targets(sum)
	if err != nil {
		return err
	}
	for _, t := range targets {
		if err := a.note(ctx, "copy", r.ID, session.Exported{Format: t.Format, Private: private || t.Whole}); err != nil {
			return err
		}
	}
	written, err := copies.Write(sum, words, private)
	for _, t := range written {
		if t.Path != app.Stdout {
			fmt.Fprintln(s.Err, "saved:", t.Path)
		}
	}
	if err != nil {
		return err
	}
	return s.hand(written)
}
