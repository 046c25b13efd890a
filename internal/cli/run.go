package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/region"
	"informed/internal/session"
)

// defaultQuestionnaire is run when none is named.
const defaultQuestionnaire = "stem-cell-therapy"

// patientMode is the mode of a record that a person makes by themselves.
const patientMode = "patient"

func newRun(s System) *cobra.Command {
	run := &cobra.Command{
		Use:   "run [QUESTIONNAIRE]",
		Short: "Walk through a questionnaire",
		Long: `Walk through a questionnaire and come out with a checklist: what is settled, what to ask, what warns, what to go over
again. The questionnaire is the id of a built-in one (see informed list) or a file.

It prepares you to talk. It gives no medical advice, and it is not a consent form.`,
		Args:              counted(0, 1),
		ValidArgsFunction: completeQuestionnaires,
	}
	run.Flags().String("answers", "", "take the answers from `FILE` and ask nothing; - is standard input")
	run.Flags().Bool("no-store", false, "keep nothing")
	addRunFlags(run)
	run.RunE = func(cmd *cobra.Command, args []string) error {
		made, err := s.settings(cmd.Flags())
		if err != nil {
			return err
		}
		answers, _ := cmd.Flags().GetString("answers")
		return s.run(cmd.Context(), made, cmp.Or(args...), answers)
	}
	return run
}

// addRunFlags adds the flags of every command that asks questions.
func addRunFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.String("color", "", "use colours `WHEN`: auto, always, never (default auto)")
	flags.StringSlice("export", nil, "write the copy as `FORMAT`: "+strings.Join(app.FormatNames(), ", ")+"; may be given again (default md)")
	flags.String("lang", "", "speak the language `TAG`, such as en")
	flags.String("out", "", "write the copy to `PATH`, a folder for several; - is standard output (default the current folder)")
	flags.Bool("plain", false, "ask line by line: for screen readers, braille and pipes")
	addStoreFlag(flags)
	cmd.RegisterFlagCompletionFunc("export", cobra.FixedCompletions(app.FormatNames(), cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("color", cobra.FixedCompletions(colors(), cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions(i18n.Languages(), cobra.ShellCompDirectiveNoFileComp))
}

// run opens the questionnaire and lets one of the front ends walk through it.
func (s System) run(ctx context.Context, made settings, name, answers string) error {
	front, err := s.frontEnd(made, answers)
	if err != nil {
		return err
	}
	sit := sitting{System: s, settings: made}
	if answers != "" {
		if sit.sheet, err = s.sheet(answers); err != nil {
			return err
		}
	}
	q, err := load(s, cmp.Or(name, sit.sheet.Questionnaire, defaultQuestionnaire))
	if err != nil {
		return err
	}
	if sit.words, err = wordsFor(cmp.Or(made.lang, sit.sheet.Language), q); err != nil {
		return err
	}
	if err := made.copies.Check(); err != nil {
		return err
	}
	if sit.copies, err = made.keeping.notarised(made.copies); err != nil {
		return err
	}
	q = region.Localise(q, made.region, s.Now(), sit.words)
	if made.keeping.file == "" {
		sit.begin = s.unkept(q)
		return front(sit, ctx)
	}
	a, err := s.open(ctx, made.keeping)
	if err != nil {
		return err
	}
	defer a.Close()
	if err := sit.copies.Check(); err != nil { // once more, with the key: it is made only where records can be
		return err
	}
	sit.begin = a.kept(q)
	// A pipe holds answers to the questions alone, and what is sealed cannot be read to be offered.
	if _, person := terminal(s.In); person && made.offer && a.Seal == nil {
		offer, _, err := a.Unfinished(ctx, q.ID)
		if err != nil {
			return err
		}
		defer offer.Close()
		sit.offer = offer
	}
	return front(sit, ctx)
}

// sitting is what every front end needs.
type sitting struct {
	System
	settings
	sheet app.Sheet
	words *i18n.Words
	begin func(context.Context) (*records.Journal, error)
	offer *records.Journal // an unfinished record, nil for none
	desk  *records.Desk    // of a counsellor who has yet to say what to open, nil for none
}

// kept begins a record of q in the store.
func (a archive) kept(q *questionnaire.Questionnaire) func(context.Context) (*records.Journal, error) {
	return func(ctx context.Context) (*records.Journal, error) { return a.Begin(ctx, q, particulars(q)) }
}

// unkept begins a session of q of which nothing is kept.
func (s System) unkept(q *questionnaire.Questionnaire) func(context.Context) (*records.Journal, error) {
	return func(context.Context) (*records.Journal, error) {
		return records.Unkept(session.Start(q, particulars(q), session.Scribe{Now: s.Now})), nil
	}
}

func particulars(q *questionnaire.Questionnaire) session.Begin {
	return session.Begin{Record: app.NewRecordID(), Language: q.Language, Mode: patientMode}
}

// frontEnd chooses how the questions are asked.
func (s System) frontEnd(made settings, answers string) (func(sitting, context.Context) error, error) {
	_, _, screen := s.screen(made.copies.Out == app.Stdout)
	switch {
	case answers != "":
		return sitting.fill, nil
	case made.plain, screen && s.Env("TERM") == "dumb":
		return sitting.plainly, nil
	case !screen:
		return nil, usage(errors.New("show the questions: this is no terminal"),
			"use --plain to answer line by line, or --answers FILE to take the answers from a file")
	default:
		return sitting.onScreen, nil
	}
}

// hand prints the copies that go to standard output, once nothing else is written there.
func (s System) hand(written []app.Target) error {
	for _, t := range written {
		if t.Path == app.Stdout {
			if _, err := s.Out.Write(t.Content); err != nil {
				return output(err)
			}
		}
	}
	return nil
}

// sheet reads a file of answers.
func (s System) sheet(name string) (app.Sheet, error) {
	var data []byte
	var err error
	if name == app.Stdout {
		name = "standard input"
		data, err = io.ReadAll(io.LimitReader(s.In, app.MaxSmall+1))
	} else {
		data, err = app.ReadFile(name, app.MaxSmall)
	}
	if err != nil {
		return app.Sheet{}, err
	}
	sheet, found := app.ReadAnswers(name, data)
	if len(found) > 0 {
		tell(s.Err, found)
		return sheet, &exit{status: statusAnswers, err: fmt.Errorf("read the answers in %s: they have errors", name)}
	}
	return sheet, nil
}
