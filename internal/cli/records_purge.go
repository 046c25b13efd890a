package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

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
		Args: counted(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			places, err := s.sources(cmd.Flags())
			if err != nil {
				return err
			}
			retention, from := places.pick("retention")
			if older != "" {
				retention, from = older, "--older-than"
			}
			if len(args) > 0 && older != "" {
				return usage(errors.New("purge records: both names and --older-than were given"), "give one of them")
			}
			if len(args) == 0 && retention == "" {
				return usage(errors.New("purge records: it is not said which"), "name them, or give --older-than 30d")
			}
			a, err := s.archive(cmd.Context(), cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			why := "named"
			var chosen []store.Record
			if len(args) > 0 {
				chosen, err = find(cmd.Context(), a, args)
			} else {
				why = "older than " + retention
				chosen, err = s.expired(cmd.Context(), a, retention, from)
			}
			if err != nil {
				return err
			}
			return s.purge(cmd.Context(), a, chosen, why, yes)
		},
	}
	purge.Flags().StringVar(&older, "older-than", "", "purge what nothing was added to for `TIME`, such as 30d, 8w, 6m or 2y")
	addYesFlag(purge.Flags(), &yes)
	return purge
}

func find(ctx context.Context, a archive, ids []string) ([]store.Record, error) {
	var found []store.Record
	for _, id := range ids {
		r, err := a.Find(ctx, id)
		if err != nil {
			return nil, err
		}
		found = append(found, r)
	}
	return found, nil
}

func (s System) expired(ctx context.Context, a archive, retention, from string) ([]store.Record, error) {
	before, ok := back(s.Now(), retention)
	if !ok {
		return nil, usage(fmt.Errorf("%s: %q is not a time", from, retention), "write a number and d, w, m or y, such as 30d")
	}
	return a.Older(ctx, before)
}

// back goes back from now by a number of days, weeks, months or years. It refuses none, and more than anybody means.
func back(now time.Time, text string) (time.Time, bool) {
	if text == "" {
		return now, false
	}
	n, digits := 0, text[:len(text)-1]
	for _, c := range digits {
		if c < '0' || c > '9' || n > 100_000 {
			return now, false
		}
		n = n*10 + int(c-'0')
	}
	if n == 0 {
		return now, false
	}
	switch text[len(text)-1] {
	case 'd':
		return now.AddDate(0, 0, -n), true
	case 'w':
		return now.AddDate(0, 0, -7*n), true
	case 'm':
		return now.AddDate(0, -n, 0), true
	case 'y':
		return now.AddDate(-n, 0, 0), true
	default:
		return now, false
	}
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
	if err := s.confirm(yes, fmt.Sprintf("Purge %s for good?", counting(len(chosen)))); err != nil {
		return err
	}
	var left []string
	for _, r := range chosen {
		t, err := a.Purge(ctx, r.ID, why)
		switch {
		case errors.Is(err, store.ErrClaimed):
			left = append(left, r.ID)
		case err != nil:
			return err
		default:
			fmt.Fprintf(s.Out, "purged: %s (%d entries, last hash %s)\n", t.Record, t.Entries, t.Head)
		}
	}
	if len(left) > 0 {
		return &app.Fault{Err: fmt.Errorf("purge %s: %w", strings.Join(left, ", "), store.ErrClaimed), Hint: "close it there, then purge it"}
	}
	return nil
}

func counting(n int) string {
	if n == 1 {
		return "1 record"
	}
	return fmt.Sprint(n, " records")
}
