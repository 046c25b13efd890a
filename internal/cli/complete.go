package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"informed/internal/session"
	"informed/internal/store"
)

// completeRecords offers the ids of records, and what goes with files where the directive does. It makes no store, and
// says nothing of what goes wrong: whoever is typing sees that when the command runs.
func (s System) completeRecords(fits func(store.Record) bool, files cobra.ShellCompDirective) cobra.CompletionFunc {
	return func(cmd *cobra.Command, given []string, _ string) ([]string, cobra.ShellCompDirective) {
		a, err := s.archive(cmd.Context(), cmd)
		if err != nil {
			return nil, files
		}
		defer a.Close()
		list, err := a.List(cmd.Context())
		if err != nil {
			return nil, files
		}
		var ids []string
		for _, r := range list {
			if fits(r) && !slices.Contains(given, r.ID) {
				ids = append(ids, cobra.CompletionWithDesc(r.ID, r.Questionnaire+", "+string(r.Status)+", "+minute(r.Updated)))
			}
		}
		return ids, files
	}
}

// oneRecord offers ids for the first argument alone.
func (s System) oneRecord(fits func(store.Record) bool) cobra.CompletionFunc {
	offer := s.completeRecords(fits, cobra.ShellCompDirectiveNoFileComp)
	return func(cmd *cobra.Command, given []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(given) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return offer(cmd, given, typed)
	}
}

func anyRecord(store.Record) bool { return true }

func unfinished(r store.Record) bool { return r.Status == session.InProgress }

func standing(r store.Record) bool { return r.Status != session.Retracted }
