package cli

import (
	"bytes"
	"io"
	"strings"
	"text/tabwriter"

	"informed/internal/text"
)

// printTable prints rows in columns, all at once. Nothing in a cell acts on a terminal, whoever wrote it, and an empty one
// becomes a dash, so that each line has as many cells as the first.
func printTable(w io.Writer, rows [][]string) error {
	var page bytes.Buffer
	columns := tabwriter.NewWriter(&page, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		for i, cell := range row {
			if row[i] = text.CleanLine(cell); row[i] == "" {
				row[i] = "-"
			}
		}
		io.WriteString(columns, strings.Join(row, "\t")+"\n")
	}
	columns.Flush()
	_, err := w.Write(page.Bytes())
	return err
}
