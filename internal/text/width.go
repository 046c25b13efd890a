package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Width is the number of cells that a line takes up. Escape sequences take none.
func Width(line string) int { return ansi.StringWidth(line) }

// Truncate shortens a line to at most width cells, the last of which then holds an ellipsis. Escape sequences are kept.
func Truncate(line string, width int) string {
	return ansi.Truncate(line, max(width, 0), "…")
}

// PadRight adds spaces to a line until it is width cells wide.
func PadRight(line string, width int) string {
	return line + strings.Repeat(" ", max(width-Width(line), 0))
}
