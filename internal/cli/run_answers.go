package cli

import (
	"errors"
	"fmt"

	"informed/internal/app"
	"informed/internal/session"
	"informed/internal/summary"
)

// fill takes the answers from the sheet, asks nothing, and writes the copies: also of what is incomplete, which the copy
// says of itself.
func (s sitting) fill() error {
	found := app.Fill(s.session, s.sheet)
	tell(s.Err, found)
	record := s.session.Record()
	written, err := s.copies.Write(summary.Build(s.session.Questionnaire(), record, s.words), s.words, false)
	if err != nil {
		return err
	}
	for _, t := range written {
		if t.Path != app.Stdout {
			fmt.Fprintln(s.Err, "saved:", t.Path)
		}
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
