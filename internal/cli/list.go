package cli

import (
	"github.com/spf13/cobra"

	"informed/internal/app"
)

func newList(s System) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the questionnaires that come with the program",
		Args:  counted(0, 0),
		RunE: func(*cobra.Command, []string) error {
			rows := [][]string{{"ID", "VERSION", "STATUS", "LANGUAGE", "TITLE"}}
			for _, id := range app.BuiltIns() {
				q, err := load(s, id)
				if err != nil {
					return err
				}
				rows = append(rows, []string{q.ID, q.Version, string(q.Status), q.Language, q.Title})
			}
			return output(printTable(s.Out, rows))
		},
	}
}
