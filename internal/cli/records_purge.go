package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/store"
)

func newRecordsPurge(s System) *cobra.Command {
	var older string
	var yes bool
	purge := &cobra.Command{
		Use:   "purge [RECORD...]",
		Short: "Take records away for good",
		Long: `Take records away for good: those that are named, or those to which nothing was added for the time of --older-than, which
is a number of days, weeks, months or years, such as 30d, 8w, 6m or 2y. Without either, the setting retention is that time.

What stays of each is a line that says that it was there, how long it was, and who purged it when and why. Backups and
copies are not touched. A record that is open elsewhere is left as it is, and told.`,
		Args:              counted(0, -1),
		ValidArgsFunction: s.completeRecords(anyRecord, cobra.ShellCompDirectiveNoFileComp),
		RunE: func(cmd *cobra.Command, args []string) error {
			choice, err := s.choice(cmd, args, older, yes)
			if err != nil {
				return err
			}
			a, err := s.archive(cmd.Context(), cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			chosen, err := choice.of(cmd.Context(), a)
			if err != nil {
				return err
			}
			return s.purge(cmd.Context(), a, chosen, choice.why, yes)
		},
	}
	purge.Flags().StringVar(&older, "older-than", "", "purge what nothing was added to for `TIME`, such as 30d, 8w, 6m or 2y")
	addYesFlag(purge.Flags(), &yes)
	return purge
}

// purge tells what will be gone, asks, and takes it away.
func (s System) purge(ctx context.Context, a archive, chosen []store.Record, why string, yes bool) error {
	if len(chosen) == 0 {
		fmt.Fprintln(s.Err, "nothing to purge")
		return nil
	}
	if err := printRecords(s.Err, chosen, false); err != nil {
		return err
	}
	if err := s.confirm(ctx, yes, fmt.Sprintf("Purge %s for good?", counting(len(chosen)))); err != nil {
		return err
	}
	var left []string
	var unsaid error
	for _, r := range chosen {
		t, err := a.Purge(ctx, r, why)
		switch {
		case errors.Is(err, store.ErrClaimed):
			left = append(left, r.ID)
		case err != nil:
			return err
		default:
			if _, err := fmt.Fprintf(s.Out, "purged: %s (%d entries, last hash %s)\n", t.Record, t.Entries, t.Head); err != nil {
				unsaid = output(err) // what was begun is brought to its end all the same
			}
		}
	}
	if len(left) > 0 {
		return &app.Fault{Err: fmt.Errorf("purge %s: %w", strings.Join(left, ", "), store.ErrClaimed), Hint: "close it there, then purge it"}
	}
	return unsaid
}

func counting(n int) string {
	if n == 1 {
		return "1 record"
	}
	return fmt.Sprint(n, " records")
}
