package terminal

// Frame is one screenful.
type Frame struct {
	// Lines are the rows from the top. Each is at most as wide as the
	// terminal, holds no control characters and no escape sequences but SGR
	// ("\x1b[…m"), and begins in the plain style whatever the row above it
	// did. There are at most as many as the terminal has rows; missing ones
	// are blank.
	Lines []string

	// Cursor is where the cursor stands: at the focused element, where screen
	// readers and braille displays look for it. Nil hides it.
	Cursor *Position
}

// Position is a cell of the screen. The top left one is {0, 0}.
type Position struct {
	X int // the column
	Y int // the row
}
