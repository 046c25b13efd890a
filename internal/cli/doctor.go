package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// check is one line of what the doctor finds.
type check struct {
	Name   string `json:"name"`
	State  string `json:"state"` // ok, note or bad
	Detail string `json:"detail"`
	Hint   string `json:"hint,omitempty"`
}

const (
	fine = "ok"
	note = "note" // works, and is worth knowing
	bad  = "bad"
)

func newDoctor(s System) *cobra.Command {
	var asJSON, forKiosk bool
	var config string
	doctor := &cobra.Command{
		Use:   "doctor",
		Short: "Find out whether this machine is fit to keep records",
		Long: `Find out whether this machine is fit to keep records, and print the public key that its copies are signed with. The store
and the key are made where they are not there yet. With --kiosk, find out whether it is fit for the unattended screen of a
file, asked as the user and on the terminal that the kiosk is to have. The exit status is 1 where something has to be mended.`,
		Args: counted(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			examine := s.examine
			if forKiosk {
				examine = func(cmd *cobra.Command) ([]check, error) { return s.examineFor(cmd.Context(), config) }
			}
			found, err := examine(cmd)
			if err != nil {
				return err
			}
			if err := output(printChecks(s.Out, found, asJSON)); err != nil {
				return err
			}
			for _, c := range found {
				if c.State == bad {
					return &exit{status: statusFailure}
				}
			}
			return nil
		},
	}
	addStoreFlag(doctor.Flags())
	doctor.Flags().BoolVar(&forKiosk, "kiosk", false, "find out whether this machine is fit for a kiosk; needs --config")
	doctor.Flags().StringVar(&config, "config", "", "what the clinic wants of its kiosk is in `FILE`")
	doctor.Flags().BoolVar(&asJSON, "json", false, "print the findings as a JSON array")
	return doctor
}

func printChecks(w io.Writer, found []check, asJSON bool) error {
	if asJSON {
		encoder := json.NewEncoder(w)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		return encoder.Encode(found)
	}
	for _, c := range found {
		if _, err := fmt.Fprintf(w, "%-4s  %-11s  %s\n", c.State, c.Name, c.Detail); err != nil {
			return err
		}
		if c.Hint != "" {
			if _, err := fmt.Fprintf(w, "%19s%s\n", "", "hint: "+c.Hint); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s System) examine(cmd *cobra.Command) ([]check, error) {
	places, err := s.sources(cmd.Flags())
	if err != nil {
		return nil, err
	}
	k, err := s.keeping(places)
	if err != nil {
		return nil, err
	}
	found := []check{{Name: "program", State: fine, Detail: "informed " + version()}, s.examineSettings()}
	if k.file == "" {
		return append(found, check{"store", note, "no-store is set: nothing is kept", "take no-store away to keep records"}), nil
	}
	return append(found, s.examineKeeping(cmd.Context(), k)...), nil
}

// examineKeeping looks at the store, at those who can read it, and at the key.
func (s System) examineKeeping(ctx context.Context, k keeping) []check {
	stored := s.examineStore(ctx, k)
	found := append(stored, k.examineSealing())
	return append(found, k.examineKey(stored[0].State == fine), check{Name: "key-file", State: fine, Detail: k.key()})
}
