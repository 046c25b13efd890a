package cli

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/questionnaire"
)

func newLint(s System) *cobra.Command {
	var asJSON, strict bool
	lint := &cobra.Command{
		Use:   "lint FILE...",
		Short: "Check questionnaire files",
		Long: `Check questionnaire files. Each problem is printed as file:line:col: severity CODE message, with a hint below it.
The exit status is 3 if there is an error, and with --strict also if there is a warning.`,
		Args:              counted(1, -1),
		ValidArgsFunction: completeQuestionnaires,
		RunE: func(_ *cobra.Command, files []string) error {
			return runLint(s, files, asJSON, strict)
		},
	}
	lint.Flags().BoolVar(&asJSON, "json", false, "print the problems as a JSON array")
	lint.Flags().BoolVar(&strict, "strict", false, "let a warning count as an error")
	return lint
}

// runLint checks all files, also after one that cannot be read.
func runLint(s System, files []string, asJSON, strict bool) error {
	found := []questionnaire.Diagnostic{}
	status := statusDone
	for _, file := range files {
		_, more, err := app.Load(file)
		found = append(found, more...)
		if err != nil {
			status = finish(s.Err, err)
		}
	}
	print := tell
	if asJSON {
		print = tellJSON
	}
	if err := output(print(s.Out, found)); err != nil {
		return err
	}
	errs, any := worst(found)
	switch {
	case status != statusDone:
		return &exit{status: status}
	case errs || strict && any:
		return &exit{status: statusQuestionnaire}
	case !any:
		fmt.Fprintln(s.Err, "no problem found")
	}
	return nil
}

func tellJSON(w io.Writer, found []questionnaire.Diagnostic) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(found)
}
