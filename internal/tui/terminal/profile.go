package terminal

import "strings"

// Profile is which colours a terminal shows.
type Profile int

const (
	NoColor   Profile = iota // bold, underline and reverse are still to be used
	ANSI16                   // the sixteen of the terminal's own palette
	ANSI256                  // the fixed palette of 256
	TrueColor                // any
)

// ProfileFor decides which colours to use. choice is "always", "never" or, as
// anything else counts, "auto"; getenv looks up the environment; tty says
// whether the output is a terminal. In order:
//
//   - the choice: "never" is NoColor, "always" at least ANSI16
//   - NO_COLOR with any value: NoColor
//   - CLICOLOR_FORCE, unless 0: at least ANSI16
//   - CLICOLOR=0, or no terminal: NoColor
//   - what TERM and COLORTERM say of the terminal
func ProfileFor(choice string, getenv func(string) string, tty bool) Profile {
	able := ability(getenv)
	force := getenv("CLICOLOR_FORCE")
	switch {
	case choice == "never":
		return NoColor
	case choice == "always":
		return max(able, ANSI16)
	case getenv("NO_COLOR") != "":
		return NoColor
	case force != "" && force != "0":
		return max(able, ANSI16)
	case getenv("CLICOLOR") == "0" || !tty:
		return NoColor
	}
	return able
}

// ability is what the terminal can show, going by its names. GNU screen passes
// on no true colours, whatever the terminal outside of it can do; tmux, which
// uses the same name, does.
func ability(getenv func(string) string) Profile {
	term := getenv("TERM")
	if term == "" || term == "dumb" {
		return NoColor
	}
	named := profileOf(term)
	switch colorterm := getenv("COLORTERM"); {
	case colorterm == "":
		return named
	case colorterm != "truecolor" && colorterm != "24bit":
		return max(named, ANSI16)
	case strings.HasPrefix(term, "screen") && getenv("TERM_PROGRAM") != "tmux":
		return max(named, ANSI256)
	}
	return TrueColor
}

// profileOf is what a terminal of this name can show at least.
func profileOf(term string) Profile {
	switch {
	case strings.HasSuffix(term, "-direct"):
		return TrueColor
	case strings.Contains(term, "256color"):
		return ANSI256
	case strings.Contains(term, "color"):
		return ANSI16
	}
	family, version, _ := strings.Cut(term, "-")
	if family == "xterm" && (version == "kitty" || version == "ghostty") {
		family = version
	}
	switch family {
	case "alacritty", "contour", "foot", "ghostty", "kitty", "rio", "wezterm":
		return TrueColor
	case "ansi", "cygwin", "konsole", "linux", "mlterm", "putty", "rxvt", "screen", "st", "tmux", "vte", "xterm":
		return ANSI16
	}
	return NoColor
}
