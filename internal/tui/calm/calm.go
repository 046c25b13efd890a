// Package calm keeps Lip Gloss from asking the terminal for its background colour.
//
// Bubble Tea asks as soon as it is linked, before main begins, whatever the program is about to do: the question is then on
// the screen of someone who wanted plain lines, and on a terminal that does not answer nothing happens for seconds. Lip
// Gloss does not ask once it has been told, so it is told here, first.
//
// Packages are initialised in the order of their import paths, imports before importers. That is why this is a module of
// its own: its path stands before Bubble Tea's, which a path within this program cannot.
package calm

import "github.com/charmbracelet/lipgloss"

// Told is true: the program draws with colours of its own, and never needs to know the background.
var Told = tell()

func tell() bool {
	lipgloss.SetHasDarkBackground(true)
	return true
}
