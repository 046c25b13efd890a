package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// Main runs the command line and gives the exit status of the process.
func Main(s System) int {
	root := newRoot(s)
	root.SetArgs(s.Args)
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	return finish(s.Err, root.Execute())
}

// newRoot makes the command informed, which runs a questionnaire, with all commands below it.
func newRoot(s System) *cobra.Command {
	root := newRun(s)
	root.Use = "informed [QUESTIONNAIRE]"
	root.Short = "Walk through an informed-consent questionnaire"
	root.Example = `  informed                               the questionnaire about stem cell treatments
  informed my-questionnaire.yaml         one from a file
  informed --plain                       line by line, for screen readers
  informed counsel                       with a counsellor beside the patient
  informed lint my-questionnaire.yaml    check it
  informed records list                  what is kept on this machine
  informed verify my-copy.md             find out whether a copy was changed`
	root.Version = version()
	root.SilenceErrors = true
	root.SilenceUsage = true
	root.SetVersionTemplate("informed {{.Version}}\n")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage(tried(cmd, err), cmd.CommandPath()+" --help shows what there is")
	})
	root.AddCommand(newRun(s), newCounsel(s), newList(s), newShow(s), newLint(s), newSchema(s), newRecords(s), newExport(s), newVerify(s), newDoctor(s), newKiosk(s))
	return root
}

// version gives the version that the program was built from.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// counted refuses any other number of arguments than from least to most, where most below 0 is without end.
func counted(least, most int) cobra.PositionalArgs {
	args := cobra.RangeArgs(least, most)
	switch {
	case most < 0:
		args = cobra.MinimumNArgs(least)
	case least == most:
		args = cobra.ExactArgs(least)
	}
	return func(cmd *cobra.Command, given []string) error {
		if err := args(cmd, given); err != nil {
			return usage(tried(cmd, err), cmd.CommandPath()+" --help shows how it is used")
		}
		return nil
	}
}

// tried says of an error which command was tried.
func tried(cmd *cobra.Command, err error) error {
	if !cmd.HasParent() {
		return err
	}
	return fmt.Errorf("%s: %w", cmd.Name(), err)
}
