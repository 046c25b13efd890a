package records

import (
	"context"

	"informed/internal/session"
	"informed/internal/store"
)

// Desk is where a counsellor opens consultations, for those who show them what there is. What it is told of keys it knows as
// long as the program runs, and writes nowhere.
type Desk struct {
	Counsellor session.Party // who sits there; without a name where they have to be asked for it
	Wish       Wish          // what was asked for already; zero where they have to choose

	// Consultations lists those that are open, the last updated first, read as far as the keys at hand allow.
	Consultations func(ctx context.Context) ([]Consultation, error)
	// Records lists all other records that can be talked about, the last updated first, without reading them.
	Records func(ctx context.Context) ([]store.Record, error)
	// Identify takes in the file with a key. The error says what is wrong with it.
	Identify func(file string) error
	// Open opens what a counsellor wishes for. The error wraps ErrSealed where a key is missing; with one, it can be tried
	// again.
	Open func(ctx context.Context, counsellor session.Party, wish Wish) (*Journal, error)
	// Choices lists the questionnaires that a new consultation can be about.
	Choices func() []Choice
	// Newer tells of a version of the questionnaire of a record that asks some of it again; ok is false where there is none.
	Newer func(s *session.Session) (newer Newer, ok bool)
	// Renew opens a record of a newer version in the place of the record with that id, which must be open nowhere.
	Renew func(ctx context.Context, counsellor session.Party, id string, newer Newer) (*Journal, error)
}

// Wish is what a counsellor wants to open: one of these.
type Wish struct {
	Record string // id, or as much of its beginning as is needed
	Pickup string // the code that a kiosk gave
	Visit  string // the code of a visit
	New    bool   // a new one

	Questionnaire string // id, of a new one; "" for the one that was named at the start
}

// Choice is a questionnaire to choose.
type Choice struct{ ID, Title string }
