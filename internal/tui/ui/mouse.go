package ui

import tea "github.com/charmbracelet/bubbletea"

// target is a stretch of a footer line that can be clicked.
type target struct {
	y, from, to int
	key         string
}

// wheel is how many lines a turn of the wheel scrolls.
const wheel = 3

// mouse turns a wheel turn into scrolling and a press of the first button into what was pressed. Touch screens send
// the same. A release means nothing, so that a press is one press wherever the finger leaves.
func (r *Router) mouse(msg tea.MouseMsg) tea.Cmd {
	l := r.top()
	switch {
	case r.small():
	case msg.Button == tea.MouseButtonLeft && r.fresh(l):
	case msg.Button == tea.MouseButtonWheelUp:
		l.at(msg.X).pane.scroll(-wheel)
	case msg.Button == tea.MouseButtonWheelDown:
		l.at(msg.X).pane.scroll(wheel)
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress:
		return r.click(l, msg.X, msg.Y)
	}
	return nil
}

func (r *Router) click(l *level, x, y int) tea.Cmd {
	for _, t := range l.feet {
		if t.y == y && t.from <= x && x < t.to {
			return r.key(press(t.key))
		}
	}
	c := l.at(x)
	if y < l.head || y >= l.head+c.pane.height {
		return nil
	}
	line := y - l.head + c.pane.top
	for _, z := range c.block.Zones {
		if z.holds(x-c.left, line) {
			c.pane.chase = true
			return r.take(l, l.Update(z.Message))
		}
	}
	return nil
}
