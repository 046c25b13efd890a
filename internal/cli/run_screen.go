package cli

import (
	"context"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/tui"
)

// onScreen shows the questions on the full screen of a terminal.
func (s sitting) onScreen() error {
	in, out, _ := s.screen(s.copies.Out == app.Stdout)
	result, err := tui.Run(context.Background(), tui.Options{
		In: in, Out: out, Begin: s.begin, Words: s.words, Color: s.color, Env: s.Env, Copies: s.copies, Now: s.Now,
	})
	if err != nil {
		return err
	}
	if err := s.hand(result.Written); err != nil {
		return err
	}
	if result.End != tui.Finished {
		return &exit{status: statusInterrupted}
	}
	return nil
}

// begin opens the journal of the sitting.
func (s sitting) begin(context.Context) (*records.Journal, error) {
	return records.Unkept(s.session), nil
}
