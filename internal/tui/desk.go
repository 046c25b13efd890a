package tui

import (
	"context"

	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/tui/screen"
)

// deskOf gives the screens what they need where a counsellor says what to open.
func deskOf(ctx context.Context, d *records.Desk) *screen.Desk {
	if d == nil {
		return nil
	}
	return &screen.Desk{
		Counsellor: d.Counsellor, Wish: d.Wish, Identify: d.Identify,
		List: func() (screen.Waiting, error) { return waiting(ctx, d) },
		Open: func(counsellor session.Party, wish records.Wish) (*records.Journal, error) {
			return d.Open(ctx, counsellor, wish)
		},
	}
}

// waiting looks up what there is to open.
func waiting(ctx context.Context, d *records.Desk) (w screen.Waiting, err error) {
	if w.Open, err = d.Consultations(ctx); err != nil {
		return w, err
	}
	w.Others, err = d.Records(ctx)
	return w, err
}
