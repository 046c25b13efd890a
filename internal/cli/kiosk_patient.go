package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/kiosk"
	"informed/internal/tui"
)

// newPatient makes the command by which a kiosk starts the process of one patient.
func newPatient(s System, file *string) *cobra.Command {
	var code string
	patient := &cobra.Command{Use: "patient", Hidden: true, Args: counted(0, 0)}
	patient.Flags().StringVar(&code, "code", "", "tell `CODE` first: of the fault that broke off the session before")
	patient.RunE = func(cmd *cobra.Command, _ []string) error {
		report := kiosk.NewReport()
		defer report.Close()
		signal.Notify(make(chan os.Signal, 1)) // none of those that nobody waits for ends or stops a patient's process
		place, err := s.place(*file)
		if err == nil {
			err = s.patient(cmd.Context(), place, code, func() { kiosk.Alive(report) })
		}
		return reported(report, err)
	}
	return patient
}

// reported tells the supervisor what a fault was, and nobody else.
func reported(report io.Writer, err error) error {
	var e *exit
	if err == nil || errors.As(err, &e) && e.err == nil {
		return err
	}
	place, ok := tui.Where(err)
	if !ok {
		place = app.Detail(err)
	}
	fmt.Fprint(report, place)
	return &exit{status: kiosk.StatusBroken}
}

// wanted gives the settings that the file of a kiosk makes.
func wanted(place app.Kiosk) sources {
	made := map[string]string{"store": place.Store, "region": place.Region}
	return sources{{name: func(key string) string { return "kiosk: " + key }, value: func(key string) string { return made[key] }}}
}

// keepingOf looks up where a kiosk keeps its records.
func (s System) keepingOf(place app.Kiosk) (keeping, error) {
	k, err := s.keeping(wanted(place))
	if len(place.Recipients) > 0 {
		k.recipients, k.from = place.Recipients, "kiosk: recipients"
	}
	return k, err
}

// patient serves one patient, from the screen that waits to the last. alive tells the supervisor that it is not stuck.
func (s System) patient(ctx context.Context, place app.Kiosk, code string, alive func()) error {
	room, err := s.prepare(ctx, place)
	if err != nil {
		return err
	}
	defer room.Close()
	in, out, ok := s.screen(false)
	if !ok {
		return errors.New("kiosk: this is no terminal")
	}
	if err := kiosk.Harden(); err != nil {
		return err
	}
	if err := kiosk.Confine(room.folder(), len(place.Print) > 0); err != nil {
		return err
	}
	copies, err := room.notarised(app.Copies{})
	if err != nil {
		return err
	}
	result, err := tui.Run(ctx, tui.Options{
		In: in, Out: out, Color: "auto", Env: s.Env, Copies: copies, Now: s.Now,
		Policy: tui.Policy{
			Place: &tui.Place{
				Clinic: place.Clinic, Languages: room.languages, Visit: codes(place), Code: code,
				Pickup: place.Pickup, Print: s.printer(place, room.unprinted()),
			},
			Idle: place.Idle, Locked: true, Staff: s.staff(place.PIN, room.folder()),
			Pulse: tui.Pulse{Every: kiosk.Interval, Beat: alive},
		},
	})
	if err != nil {
		return err
	}
	result.Journal.Close()
	if result.Discard && result.Journal != nil && result.Journal.Stored() {
		r, err := room.Archive.Store.Record(ctx, result.Journal.Session().Record().Record)
		if err != nil {
			return err
		}
		if _, err := room.Purge(ctx, r, "given up at the kiosk"); err != nil {
			return err
		}
	}
	if result.End == tui.StaffOut {
		return &exit{status: kiosk.StatusStaff}
	}
	return nil
}

// codes gives what people are asked for before they begin. It is nil for nothing.
func codes(place app.Kiosk) *tui.Codes {
	if place.Visit == nil {
		return nil
	}
	return &tui.Codes{Form: place.Visit.Form, Required: place.Visit.Required}
}

// printer prints copies, and puts what it could not print into the queue. It is nil where no program prints.
func (s System) printer(place app.Kiosk, queue kiosk.Queue) func(string, []byte) error {
	if len(place.Print) == 0 {
		return nil
	}
	printer := kiosk.Printer{Command: place.Print, Env: s.allowed(), Within: place.PrintWithin}
	return func(record string, content []byte) error {
		err := printer.Print(content)
		if err != nil {
			err = errors.Join(err, queue.Add(s.Now(), record, err))
		}
		return err
	}
}

// unprinted is where a kiosk notes what it could not print.
func (k keeping) unprinted() kiosk.Queue {
	return kiosk.Queue(filepath.Join(k.folder(), "not-printed.txt"))
}

// staff tries PINs against a hash. It is nil where there is none.
func (s System) staff(hash, folder string) tui.Staff {
	lock, err := kiosk.NewLock(hash)
	if err != nil {
		return nil
	}
	gate := kiosk.Gate{File: filepath.Join(folder, "kiosk-pin.json"), Opens: lock.Opens, Now: s.Now}
	return gate.Try
}
