package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/i18n"
	"informed/internal/tui/terminal"
)

// Router holds the stack of screens, shows the top one, and brings it its messages.
type Router struct {
	env           Env
	next          func() Screen // what comes now, in the place of a screen that is done
	stop          func() Screen // what opens when the person wants to stop
	stack         []*level
	width, height int
	at            time.Time // when the message came that is being worked on
	entered       time.Time // when Enter last came
}

// level is a screen in the stack, with the part of it that is in view.
type level struct {
	Screen
	column           // its first side, or all of it
	second column    // its second side
	since  time.Time // when it came into sight; zero while it has not

	// as last drawn
	head  int       // lines of the header
	feet  []target  // what a click in the footer means
	shown []*column // what is in view, from left to right
	names []string  // of what is in view, where there are two sides
}

// Answer carries the result of a screen's command back to it. It reaches that screen or, if it is gone, nobody.
type Answer struct {
	To     Screen
	Result tea.Msg
}

// NewRouter makes a router that starts with what next gives. stop gives the screen that asks about stopping.
func NewRouter(env Env, next, stop func() Screen) *Router {
	r := &Router{env: env, next: next, stop: stop}
	r.push(next())
	return r
}

// Top gives the screen in front.
func (r *Router) Top() Screen { return r.stack[len(r.stack)-1].Screen }

func (r *Router) top() *level { return r.stack[len(r.stack)-1] }

func (r *Router) push(s Screen) { r.stack = append(r.stack, &level{Screen: s}) }

// Lay puts a screen over the others that none of them asked for.
func (r *Router) Lay(s Screen) { r.push(s) }

// Speak lets the frame around the screens go on in other words.
func (r *Router) Speak(words *i18n.Words) { r.env.Words = words }

// Resize takes in the size of the terminal. Nothing else changes; what was focused in view stays in view.
func (r *Router) Resize(width, height int) {
	for _, c := range []*column{&r.top().column, &r.top().second} {
		focus := c.block.Focus
		c.pane.chase = focus != (Span{}) && focus.From >= c.pane.top && focus.To <= c.pane.top+c.pane.height
	}
	r.width, r.height = width, height
}

// Update brings a message to the screen it is for. at is when it came, which may be long before: an Enter or a click that
// came before a screen was in sight is not for it.
func (r *Router) Update(msg tea.Msg, at time.Time) tea.Cmd {
	r.at = at
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return r.key(msg)
	case tea.MouseMsg:
		return r.mouse(msg)
	case Answer:
		for _, l := range r.stack {
			if l.Screen == msg.To {
				step := l.Update(msg.Result)
				l.front().pane.chase = step.Used
				return r.take(l, step)
			}
		}
	}
	return nil
}

func (r *Router) key(msg tea.KeyMsg) tea.Cmd {
	l, key := r.top(), Key(msg)
	front := l.front()
	switch {
	case key == "ctrl+q" || key == "ctrl+c":
		return r.asks()
	case r.small():
		return nil
	case key == "enter" && r.early(l):
		return nil
	case key == "enter" && front.block.Paged && front.pane.below():
		front.pane.scroll(front.pane.page())
		return nil
	}
	if front.block.AtFocus {
		l.Update(Seen{From: front.pane.top, To: front.pane.top + front.pane.height})
	}
	step := l.Update(msg)
	if !step.Used {
		front.pane.key(key)
	}
	l.front().pane.chase = step.Used
	return r.take(l, step)
}

// fresh reports whether a screen came up so lately that what comes may belong to the one before.
func (r *Router) fresh(l *level) bool { return l.since.IsZero() || r.at.Sub(l.since) < grace }

// early reports whether an Enter is none: it came to a screen that is fresh, or so soon after the last that nobody pressed
// it. A hand that rests on the key does not run through the questions.
func (r *Router) early(l *level) bool {
	before := r.entered
	r.entered = r.at
	return r.at.Sub(before) < repeat || r.fresh(l)
}

// asks opens the question whether to stop, once. Where the window is too small to read it, the notice asks, and asking
// again is the answer.
func (r *Router) asks() tea.Cmd {
	if r.asking() {
		if r.small() {
			return tea.Quit
		}
		return nil
	}
	for _, l := range r.stack {
		if keeper, ok := l.Screen.(Keeper); ok {
			keeper.Keep()
		}
	}
	r.push(r.stop())
	return nil
}

func (r *Router) asking() bool {
	_, asks := r.Top().(Asker)
	return asks
}

// Keeper is a screen with a draft that should not be lost when the person asks to stop.
type Keeper interface{ Keep() }

// Asker marks the screen that asks about stopping, so that it is not laid on itself.
type Asker interface{ Asks() }

// take carries out a step of a level.
func (r *Router) take(l *level, step Step) tea.Cmd {
	switch step.Move {
	case Follow:
		if r.top() == l {
			r.stack = r.stack[:0]
			r.push(r.next())
		}
	case Push:
		r.push(step.Open)
	case Swap:
		if r.top() == l {
			r.stack[len(r.stack)-1] = &level{Screen: step.Open}
		}
	case Pop:
		if r.top() == l && len(r.stack) > 1 {
			r.stack = r.stack[:len(r.stack)-1]
			r.top().since = time.Time{}
		}
	case Quit:
		return tea.Quit
	}
	return step.Cmd
}

// Frame draws the top screen at the size of the terminal.
func (r *Router) Frame() terminal.Frame {
	if r.small() {
		return r.notice()
	}
	l := r.top()
	if l.since.IsZero() {
		l.since = r.env.Now()
	}
	return r.compose(l)
}
