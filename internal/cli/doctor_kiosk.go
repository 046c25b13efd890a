package cli

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"

	"informed/internal/app"
	"informed/internal/kiosk"
	"informed/internal/tui"
)

// examineFor tells whether this machine is fit for the kiosk of a file.
func (s System) examineFor(ctx context.Context, file string) ([]check, error) {
	place, err := s.place(file)
	if err != nil {
		return nil, err
	}
	k, err := s.keepingOf(place)
	if err != nil {
		return nil, err
	}
	found := []check{{Name: "program", State: fine, Detail: "informed " + version()}, {Name: "config", State: fine, Detail: file}}
	found = append(append(found, s.examineKiosk(place)...), k.examinePrints())
	return append(found, s.examineKeeping(ctx, k)...), nil
}

// examineKiosk tells what of this machine makes it fit or unfit for the kiosk of a file.
func (s System) examineKiosk(place app.Kiosk) []check {
	found := []check{s.examineUser(), s.examineScreen(), examinePIN(place), examinePrinter(place), s.examineLetters(place), examineConfining()}
	for _, f := range kiosk.Examine(os.DirFS("/")) {
		state := bad
		if f.Fit {
			state = fine
		}
		found = append(found, check{f.Name, state, f.Detail, f.Hint})
	}
	return found
}

// examineUser looks whether the kiosk would run as somebody who may do anything.
func (s System) examineUser() check {
	if os.Geteuid() == 0 {
		return check{"user", bad, "this is root, who may do anything", "make a user for the kiosk, and ask again as that user"}
	}
	return check{Name: "user", State: fine, Detail: s.User()}
}

func (s System) examineScreen() check {
	_, out, ok := s.screen(false)
	if !ok {
		return check{"screen", note, "this is no terminal, so nothing can be said of it", "ask again on the terminal that patients use"}
	}
	width, height, err := term.GetSize(int(out.Fd()))
	switch {
	case err != nil:
		return failing("screen", err)
	case width < tui.MinWidth || height < tui.MinHeight:
		return check{"screen", bad, fmt.Sprintf("%d columns and %d lines are too few", width, height), "choose a smaller font"}
	default:
		return check{Name: "screen", State: fine, Detail: fmt.Sprintf("%s, %d columns, %d lines", s.Env("TERM"), width, height)}
	}
}

func examinePIN(place app.Kiosk) check {
	if place.PIN == "" {
		return check{"pin", note, "staff cannot leave the kiosk at its keys", "informed kiosk --set-pin prints a line for the file"}
	}
	return check{Name: "pin", State: fine, Detail: "staff leave with F10, or six touches of the upper corners, and their PIN"}
}

func examinePrinter(place app.Kiosk) check {
	if len(place.Print) == 0 {
		return check{Name: "printer", State: fine, Detail: "nothing is printed"}
	}
	info, err := os.Stat(place.Print[0])
	if err != nil || !info.Mode().IsRegular() || info.Mode().Perm()&0o111 == 0 {
		return check{"printer", bad, place.Print[0] + " is no program", "install it, or take print: out of the file"}
	}
	return check{Name: "printer", State: fine, Detail: strings.Join(place.Print, " ")}
}

// examinePrints looks whether copies wait to be printed at the desk.
func (k keeping) examinePrints() check {
	waiting, err := k.unprinted().Records()
	switch {
	case err != nil:
		return failing("prints", err)
	case len(waiting) > 0:
		return check{"prints", note, "not printed: " + strings.Join(waiting, ", "), "print them with informed export RECORD, then delete " + string(k.unprinted())}
	default:
		return check{Name: "prints", State: fine, Detail: "no copy waits to be printed"}
	}
}

// joined are languages whose letters join or whose lines run to the left, which the console of Linux cannot show.
func joined() []string { return []string{"ar", "fa", "he", "ur"} }

func (s System) examineLetters(place app.Kiosk) check {
	for _, tag := range place.Languages {
		if s.Env("TERM") == "linux" && slices.Contains(joined(), tag) {
			return check{"letters", bad, "the console cannot show the language " + tag, "use cage and foot: see docs/kiosk"}
		}
	}
	return check{Name: "letters", State: fine, Detail: "languages: " + strings.Join(place.Languages, ", ")}
}

func examineConfining() check {
	version := kiosk.Confines()
	if version == 0 {
		return check{"confining", note, "this kernel has no Landlock: the kiosk could read what its user can", "start the kernel with lsm=landlock,..., or use a newer one"}
	}
	return check{Name: "confining", State: fine, Detail: fmt.Sprintf("Landlock %d keeps the process of a patient to its own folder", version)}
}
