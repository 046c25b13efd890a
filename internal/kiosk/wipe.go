package kiosk

// wiped is what leaves nothing of a session on a terminal, whatever state it was left in. It begins by breaking off a
// sequence that was left unfinished. The alternate screen is cleared before it is left, and the scrollback last, for
// clearing the screen may put what was on it there.
const wiped = "\x18" + // CAN
	"\x1b[?2026l" + // what is written shows at once
	"\x1b[?1006l\x1b[?1003l\x1b[?1002l\x1b[?1000l\x1b[?2004l" + // no mouse, no marks of pastes
	"\x1b[r\x1b[?6l\x1b[?7h\x1b[4l\x1b[?1l\x1b>\x1b(B\x0f\x1b[m" + // margins, wrapping, inserting, keys, letters, style
	"\x1b[?1049h\x1b[H\x1b[2J" +
	"\x1b[?1049l\x1b[H\x1b[2J\x1b[3J" +
	"\x1b]2;\a" +
	"\x1b[?25h"

// blank hides the cursor of a terminal on which nobody is yet.
const blank = "\x1b[?25l"
