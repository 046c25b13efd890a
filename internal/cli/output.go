package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime/debug"

	"informed/internal/app"
	"informed/internal/questionnaire"
)

// output says of an error that it is about standard output.
func output(err error) error {
	if err == nil {
		return nil
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("write to standard output: %w", err)
}

// readingGC is how much garbage there may be while a file is read, in percent of what is in use. Most of what reading
// makes stays in use until all is read, so that collecting it sooner takes time and frees little.
const readingGC = 400

// load reads a questionnaire. Where it has errors, they are told, with where they are.
func load(s System, name string) (*questionnaire.Questionnaire, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(readingGC))
	q, found, err := app.Load(name)
	if err != nil {
		return nil, err
	}
	if q == nil {
		tell(s.Err, found)
		return nil, &exit{status: statusQuestionnaire, err: fmt.Errorf("open %s: the questionnaire has errors", name)}
	}
	return q, nil
}

// tell prints findings, each on a line of its own with its hint below.
func tell(w io.Writer, found []questionnaire.Diagnostic) error {
	for _, d := range found {
		line := d.String() + "\n"
		if d.Hint != "" {
			line += "    hint: " + d.Hint + "\n"
		}
		if _, err := io.WriteString(w, line); err != nil {
			return err
		}
	}
	return nil
}

// worst reports whether one of the findings is an error, and whether there is any at all.
func worst(found []questionnaire.Diagnostic) (errs, any bool) {
	for _, d := range found {
		errs = errs || d.Severity == questionnaire.Error
	}
	return errs, len(found) > 0
}
