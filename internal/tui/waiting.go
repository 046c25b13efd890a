package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// arrival is a message and when it came.
type arrival struct {
	msg tea.Msg
	at  time.Time
}

// maxWaiting is how much may wait. More than that nobody types while something is being saved, unless the disk hangs.
const maxWaiting = 256

// waits reports whether a message has to wait: for a save, or, unless the person does it, for what is to become of one
// that failed.
func (p *program) waits(msg tea.Msg) bool {
	return p.saving || p.sitting.Fault != nil && !byHand(msg)
}

func byHand(msg tea.Msg) bool {
	switch msg.(type) {
	case tea.KeyMsg, tea.MouseMsg:
		return true
	}
	return false
}

// wait keeps a message for later. Results of commands always find room.
func (p *program) wait(came arrival) {
	if len(p.waiting) < maxWaiting || !byHand(came.msg) {
		p.waiting = append(p.waiting, came)
	}
}

// catchUp takes the messages that waited, in the order in which they came, until something is to be saved again. Each
// meets a screen that was drawn, for what a key does hangs on what is in view.
func (p *program) catchUp() []tea.Cmd {
	var cmds []tea.Cmd
	for len(p.waiting) > 0 && !p.saving {
		p.Frame()
		next := p.waiting[0]
		p.waiting = p.waiting[1:]
		cmds = append(cmds, p.take(next))
	}
	return cmds
}
