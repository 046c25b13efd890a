package cli

import (
	"context"
	"fmt"
	"os"
	"strings"

	"informed/internal/app"
	"informed/internal/kiosk"
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
	found := append([]check{s.examineUser()}, s.examineScreen(place)...)
	found = append(found, examinePIN(place), examinePrinter(place), examineConfining())
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

func examineConfining() check {
	version := kiosk.Confines()
	if version == 0 {
		return check{"confining", note, "this kernel has no Landlock: the kiosk could read what its user can", "start the kernel with lsm=landlock,..., or use a newer one"}
	}
	return check{Name: "confining", State: fine, Detail: fmt.Sprintf("Landlock %d keeps the process of a patient to its own folder", version)}
}
