package cli

import (
	"cmp"
	"encoding/json"
	"errors"
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
	var l linting
	command := &cobra.Command{
		Use:   "lint FILE...",
		Short: "Check questionnaire and region files",
		Long: `Check questionnaire and region files. Each problem is printed as file:line:col: severity CODE message, with a hint below it.
An error means that the file cannot be used. A warning is an opinion: a sentence that is hard to read, a question that
asks two things, a number without "of how many", a claim without a source, words that promise, a path that leads nowhere.

With --since, a new version is compared with the one before. It is an error if the file says change: cosmetic, or
clarifying, of what changes more than that, such as a number, a negation or a quiz, or if the version does not grow.

The exit status is 3 if there is an error, and with --strict also if there is a warning.`,
		Example: `  informed lint our-clinic.yaml
  informed lint our-clinic.yaml --since old/our-clinic.yaml`,
		Args:              counted(1, -1),
		ValidArgsFunction: completeQuestionnaires,
		RunE: func(cmd *cobra.Command, files []string) error {
			l.compares = cmd.Flags().Changed("since")
			return l.run(s, files)
		},
	}
	command.Flags().BoolVar(&l.asJSON, "json", false, "print the problems as a JSON array")
	command.Flags().BoolVar(&l.strict, "strict", false, "let a warning count as an error")
	command.Flags().StringVar(&l.since, "since", "", "compare with the version before, which is `OLD`, a file or the id of a built-in")
	command.RegisterFlagCompletionFunc("since", completeQuestionnaires)
	return command
}

// linting is how files are checked.
type linting struct {
	asJSON, strict bool
	compares       bool                         // with a version before
	since          string                       // its name, as it was given
	before         *questionnaire.Questionnaire // itself
}

// run checks all files, also after one that cannot be read.
func (l *linting) run(s System, files []string) error {
	if err := l.open(s, files); err != nil {
		return err
	}
	found := []questionnaire.Diagnostic{}
	status := statusDone
	for _, file := range files {
		more, err := l.findings(file, s.Now())
		found = append(found, more...)
		if err != nil {
			status = finish(s.Err, err)
		}
	}
	print := tell
	if l.asJSON {
		print = tellJSON
	}
	if err := output(print(s.Out, found)); err != nil {
		return err
	}
	errs, any := worst(found)
	switch {
	case status != statusDone:
		return &exit{status: status}
	case errs || l.strict && any:
		return &exit{status: statusQuestionnaire}
	case !any:
		fmt.Fprintln(s.Err, "no problem found")
	}
	return nil
}

// open reads the version before. What is wrong with it is told as an error: it is not what is being checked.
func (l *linting) open(s System, files []string) error {
	if !l.compares {
		return nil
	}
	if len(files) > 1 {
		return usage(errors.New("--since compares one file, and there are several"), "check them one by one")
	}
	q, found, err := app.Load(l.since)
	if err != nil {
		return fmt.Errorf("the version before: %w", err)
	}
	if q == nil {
		tell(s.Err, found)
		return &exit{status: statusQuestionnaire, err: &app.Fault{
			Err: fmt.Errorf("compare with %s: it has errors", l.since), Hint: "name the file as it was when people saw it",
		}}
	}
	l.before = q
	return nil
}

// findings gives what is to say about one file, a questionnaire or a region.
func (l *linting) findings(file string, now time.Time) ([]questionnaire.Diagnostic, error) {
	if data, err := app.ReadFile(file, region.MaxBytes); err == nil && regionFormat.Match(data) {
		if l.before != nil {
			return nil, usage(fmt.Errorf("compare %s: it is a region file", file), "--since compares questionnaires")
		}
		_, found := yamlform.DecodeRegion(file, data)
		return found, nil
	}
	q, found, err := app.Load(file)
	if q != nil {
		found = append(found, l.opinions(file, q, now)...)
	}
	return found, err
}

// regionFormat finds out whether a file means to be a region, also where the rest of it is broken.
var regionFormat = regexp.MustCompile(`(?m)^format:\s*["']?informed-region/`)

// opinions gives what the linter thinks of a questionnaire that is right in itself, in the order of its lines.
func (l *linting) opinions(name string, q *questionnaire.Questionnaire, now time.Time) []questionnaire.Diagnostic {
	if slices.Contains(app.BuiltIns(), name) {
		name += ".yaml"
	}
	found := append(lint.Check(q, now.Format(time.DateOnly)), lint.Since(l.before, q)...)
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
