package cli

import (
	"context"

	"informed/internal/app"
	"informed/internal/tui"
)

// onScreen shows the questions on the full screen of a terminal.
func (s sitting) onScreen(ctx context.Context) error {
	in, out, _ := s.screen(s.copies.Out == app.Stdout)
	result, err := tui.Run(ctx, tui.Options{
		In: in, Out: out, Begin: s.begin, Offer: s.offer, Words: s.words, Color: s.color, Env: s.Env, Copies: s.copies, Now: s.Now,
	})
	defer result.Journal.Close()
	if err != nil {
		return err
	}
	if err := s.hand(result.Written); err != nil {
		return err
	}
	switch result.End {
	case tui.Finished:
		return nil
	case tui.Unsaved:
		return result.Fault
	default:
		return &exit{status: statusInterrupted}
	}
}
