package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"

	"informed/internal/app"
	"informed/internal/kiosk"
	"informed/internal/tui"
)

// examineScreen tells whether patients can read what the terminal shows.
func (s System) examineScreen(place app.Kiosk) []check {
	machine := os.DirFS("/")
	_, out, ok := s.screen(false)
	if !ok {
		again := "ask again on the terminal that patients use"
		return []check{
			{"screen", note, "this is no terminal, so nothing can be said of it", again},
			{"print", note, "it is not known how large the letters are", again},
			{"font", note, "it is not known whether the letters can be shown: " + strings.Join(place.Languages, ", "), again},
			examineColors(machine, s.Env),
		}
	}
	width, height, err := term.GetSize(int(out.Fd()))
	if err != nil {
		return []check{failing("screen", err)}
	}
	font, err := kiosk.ConsoleFont(out)
	return []check{
		examineSize(s.Env("TERM"), width, height), examinePrint(height, kiosk.Height(machine)),
		examineFont(font, err, place.Languages, s.Env), examineColors(machine, s.Env),
	}
}

func examineSize(term string, width, height int) check {
	if width < tui.MinWidth || height < tui.MinHeight {
		return check{"screen", bad, fmt.Sprintf("%d columns and %d lines are too few; %d and %d are needed", width, height, tui.MinWidth, tui.MinHeight), "choose a smaller font"}
	}
	return check{Name: "screen", State: fine, Detail: fmt.Sprintf("%s, %d columns, %d lines", term, width, height)}
}

// examinePrint compares lines with large print on a display that is so high, in millimetres; 0 where that is not known.
func examinePrint(lines, height int) check {
	least := kiosk.LargePrint(lines)
	larger := "choose a larger font: dpkg-reconfigure console-setup, or font= in foot.ini"
	switch {
	case height == 0:
		return check{"print", note, fmt.Sprintf("%d lines are large print on a display %d cm high or higher", lines, (least+9)/10), "measure the display; where it is lower, " + larger}
	case height < least:
		return check{"print", note, fmt.Sprintf("on this display, %d cm high, %d lines are smaller than large print", height/10, lines), larger}
	}
	return check{Name: "print", State: fine, Detail: fmt.Sprintf("on this display, %d cm high, %d lines are large print", height/10, lines)}
}

// examineFont tells whether a font has the letters of some languages and what the screens draw with. none is the error that
// came instead of a font.
func examineFont(font kiosk.Font, none error, languages []string, env func(string) string) check {
	console := none == nil || env("TERM") == "linux"
	for _, tag := range languages {
		letters, ok := kiosk.Letters(tag)
		switch {
		case console && !ok:
			return check{"font", bad, "no console of Linux can show the language " + tag, "use cage and foot: see docs/kiosk"}
		case none != nil:
			continue
		}
		if lacking := font.Lacks(letters); lacking != "" {
			return check{"font", bad, "the font of the console lacks letters of the language " + tag + ": " + spaced(lacking), setup}
		}
	}
	switch {
	case errors.Is(none, kiosk.ErrNoConsole):
		return check{"font", note, "the font of this terminal is its own affair: " + strings.Join(languages, ", "), "play the patient once in each language, and look"}
	case none != nil:
		return failing("font", none)
	}
	if lacking := font.Lacks(tui.Signs(env)); lacking != "" {
		return check{"font", bad, "the font of the console lacks signs that the screens draw with: " + spaced(lacking), setup}
	}
	return check{Name: "font", State: fine, Detail: "the font of the console has all letters and signs: " + strings.Join(languages, ", ")}
}

const setup = "dpkg-reconfigure console-setup: choose UTF-8, the letters of your languages, and Terminus"

// spaced puts spaces between characters.
func spaced(text string) string { return strings.Join(strings.Split(text, ""), " ") }

// colorless are names of terminals that say nothing, or that there is nothing to draw on.
func colorless() []string { return []string{"", "dumb", "unknown"} }

func examineColors(machine fs.FS, env func(string) string) check {
	name, used := env("TERM"), tui.Colors(env)
	has, known := kiosk.Colors(machine, name)
	switch {
	case slices.Contains(colorless(), name):
		return check{"colours", bad, "TERM does not say what kind of terminal this is", "set TERM in the unit: linux for the console; foot sets it by itself"}
	case env("NO_COLOR") != "":
		return check{"colours", note, "NO_COLOR is set: the screens use bold, underline and reverse alone", "take NO_COLOR out of the environment for colours"}
	case used == 0:
		return check{"colours", note, "no colours are known of " + name + ": the screens use bold, underline and reverse alone", "set TERM to what the terminal is, such as linux or foot"}
	case !known:
		return check{"colours", note, fmt.Sprintf("%d are used on %s, which this machine does not know", used, name), "apt-get install ncurses-term"}
	case has < 8:
		return check{"colours", note, fmt.Sprintf("%d are used, and this machine knows of %d on %s", used, has, name), "set NO_COLOR=1 if the colours look wrong"}
	}
	return check{Name: "colours", State: fine, Detail: fmt.Sprintf("%d are used on %s", used, name)}
}
