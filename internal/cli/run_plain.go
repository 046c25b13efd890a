package cli

import (
	"context"
	"os/signal"
	"syscall"

	"informed/internal/app"
	"informed/internal/plain"
)

// plainly asks line by line. When a copy goes to standard output, the talk does not.
func (s sitting) plainly(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	paper := s.Out
	if s.copies.Out == app.Stdout {
		paper = s.Err
	}
	result, err := plain.Run(ctx, plain.Options{
		In: s.In, Out: paper, Width: width(paper), Begin: s.begin, Offer: s.offer, Desk: s.desk, Words: s.words, Copies: s.copies, Now: s.Now,
	})
	if err != nil {
		result.Journal.Close()
		return err
	}
	defer result.Journal.Close()
	if err := s.hand(result.Written); err != nil {
		return err
	}
	switch result.End {
	case plain.Finished:
		return nil
	case plain.Unsaved:
		return result.Fault
	case plain.InputEnded:
		return &exit{status: statusAnswers, err: result.Fault}
	default:
		return &exit{status: statusInterrupted, err: result.Fault}
	}
}
