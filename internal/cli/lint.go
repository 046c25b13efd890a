package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/lint"
	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/region"
)

func newLint(s System) *cobra.Command {
	var asJSON, strict bool
	command := &cobra.Command{
		Use:   "lint FILE...",
		Short: "Check questionnaire and region files",
		Long: `Check questionnaire and region files. Each problem is printed as file:line:col: severity CODE message, with a hint below it.
An error means that the file cannot be used. A warning is an opinion: a sentence that is hard to read, a question that
asks two things, a number without "of how many", a claim without a source, words that promise, a path that leads nowhere.
The exit status is 3 if there is an error, and with --strict also if there is a warning.`,
		Args:              counted(1, -1),
		ValidArgsFunction: completeQuestionnaires,
		RunE: func(_ *cobra.Command, files []string) error {
			return runLint(s, files, asJSON, strict)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print the problems as a JSON array")
	command.Flags().BoolVar(&strict, "strict", false, "let a warning count as an error")
	return command
}

// runLint checks all files, also after one that cannot be read.
func runLint(s System, files []string, asJSON, strict bool) error {
	found := []questionnaire.Diagnostic{}
	status := statusDone
	for _, file := range files {
		more, err := findings(file, s.Now())
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

// findings gives what is to say about one file, a questionnaire or a region.
func findings(file string, now time.Time) ([]questionnaire.Diagnostic, error) {
	if data, err := app.ReadFile(file, region.MaxBytes); err == nil && regionFormat.Match(data) {
		_, found := yamlform.DecodeRegion(file, data)
		return found, nil
	}
	q, found, err := app.Load(file)
	if q != nil {
		found = append(found, opinions(file, q, now)...)
	}
	return found, err
}

// regionFormat finds out whether a file means to be a region, also where the rest of it is broken.
var regionFormat = regexp.MustCompile(`(?m)^format:\s*["']?informed-region/`)

// opinions gives what the linter thinks of a questionnaire that is right in itself, in the order of its lines.
func opinions(name string, q *questionnaire.Questionnaire, now time.Time) []questionnaire.Diagnostic {
	if slices.Contains(app.BuiltIns(), name) {
		name += ".yaml"
	}
	found := lint.Check(q, now.Format(time.DateOnly))
	if file, _ := yamlform.Decode(name, q.Raw); file != nil {
		file.Locate(found)
	}
	slices.SortStableFunc(found, func(a, b questionnaire.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return found
}

func tellJSON(w io.Writer, found []questionnaire.Diagnostic) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(found)
}
