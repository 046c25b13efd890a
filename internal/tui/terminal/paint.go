package terminal

import (
	"strconv"

	"github.com/charmbracelet/x/ansi"
)

// painter turns frames into the bytes that lead from the last frame to the
// next. It writes nothing itself.
type painter struct {
	width, height int

	rows   []string  // as the last frame gave them
	cursor *Position // as last shown; nil when hidden
	stale  bool      // what the terminal shows is unknown
	buffer []byte
}

// resize says how big the screen is, in cells. The next frame is drawn whole.
func (p *painter) resize(width, height int) {
	p.width, p.height = width, height
	p.rows = make([]string, height)
	p.stale = true
}

// draw gives the bytes that show f, or none when f is shown already. They are
// valid until the next call.
func (p *painter) draw(f Frame) []byte {
	p.buffer = append(p.buffer[:0], syncOn...)
	for y := range p.rows {
		line := ""
		if y < len(f.Lines) {
			line = f.Lines[y]
		}
		if p.stale || line != p.rows[y] {
			p.rows[y] = line
			p.row(y, line)
		}
	}
	p.place(f.Cursor, len(p.buffer) > len(syncOn))
	p.stale = false
	if len(p.buffer) == len(syncOn) {
		return nil
	}
	p.buffer = append(p.buffer, syncOff...)
	return p.buffer
}

// row replaces row y by line. What is left of the old row is erased afterwards
// and not before, so that terminals without synchronized output do not flicker;
// but not after a full row, where erasing would take its last cell.
func (p *painter) row(y int, line string) {
	text, cells, styled := clean(line)
	if cells > p.width {
		text = ansi.Truncate(text, p.width, "")
		cells = ansi.StringWidth(text)
	}
	p.move(Position{Y: y})
	p.buffer = append(p.buffer, text...)
	if styled {
		p.buffer = append(p.buffer, plainStyle...)
	}
	if cells < p.width {
		p.buffer = append(p.buffer, eraseLine...)
	}
}

// place shows the cursor at want, or hides it. Drawing a row has displaced it.
func (p *painter) place(want *Position, displaced bool) {
	if want == nil {
		if p.stale || p.cursor != nil {
			p.buffer = append(p.buffer, cursorOff...)
		}
		p.cursor = nil
		return
	}
	at := Position{X: clamp(want.X, p.width), Y: clamp(want.Y, p.height)}
	hidden := p.stale || p.cursor == nil
	if displaced || hidden || *p.cursor != at {
		p.move(at)
	}
	if hidden {
		p.buffer = append(p.buffer, cursorOn...)
	}
	p.cursor = &at
}

// move puts the cursor at a cell.
func (p *painter) move(at Position) {
	p.buffer = append(p.buffer, "\x1b["...)
	p.buffer = strconv.AppendInt(p.buffer, int64(at.Y+1), 10)
	p.buffer = append(p.buffer, ';')
	p.buffer = strconv.AppendInt(p.buffer, int64(at.X+1), 10)
	p.buffer = append(p.buffer, 'H')
}

// wipe gives the bytes that blank the screen. It goes row by row, for some
// terminals keep what a whole-screen erase removes in their scrollback.
func (p *painter) wipe() []byte {
	p.buffer = append(p.buffer[:0], syncOff+plainStyle...)
	for y := range p.height {
		p.move(Position{Y: y})
		p.buffer = append(p.buffer, eraseLine...)
	}
	p.move(Position{})
	return p.buffer
}

// clamp gives the number from 0 to count-1 that is nearest to n.
func clamp(n, count int) int {
	return max(0, min(n, count-1))
}
