package tui

import tea "github.com/charmbracelet/bubbletea"

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
func (p *program) wait(msg tea.Msg) {
	if len(p.waiting) < maxWaiting || !byHand(msg) {
		p.waiting = append(p.waiting, msg)
	}
}

// catchUp takes the messages that waited, in the order in which they came, until something is to be saved again. Each
// meets the screen as if it had been drawn: an Enter or a click from before it came into sight is none.
func (p *program) catchUp() []tea.Cmd {
	var cmds []tea.Cmd
	for len(p.waiting) > 0 && !p.saving {
		p.Frame()
		msg := p.waiting[0]
		p.waiting = p.waiting[1:]
		cmds = append(cmds, p.take(msg))
	}
	return cmds
}
