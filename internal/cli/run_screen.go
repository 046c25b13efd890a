package cli

import (
	"context"
	"fmt"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/tui"
)

// onScreen shows the questions on the full screen of a terminal.
func (s sitting) onScreen(ctx context.Context) error {
	in, out, _ := s.screen(s.copies.Out == app.Stdout)
	result, err := tui.Run(ctx, tui.Options{
		In: in, Out: out, Begin: s.begin, Offer: s.offer, Desk: s.desk, Words: s.words, Color: s.color, Env: s.Env, Copies: s.copies, Now: s.Now,
	})
	if err != nil {
		result.Journal.Close()
		return err
	}
	defer result.Journal.Close()
	if err := s.hand(result.Written); err != nil {
		return err
	}
	if result.End == tui.Finished {
		return nil
	}
	return s.left(result.Journal, result.Fault, result.End == tui.Unsaved)
}

// left says, where the screen was, how to go on with what was left, and ends the program: as a failure where the person
// stopped because their last step could not be saved.
func (s sitting) left(j *records.Journal, fault error, failed bool) error {
	if j != nil && j.Stored() && j.Unfinished() && j.Resume() != "" {
		fmt.Fprintln(s.Err, "stopped; go on with:", j.Resume())
	}
	if failed {
		return fault
	}
	return &exit{status: statusInterrupted, err: fault}
}
