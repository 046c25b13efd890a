package tui

import (
	"context"
	"fmt"
	"os"
	"time"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/markdown"
	"informed/internal/session"
	"informed/internal/tui/screen"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

// Options is what a sitting on the full screen needs.
type Options struct {
	In, Out *os.File // the terminal
	Session *session.Session
	Words   *i18n.Words
	Color   string              // auto, always or never
	Env     func(string) string // the environment
	Copies  app.Copies          // what is saved at the end, and where
	Now     func() time.Time
}

// End is how a sitting ended.
type End int

// Finished: the person came to the end. Stopped: they stopped before. Interrupted: a signal. HungUp: the terminal went
// away.
const (
	Finished End = iota
	Stopped
	Interrupted
	HungUp
)

// Result is what came of a sitting.
type Result struct {
	End     End
	Written []app.Target // copies that were saved
}

// Run shows the session on the terminal until the person leaves or something ends it. Whatever ends it, the terminal is
// as it was before, with nothing of the answers on it.
func Run(ctx context.Context, o Options) (Result, error) {
	s := sitting(o)
	end, err := terminal.Run(ctx, o.In, o.Out, newProgram(s))
	if err != nil {
		return Result{}, fmt.Errorf("show the questionnaire: %w", err)
	}
	return Result{End: ended(end.Reason, s.Finished), Written: s.Written}, nil
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
		Session: o.Session, Copies: o.Copies,
	}
}
