package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"informed/internal/text"
)

func newRecordsWithdraw(s System) *cobra.Command {
	var yes bool
	withdraw := &cobra.Command{
		Use:   "withdraw RECORD",
		Short: "Take back what was agreed to in a record",
		Long: `Take back what was agreed to in a record. No reason is asked for. The answers stay, and the record and every copy made
from now on say that it was withdrawn. Copies that were given away before do not know of it. To take the answers away,
too, use informed records purge.`,
		Args:              counted(1, 1),
		ValidArgsFunction: s.oneRecord(standing),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := s.archive(cmd.Context(), cmd)
			if err != nil {
				return err
			}
			defer a.Close()
			r, err := a.find(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if standing(r) {
				question := fmt.Sprintf("Withdraw the record %s (%s, %s)?", r.ID, r.Questionnaire, text.CleanLine(string(r.Status)))
				if err := unabridged(args[0], r, yes); err != nil {
					return err
				}
				if err := s.confirm(cmd.Context(), yes, question); err != nil {
					return err
				}
			}
			if err := a.Withdraw(cmd.Context(), r.ID); err != nil {
				return err
			}
			fmt.Fprintln(s.Err, "withdrawn:", r.ID)
			fmt.Fprintln(s.Err, "Tell whoever holds a copy. The answers are still here; informed records purge", r.ID, "takes them away.")
			return nil
		},
	}
	addYesFlag(withdraw.Flags(), &yes)
	return withdraw
}
