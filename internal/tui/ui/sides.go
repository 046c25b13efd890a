package ui

import (
	"strings"

	"informed/internal/text"
)

// Sided is a screen with two sides. Where there is room they stand next to each other, else one of them is in view. Each is
// scrolled by itself.
type Sided interface {
	Screen
	// Side gives the body of the second side for a width, as View gives that of the first.
	Side(width int) Block
	// Sides says what the sides are called, and which of them the keys are for.
	Sides() Sides
}

// Sides tells of the two sides of a screen.
type Sides struct {
	Names [2]string
	Front int  // 0 or 1: the one that keys scroll, and that is in view where there is room for one
	Alone bool // the first is all there is, whatever the room
}

// BothWidth is the least width of a terminal at which two sides stand next to each other.
const BothWidth = 120

// gutter is what stands between two sides: a rule between two blanks.
const gutter = 3

// column is a block in its place, with the part of it that is in view.
type column struct {
	pane  pane
	block Block

	left, width int // on the screen, as last drawn
}

// sides tells of the sides of a level's screen. ok is false where there is only one.
func (l *level) sides() (screen Sided, sides Sides, ok bool) {
	screen, ok = l.Screen.(Sided)
	if !ok {
		return nil, Sides{}, false
	}
	sides = screen.Sides()
	return screen, sides, !sides.Alone
}

// front gives the side that the keys are for.
func (l *level) front() *column {
	if _, sides, ok := l.sides(); ok && sides.Front == 1 {
		return &l.second
	}
	return &l.column
}

// arrange draws the bodies of the sides that are in view, and gives the columns of the screen that all of it takes.
func (r *Router) arrange(l *level) (left, width int) {
	left, width = r.margin()
	l.shown, l.names = append(l.shown[:0], l.front()), nil
	screen, sides, sided := l.sides()
	switch {
	case !sided:
		l.column.left, l.column.width = left, width
		l.block = l.View(width)
		return left, width
	case r.width < BothWidth:
		l.names = []string{sides.Names[sides.Front]}
		l.shown[0].left, l.shown[0].width = left, width
	default:
		l.names = sides.Names[:]
		l.shown = append(l.shown[:0], &l.column, &l.second)
		width = min(r.width-4, 2*widest+gutter)
		left = (r.width - width) / 2
		half := (width - gutter) / 2
		l.column.left, l.column.width = left, half
		l.second.left, l.second.width = left+half+gutter, width-half-gutter
	}
	for _, c := range l.shown {
		if c == &l.second {
			c.block = screen.Side(c.width)
		} else {
			c.block = l.View(c.width)
		}
	}
	return left, width
}

// named puts the names of the sides over them, in the place of the blank under the header. What keys are for is marked.
func (r *Router) named(l *level, head []string) {
	if len(l.names) == 0 {
		return
	}
	cells := make([]string, len(l.names))
	for i, name := range l.names {
		before := "  "
		if l.shown[i] == l.front() {
			before = r.env.Glyphs.Focus + " "
		}
		cells[i] = r.env.Theme.Field.Bold(true).Render(text.Truncate(before+name, l.shown[i].width))
	}
	head[len(head)-1] = r.row(l, cells)
}

// row puts what stands in the columns into one line.
func (r *Router) row(l *level, cells []string) string {
	if len(cells) == 1 {
		return cells[0]
	}
	return strings.TrimRight(text.PadRight(cells[0], l.shown[0].width)+" "+r.env.Glyphs.Rule+" "+cells[1], " ")
}

// body gives the part of the columns that is in view, line by line.
func (r *Router) body(l *level, height int) []string {
	lines := make([]string, height)
	for y := range lines {
		cells := make([]string, len(l.shown))
		for i, c := range l.shown {
			if at := c.pane.top + y; at < len(c.block.Lines) {
				cells[i] = c.block.Lines[at]
			}
		}
		lines[y] = r.row(l, cells)
	}
	return lines
}

// goesOn says which way each of the columns goes on.
func (r *Router) goesOn(l *level) string {
	cells := make([]string, len(l.shown))
	for i, c := range l.shown {
		cells[i] = r.more(&c.pane)
	}
	return r.row(l, cells)
}

// at gives the column at a place on the screen, the one in front where there is none.
func (l *level) at(x int) *column {
	for _, c := range l.shown {
		if c.left <= x && x < c.left+c.width {
			return c
		}
	}
	return l.front()
}
