package cli

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"informed/internal/app"
)

func newList(s System) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the questionnaires that come with the program",
		Args:  counted(0, 0),
		RunE: func(*cobra.Command, []string) error {
			table := tabwriter.NewWriter(s.Out, 0, 0, 2, ' ', 0)
			fmt.Fprintln(table, "ID\tVERSION\tSTATUS\tLANGUAGE\tTITLE")
			for _, id := range app.BuiltIns() {
				q, err := load(s, id)
				if err != nil {
					return err
				}
				fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", q.ID, q.Version, q.Status, q.Language, q.Title)
			}
			return output(table.Flush())
		},
	}
}
