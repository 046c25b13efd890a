package tui

import (
	"context"
	"fmt"
	"os"
	"time"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/markdown"
	"informed/internal/records"
	"informed/internal/tui/screen"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

// Options is what a sitting on the full screen needs.
type Options struct {
	In, Out *os.File // the terminal
	Begin   Begin
	Offer   *records.Journal // an unfinished record that the person is asked about first; nil where there is none
	Words   *i18n.Words
	Color   string              // auto, always or never
	Env     func(string) string // the environment
	Copies  app.Copies          // what is saved at the end, and where
	Now     func() time.Time
}

// Begin opens the journal of a sitting. It is called once it is known that the person does not go on with an older one.
type Begin func(context.Context) (*records.Journal, error)

// End is how a sitting ended.
type End int

// Finished: the person came to the end. Stopped: they stopped before. Unsaved: they stopped because their last step could
// not be saved. Interrupted: a signal. HungUp: the terminal went away.
const (
	Finished End = iota
	Stopped
	Unsaved
	Interrupted
	HungUp
)

// Result is what came of a sitting.
type Result struct {
	End     End
	Journal *records.Journal // the one that was used: what Begin gave, or Offer; nil where the person chose neither
	Written []app.Target     // copies that were saved
	Fault   error            // why the last step is not saved, where it is not
}

// Run shows the session on the terminal until the person leaves or something ends it. Whatever ends it, the terminal is
// as it was before, with nothing of the answers on it. Whoever calls it closes the journals.
func Run(ctx context.Context, o Options) (Result, error) {
	s := sitting(o)
	if o.Offer == nil {
		j, err := o.Begin(ctx)
		if err != nil {
			return Result{}, err
		}
		s.Journal = j
	}
	end, err := terminal.Run(ctx, o.In, o.Out, newProgram(s))
	result := Result{Journal: s.Journal, Written: s.Written}
	if err != nil {
		return result, fmt.Errorf("show the questionnaire: %w", err)
	}
	result.End = ended(end.Reason, s.Finished)
	return result, nil
}

func ended(reason terminal.Reason, finished bool) End {
	switch {
	case reason == terminal.Interrupted:
		return Interrupted
	case reason == terminal.HungUp:
		return HungUp
	case finished:
		return Finished
	default:
		return Stopped
	}
}

func sitting(o Options) *screen.Sitting {
	profile := terminal.ProfileFor(o.Color, o.Env, true)
	return &screen.Sitting{
		Env: ui.Env{
			Words: o.Words, Theme: ui.NewTheme(profile), Glyphs: ui.GlyphsFor(o.Env),
			Prose: markdown.New(markdown.Style{}), Now: o.Now,
		},
		Copies: o.Copies,
	}
}
