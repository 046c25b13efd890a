package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/summary"
)

// fill takes the answers from the sheet, asks nothing, and writes the copies: also of what is incomplete, which the copy
// says of itself.
func (s sitting) fill(ctx context.Context) error {
	j, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer j.Close()
	found := app.Fill(j.Session(), s.sheet)
	tell(s.Err, found)
	if err := j.Leave(ctx, session.InputEnded); err != nil {
		return err
	}
	record := j.Session().Record()
	written, failed := s.copies.Write(summary.Build(j.Session().Questionnaire(), record, s.words), s.words, false)
	for _, t := range written {
		j.Session().Copied(t.Format, t.Whole)
		if t.Path != app.Stdout {
			fmt.Fprintln(s.Err, "saved:", t.Path)
		}
	}
	if err := j.Save(ctx); err != nil {
		return err
	}
	if failed != nil {
		return s.unwritten(failed, j)
	}
	if err := s.hand(written); err != nil {
		return err
	}
	errs, _ := worst(found)
	switch {
	case record.Status != session.Complete:
		return &exit{status: statusAnswers, err: errors.New("take the answers from a file: they are incomplete")}
	case errs:
		return &exit{status: statusAnswers, err: errors.New("take the answers from a file: some do not fit")}
	default:
		return nil
	}
}

// unwritten says of an error about copies that the answers are safe, where they are.
func (s sitting) unwritten(err error, j *records.Journal) error {
	if !j.Kept() {
		return err
	}
	command := strings.TrimSpace("informed export " + j.Session().Record().Record + " " + s.settings.keeping.flags)
	if len(s.settings.keeping.recipients) > 0 {
		command += " --identity FILE"
	}
	return &app.Fault{Err: err, Hint: "the answers are kept; once that is mended, this writes a copy: " + command}
}
