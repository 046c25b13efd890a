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
		Counsellor: d.Counsellor, Wish: d.Wish, Identify: d.Identify, Choices: d.Choices, Newer: d.Newer,
		List: func() ([]records.Consultation, error) { return waiting(ctx, d) },
		Open: func(counsellor session.Party, wish records.Wish) (*records.Journal, error) {
			return d.Open(ctx, counsellor, wish)
		},
		Renew: func(counsellor session.Party, id string, newer records.Newer) (*records.Journal, error) {
			return d.Renew(ctx, counsellor, id, newer)
		},
	}
}

// waiting looks up what there is to open.
func waiting(ctx context.Context, d *records.Desk) ([]records.Consultation, error) {
	list, err := d.Consultations(ctx)
	if err != nil {
		return nil, err
	}
	others, err := d.Records(ctx)
	for _, r := range others {
		list = append(list, records.Consultation{Record: r})
	}
	return list, err
}
