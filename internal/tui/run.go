package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/markdown"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/tui/screen"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

// Options is what a sitting on the full screen needs.
type Options struct {
	In, Out *os.File // the terminal
	Begin   Begin
	Offer   *records.Journal // an unfinished record that the person is asked about first; nil where there is none
	Desk    *records.Desk    // where a counsellor says what to open; nil where Begin opens it
	Words   *i18n.Words
	Color   string              // auto, always or never
	Env     func(string) string // the environment
	Copies  app.Copies          // what is saved at the end, and where
	Now     func() time.Time
	Policy  Policy
}

// Begin opens the journal of a sitting. It is called once it is known that the person does not go on with an older one.
type Begin func(context.Context) (*records.Journal, error)

// End is how a sitting ended.
type End int

// Finished: the person came to the end. Stopped: they stopped before. Unsaved: they stopped because their last step could
// not be saved. Interrupted: a signal. HungUp: the terminal went away.
// TimedOut: nobody did anything for too long. StaffOut: staff left with their PIN.
const (
	Finished End = iota
	Stopped
	Unsaved
	Interrupted
	HungUp
	TimedOut
	StaffOut
)

// Result is what came of a sitting.
type Result struct {
	End     End
	Journal *records.Journal // the one that was used: what Begin gave, or Offer; nil where the person chose neither
	Written []app.Target     // copies that were saved
	Discard bool             // what was answered is to be deleted
	Fault   error            // why the last step is not saved, where it is not
}

// Run shows the session on the terminal until the person leaves or something ends it. Whatever ends it, the terminal is
// as it was before, with nothing of the answers on it. Whoever calls it closes the journals.
func Run(ctx context.Context, o Options) (Result, error) {
	s, k := sitting(ctx, o), newKeeper(ctx)
	if err := ready(ctx, s, o); err != nil {
		return Result{}, err
	}
	end, err := terminal.Run(ctx, o.In, o.Out, newProgram(s, k, o.Policy))
	if errors.Is(err, terminal.ErrUnresponsive) { // it may still be at work
		return Result{}, fmt.Errorf("show the questionnaire: %w", err)
	}
	result := conclude(s, k, end.Reason)
	if err != nil {
		return result, fmt.Errorf("show the questionnaire: %w", err)
	}
	return result, nil
}

// ready opens the record, or looks up what a counsellor can open, where nobody has to be asked before.
func ready(ctx context.Context, s *screen.Sitting, o Options) (err error) {
	switch {
	case s.Desk != nil:
		s.Desk.Waiting, err = s.Desk.List()
	case o.Offer == nil && o.Policy.Place == nil:
		s.Journal, err = o.Begin(ctx)
	}
	return err
}

// conclude notes that the sitting was left, and tells how.
func conclude(s *screen.Sitting, k keeper, reason terminal.Reason) Result {
	result := Result{End: ended(reason, s), Journal: s.Journal, Written: s.Written, Discard: s.Discard && !complete(s), Fault: s.Fault}
	if s.Journal == nil || result.End == Unsaved {
		return result
	}
	why := session.Interrupted
	switch {
	case s.Idle:
		why = session.Idle
	case reason == terminal.Quit:
		why = session.Stopped
	}
	result.Fault = k.leave(s.Journal, why)
	return result
}

// complete reports whether the person came to the checklist: what is complete is not deleted.
func complete(s *screen.Sitting) bool {
	return s.Journal != nil && s.Session().Record().Status != session.InProgress
}

func ended(reason terminal.Reason, s *screen.Sitting) End {
	switch {
	case reason == terminal.Interrupted:
		return Interrupted
	case reason == terminal.HungUp:
		return HungUp
	case s.Staff:
		return StaffOut
	case s.Fault != nil:
		return Unsaved
	case s.Idle:
		return TimedOut
	case s.Finished:
		return Finished
	default:
		return Stopped
	}
}

func sitting(ctx context.Context, o Options) *screen.Sitting {
	profile := terminal.ProfileFor(o.Color, o.Env, true)
	s := &screen.Sitting{
		Env: ui.Env{
			Words: o.Words, Theme: ui.NewTheme(profile), Glyphs: ui.GlyphsFor(o.Env),
			Prose: markdown.New(markdown.Style{}), Now: o.Now,
		},
		Begin: func() (*records.Journal, error) { return o.Begin(ctx) }, Offer: o.Offer, Desk: deskOf(ctx, o.Desk), Copies: o.Copies,
		Place: o.Policy.Place, Stop: screen.NewStop,
	}
	if s.Place != nil {
		s.Stop = screen.NewDepart
		if len(s.Place.Languages) > 0 {
			s.Speak(s.Place.Languages[0])
		}
	}
	return s
}
