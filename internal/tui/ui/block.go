package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/tui/terminal"
)

// Block is what a screen shows between header and footer: any number of lines, of which the router shows a part.
type Block struct {
	Lines   []string           // none wider than the width asked for
	Focus   Span               // the lines to keep in view; empty where nothing is focused
	Cursor  *terminal.Position // of the focused element, within the block
	Zones   []Zone
	Paged   bool // Enter first leads down to the end
	AtFocus bool // begins where the focus is, not at the top
}

// Span is a range of lines, To excluded.
type Span struct{ From, To int }

// Seen tells a screen whose block begins at its focus which of the lines are in view, before each key.
type Seen Span

// Zone is a part of a block that can be clicked, and the message that a click means. Left and Right bound its columns,
// Right excluded; both 0 means the whole width.
type Zone struct {
	Span
	Left, Right int
	Message     tea.Msg
}

func (z Zone) holds(x, y int) bool {
	return z.From <= y && y < z.To && (z.Right == 0 || z.Left <= x && x < z.Right)
}

// Add puts lines under the others.
func (b *Block) Add(lines ...string) { b.Lines = append(b.Lines, lines...) }

// Append puts another block under the lines. Its focus and cursor win where it has them.
func (b *Block) Append(other Block) {
	top := len(b.Lines)
	b.Lines = append(b.Lines, other.Lines...)
	if other.Focus != (Span{}) {
		b.Focus = Span{other.Focus.From + top, other.Focus.To + top}
	}
	if other.Cursor != nil {
		b.Cursor = &terminal.Position{X: other.Cursor.X, Y: other.Cursor.Y + top}
	}
	for _, z := range other.Zones {
		z.From, z.To = z.From+top, z.To+top
		b.Zones = append(b.Zones, z)
	}
}
