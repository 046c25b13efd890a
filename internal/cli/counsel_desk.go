package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store"
)

// counsellorMode is the mode of a record that is begun with a counsellor beside the person.
const counsellorMode = "counsellor"

// desk is a counsellor's place: the records, and the keys that were named.
type desk struct {
	system        System
	ask           counselling
	kept          archive                      // without an Archive where nothing is to be kept
	questionnaire *questionnaire.Questionnaire // of a new consultation
	files         []string                     // with secret keys
}

func identityFiles(cmd *cobra.Command) []string {
	files, _ := cmd.Flags().GetStringArray("identity")
	return files
}

// consulted opens the store for a consultation, and makes it where it is not there, unless what is wanted is in it. Where
// nothing is to be kept, there is none.
func (s System) consulted(ctx context.Context, cmd *cobra.Command, kept bool) (archive, error) {
	a, err := s.archive(ctx, cmd)
	switch {
	case kept || err == nil:
		return a, err
	case errors.Is(err, errNowhere):
		return a, nil
	case !errors.Is(err, errNoRecords):
		return a, err
	}
	return s.open(ctx, a.keeping)
}

// asked is what a front end needs to ask a counsellor who they are and what to open.
func (d *desk) asked(wish records.Wish) *records.Desk {
	return &records.Desk{
		Counsellor: d.ask.counsellor, Wish: wish, Consultations: d.consultations, Records: d.others, Identify: d.identify, Open: d.open,
		Choices: d.choices, Newer: d.newer, Renew: d.renew,
	}
}

func (d *desk) consultations(ctx context.Context) ([]records.Consultation, error) {
	if d.kept.Archive == nil {
		return nil, nil
	}
	return d.kept.Consultations(ctx, d.read())
}

// read is how many open consultations are read to say what is missing, so that no counsellor waits. Opening what is sealed
// takes a third of a millisecond for each entry.
func (d *desk) read() int {
	if d.kept.Unseal != nil {
		return 20
	}
	return 100
}

// others lists what else can be talked about.
func (d *desk) others(ctx context.Context) ([]store.Record, error) {
	if d.kept.Archive == nil {
		return nil, nil
	}
	list, err := d.kept.List(ctx)
	open := 0
	return slices.DeleteFunc(list, func(r store.Record) bool {
		if r.Stage == store.Consulting {
			open++
			return open <= d.read()
		}
		return !standing(r)
	}), err
}

// identify takes in one more file with a key.
func (d *desk) identify(file string) error {
	files := append(slices.Clone(d.files), file)
	ids, err := app.Identities(files)
	if err != nil {
		return err
	}
	d.files = files
	if d.kept.Archive != nil {
		d.kept.Unseal = unsealer(ids)
	}
	return nil
}

// open opens what a counsellor wishes for.
func (d *desk) open(ctx context.Context, counsellor session.Party, wish records.Wish) (*records.Journal, error) {
	if err := d.choose(wish.Questionnaire); err != nil {
		return nil, err
	}
	switch {
	case wish.New && d.kept.Archive == nil:
		return d.unkept(counsellor)
	case wish.New:
		return d.kept.BeginConsult(ctx, d.questionnaire, d.begins(), counsellor, d.ask.witness)
	case d.kept.Archive == nil:
		return nil, usage(fmt.Errorf("open a record: %w: no-store is set", errNowhere), "take no-store away, or name a store with --store FILE")
	}
	r, err := d.meant(ctx, wish)
	if err != nil {
		return nil, err
	}
	if d.ask.name != "" && d.ask.kept() && r.Questionnaire != d.questionnaire.ID {
		return nil, usage(fmt.Errorf("open the record %s: it is about %s, and not about %s", r.ID, r.Questionnaire, d.questionnaire.ID),
			"name the newer version of its own questionnaire, or none")
	}
	return d.kept.Consult(ctx, r.ID, counsellor, d.ask.witness)
}

// meant gives the record that a counsellor wishes for.
func (d *desk) meant(ctx context.Context, wish records.Wish) (store.Record, error) {
	switch {
	case wish.Pickup != "":
		return d.kept.PickUp(ctx, wish.Pickup)
	case wish.Visit != "":
		return d.system.onlyVisited(ctx, d.kept, wish.Visit)
	default:
		return d.kept.find(ctx, wish.Record)
	}
}

func (d *desk) begins() session.Begin {
	begin := particulars(d.questionnaire)
	begin.Mode = counsellorMode
	return begin
}

// blank begins a record for answers that are known already: there is nobody to talk with.
func (d *desk) blank(ctx context.Context) (*records.Journal, error) {
	if d.kept.Archive == nil {
		return records.Unkept(session.Start(d.questionnaire, d.begins(), session.Scribe{Now: d.system.Now})), nil
	}
	return d.kept.Begin(ctx, d.questionnaire, d.begins())
}

// unkept begins a consultation of which nothing is kept.
func (d *desk) unkept(counsellor session.Party) (*records.Journal, error) {
	s := session.Start(d.questionnaire, d.begins(), session.Scribe{Now: d.system.Now})
	if p := s.Consult(counsellor, d.ask.witness); p != nil {
		return nil, &app.Fault{Err: fmt.Errorf("begin a consultation: what is said of the counsellor is %s", p.Code), Hint: "give a name, and make name, role and id short"}
	}
	return records.Unkept(s), nil
}
