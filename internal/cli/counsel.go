package cli

import (
	"cmp"
	"context"
	"errors"

	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/records"
	"informed/internal/region"
)

// counselling is what a counsellor asks for.
type counselling struct {
	settings
	seat
	wish    records.Wish
	name    string // of the questionnaire of a new consultation, "" for none that was named
	answers string // file of answers, "" where somebody is asked
}

func newCounsel(s System) *cobra.Command {
	var ask counselling
	var list, asJSON bool
	counsel := &cobra.Command{
		Use:   "counsel [QUESTIONNAIRE]",
		Short: "Go through a questionnaire with a counsellor beside the patient",
		Long: `Go through a questionnaire with a counsellor beside the patient: a new one, or what a patient left at a kiosk or began
alone. What is open comes first, with guidance, notes, the patient's own words, who is here, the decision and the signatures.

The record says who said what, and who typed it. Only the patient's own answer changes an answer. A consultation that was
left goes on at any desk with the same records; --list shows those that are open.

Where a record is sealed, --identity names the file with the key. It is read and never kept.`,
		Example: `  informed counsel                       choose what to open
  informed counsel --pickup 7ZQ-4K3      what a patient left at the kiosk
  informed counsel stem-cell-therapy     a new one
  informed counsel --list                what is still open
  informed counsel --record RECORD new.yaml
                                         what a record has to ask anew since new.yaml`,
		Args:              counted(0, 1),
		ValidArgsFunction: completeQuestionnaires,
	}
	flags := counsel.Flags()
	flags.StringVar(&ask.answers, "answers", "", "take the patient's answers from `FILE` and ask nothing; - is standard input")
	flags.Bool("no-store", false, "keep nothing")
	flags.StringVar(&ask.wish.Record, "record", "", "open `RECORD`")
	flags.StringVar(&ask.wish.Pickup, "pickup", "", "open the record with the pickup `CODE` that a kiosk gave its patient")
	flags.StringVar(&ask.wish.Visit, "visit", "", "open the record of the visit with the `CODE` that was typed at a kiosk")
	flags.BoolVar(&list, "list", false, "list the open consultations, with what is missing, and end")
	flags.BoolVar(&asJSON, "json", false, "with --list, print a JSON array")
	addRunFlags(counsel)
	addIdentityFlag(flags)
	counsel.RegisterFlagCompletionFunc("record", s.completeRecords(standing, cobra.ShellCompDirectiveNoFileComp))
	counsel.RunE = func(cmd *cobra.Command, args []string) error {
		ask.name = cmp.Or(args...)
		ask.wish.New = ask.answers != "" || ask.name != "" && !ask.kept()
		if err := ask.check(list, asJSON); err != nil {
			return err
		}
		if list {
			lang, _ := flags.GetString("lang")
			return s.listConsultations(cmd, lang, asJSON)
		}
		places, err := s.sources(flags)
		if err != nil {
			return err
		}
		if ask.settings, err = s.settings(flags); err != nil {
			return err
		}
		if ask.seat, err = places.seat(); err != nil {
			return err
		}
		return s.counsel(cmd, ask)
	}
	return counsel
}

// check refuses to open more than one thing.
func (c counselling) check(list, asJSON bool) error {
	ways := 0
	for _, named := range []bool{list, c.wish.New, c.wish.Record != "", c.wish.Pickup != "", c.wish.Visit != ""} {
		if named {
			ways++
		}
	}
	switch {
	case ways > 1:
		return usage(errors.New("counsel: it is not said what to open: more than one was named"), "name one record or one code; answers make a new record")
	case asJSON && !list:
		return usage(errors.New("counsel: --json is for a list"), "add --list")
	default:
		return nil
	}
}

// kept reports whether what is wanted is there already.
func (c counselling) kept() bool { return c.wish != records.Wish{} && !c.wish.New }

// counsel opens what is asked for, and lets one of the front ends go through it; where nothing is, the counsellor chooses.
func (s System) counsel(cmd *cobra.Command, ask counselling) error {
	ctx := cmd.Context()
	front, err := s.frontEnd(ask.settings, ask.answers)
	if err != nil {
		return err
	}
	if err := ask.copies.Check(); err != nil {
		return err
	}
	sit := sitting{System: s, settings: ask.settings}
	if ask.answers != "" {
		if sit.sheet, err = s.sheet(ask.answers); err != nil {
			return err
		}
	}
	d := &desk{system: s, ask: ask, files: identityFiles(cmd)}
	if sit.words, err = d.prepare(sit.sheet); err != nil {
		return err
	}
	if d.kept, err = s.consulted(ctx, cmd, ask.kept()); err != nil {
		return err
	}
	defer d.kept.Close()
	if sit.copies, err = d.kept.keeping.notarised(ask.copies); err != nil {
		return err
	}
	if err := sit.copies.Check(); err != nil {
		return err
	}
	if ask.answers != "" {
		sit.begin = d.blank
		return front(sit, ctx)
	}
	return d.sit(ctx, sit, front)
}

// prepare reads the questionnaire of a new consultation, where there may be one, or the newer version that a record is held
// against, and gives the program's words.
func (d *desk) prepare(sheet app.Sheet) (*i18n.Words, error) {
	if d.ask.kept() && d.ask.name == "" {
		return wordsIn(cmp.Or(d.ask.lang, "en"))
	}
	q, err := load(d.system, cmp.Or(d.ask.name, sheet.Questionnaire, defaultQuestionnaire))
	if err != nil {
		return nil, err
	}
	words, err := wordsFor(cmp.Or(d.ask.lang, sheet.Language), q)
	if err == nil {
		d.questionnaire = region.Localise(q, d.ask.region, d.system.Now(), words)
	}
	return words, err
}

// sit lets the counsellor sit down: at once where it is known who they are and what they want, else when they have said so.
func (d *desk) sit(ctx context.Context, sit sitting, front func(sitting, context.Context) error) error {
	wish := d.ask.wish
	if d.kept.keeping.file == "" {
		wish.New = true // there is nothing else
	}
	if d.ask.counsellor.Name != "" && wish != (records.Wish{}) {
		j, err := d.open(ctx, d.ask.counsellor, wish)
		_, person := terminal(d.system.In)
		switch {
		case err == nil && person && d.outgrown(j):
			if err := j.Close(); err != nil { // they are asked what to do about the newer version
				return err
			}
		case err == nil:
			defer j.Close()
			return d.system.goOn(ctx, sit.settings, archive{}, j, front)
		case !errors.Is(err, records.ErrSealed) || !person || d.kept.Archive == nil || d.kept.Seal == nil:
			return err
		}
	}
	sit.desk = d.asked(wish)
	return front(sit, ctx)
}
