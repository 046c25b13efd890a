package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"informed/internal/app"
	"informed/internal/kiosk"
	"informed/internal/tui"
)

func newKiosk(s System) *cobra.Command {
	var file string
	var setPIN bool
	k := &cobra.Command{
		Use:   "kiosk --config FILE",
		Short: "Keep a screen in a waiting room, one patient after the other",
		Long: `Keep a screen in a waiting room, one patient after the other. Each patient has a process of their own; when it ends, in
whatever way, the screen is wiped and waits for the next. Nothing of one patient is shown to another.

It runs until staff leave it with F10, or six touches of the upper corners in turn, and their PIN; or until it gets the signal TERM. The file says what the clinic wants; docs/kiosk has an example.`,
		Args: counted(0, 0),
	}
	k.RunE = func(cmd *cobra.Command, _ []string) error {
		if setPIN {
			return s.hashPIN()
		}
		place, err := s.place(file)
		if err != nil {
			return err
		}
		return s.supervise(place, file)
	}
	k.PersistentFlags().StringVar(&file, "config", "", "what the clinic wants is in `FILE`")
	k.Flags().BoolVar(&setPIN, "set-pin", false, "ask for a PIN, and print the line for the file that lets staff leave with it")
	k.AddCommand(newPatient(s, &file))
	return k
}

// place reads the file of a kiosk.
func (s System) place(file string) (app.Kiosk, error) {
	if file == "" {
		return app.Kiosk{}, usage(errors.New("kiosk: no file says what the clinic wants"), "name it with --config FILE")
	}
	data, err := app.ReadFile(file, app.MaxSmall)
	if err != nil {
		return app.Kiosk{}, err
	}
	place, found := app.ReadKiosk(file, data)
	if len(found) > 0 {
		tell(s.Err, found)
		return place, usage(fmt.Errorf("read %s: it has errors", file), "mend them, then start the kiosk again")
	}
	return place, nil
}

// supervise serves patients. All that can be wrong with the file is found before the first.
func (s System) supervise(place app.Kiosk, file string) error {
	room, err := s.prepare(context.Background(), place)
	if err != nil {
		return err
	}
	room.Close()
	if _, err := kiosk.NewLock(place.PIN); err != nil && place.PIN != "" {
		return usage(fmt.Errorf("%s: pin: %w", file, err), "informed kiosk --set-pin prints one")
	}
	in, out, ok := s.screen(false)
	if !ok {
		return usage(errors.New("kiosk: this is no terminal"), "start it on the terminal that patients use")
	}
	program, err := os.Executable()
	if err != nil {
		return fmt.Errorf("kiosk: find this program: %w", err)
	}
	if file, err = filepath.Abs(file); err != nil {
		return fmt.Errorf("kiosk: find %s: %w", file, err)
	}
	supervisor := kiosk.Supervisor{
		In: in, Out: out, Program: program, Env: s.allowed(), Closed: closed(room.languages), Log: s.log(), Rest: time.Second, Silence: silence, Now: s.Now,
		Args: func(code string) []string { return []string{"kiosk", "patient", "--config", file, "--code", code} },
	}
	return supervisor.Run()
}

// silence is how long the process of a patient may give no sign. Opening the store is the longest that it is busy.
const silence = 15 * time.Second

// closed says in all languages that the screen is out of order. Whoever reads it has chosen none.
func closed(languages []tui.Language) string {
	var said []string
	for _, l := range languages {
		said = append(said, l.Words.Text("place.closed"))
	}
	return strings.Join(said, "\r\n  ")
}

// log gives where the log goes: never onto the terminal that patients see.
func (s System) log() io.Writer {
	if _, screen := terminal(s.Err); screen {
		return io.Discard
	}
	return s.Err
}

// allowed gives the environment of a patient's process. What is not named here could make a library write down what is
// typed, or make a crash tell what was in memory.
func (s System) allowed() []string {
	env := []string{"GOTRACEBACK=none"}
	for _, name := range []string{
		"TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "HOME", "XDG_DATA_HOME", "PATH", "TMPDIR",
	} {
		if value := s.Env(name); value != "" {
			env = append(env, name+"="+value)
		}
	}
	return env
}
