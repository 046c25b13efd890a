package terminal

// What is written to the terminal besides rows of text. The alternate-scroll
// mode (1007) is left alone: it has no effect while the mouse is reported, and
// what it was before cannot be found out.
const (
	altScreenOn  = "\x1b[?1049h"
	altScreenOff = "\x1b[?1049l"

	// Without autowrap a line that the terminal finds wider than we do loses
	// its end, not the row below it.
	autowrapOff = "\x1b[?7l"
	autowrapOn  = "\x1b[?7h"

	mouseOn  = "\x1b[?1002h\x1b[?1006h" // clicks and drags, with coordinates of any size
	mouseOff = "\x1b[?1006l\x1b[?1002l"

	pasteOn  = "\x1b[?2004h"
	pasteOff = "\x1b[?2004l"

	cursorOn  = "\x1b[?25h"
	cursorOff = "\x1b[?25l"

	syncOn  = "\x1b[?2026h" // the terminal shows what follows at once
	syncOff = "\x1b[?2026l"

	plainStyle = "\x1b[m"
	eraseLine  = "\x1b[K" // from the cursor to the end of the row

	enterModes = altScreenOn + autowrapOff + mouseOn + pasteOn + cursorOff
	leaveModes = mouseOff + pasteOff + autowrapOn + cursorOn + altScreenOff
)
