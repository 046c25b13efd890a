package screen

import (
	"cmp"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/records"
	"informed/internal/tui/ui"
	"informed/internal/tui/widget"
)

// mostRows is how many records are listed at once. Nobody reads more: searching leads to the others.
const mostRows = 100

// picking lists what a counsellor can open: a new consultation, those that are open, and what patients left. What is typed
// searches.
type picking struct {
	*Sitting
	rows    []row
	found   []int // of the rows, those that fit the search
	search  widget.Input
	focus   int // -1 for the search, 0 for a new consultation, then the rows that were found
	busy    bool
	warning string
}

// opened is the result of opening a record.
type opened struct {
	journal *records.Journal // nil where nothing was wished for
	err     error
	rows    []row // a new list, nil where the old one stands
	keyed   bool  // a key was named for it

	newer    records.Newer
	outgrown bool // there is a newer version
}

// chosen is the message of a click on a row.
type chosen int

// newDesk gives what stands before a consultation is opened.
func newDesk(s *Sitting) ui.Screen {
	if s.Desk.Counsellor.Name == "" {
		return newSeat(s)
	}
	return newPicking(s)
}

// newPicking gives the list, with what is wished for in focus.
func newPicking(s *Sitting) *picking {
	wish := s.Desk.Wish
	p := &picking{Sitting: s, rows: rows(s, s.Desk.Waiting)}
	p.searchFor(cmp.Or(wish.Record, wish.Pickup, wish.Visit))
	switch {
	case wish.New:
		p.focus = 0
	case wish != (records.Wish{}) && len(p.found) == 1:
		p.focus = 1
	}
	return p
}

func (p *picking) searchFor(words string) {
	p.search = widget.Line(p.Env, mostLetters, words)
	p.find()
}

// find looks for what was typed.
func (p *picking) find() { p.found, p.focus = fitting(p.rows, p.search.Value().Text), -1 }

// shown tells how many of the rows are listed.
func (p *picking) shown() int { return min(len(p.found), mostRows) }

func (p *picking) Update(msg tea.Msg) ui.Step {
	switch msg := msg.(type) {
	case opened:
		return p.opened(msg)
	case choices:
		return p.chooses(msg)
	case chosen:
		if p.busy {
			return ui.Used()
		}
		if p.focus == int(msg) {
			return p.enter()
		}
		p.focus, p.warning = int(msg), ""
		return ui.Used()
	case tea.KeyMsg:
		return p.key(msg)
	}
	return ui.Step{}
}

func (p *picking) key(msg tea.KeyMsg) ui.Step {
	if p.busy {
		return ui.Used()
	}
	switch key := ui.Key(msg); key {
	case "enter":
		return p.enter()
	case "up", "shift+tab":
		return p.move(-1)
	case "down", "tab":
		return p.move(1)
	case "esc":
		p.searchFor("")
		p.warning = ""
		return ui.Used()
	}
	before := p.search.Value().Text
	if p.search.Update(msg) != widget.Used {
		return ui.Step{}
	}
	if p.search.Value().Text != before {
		p.find()
	}
	p.focus, p.warning = -1, ""
	return ui.Used()
}

func (p *picking) move(by int) ui.Step {
	to := p.focus + by
	if to < -1 || to > p.shown() {
		return ui.Step{}
	}
	p.focus, p.warning = to, ""
	return ui.Used()
}

// enter opens what is focused. What was found alone is focused first, so that it is seen before it is opened.
func (p *picking) enter() ui.Step {
	searched := p.search.Value().Text != ""
	switch {
	case p.focus == 0:
		return p.choose()
	case p.focus > 0 && p.focus <= p.shown():
		return p.open(records.Wish{Record: p.rows[p.found[p.focus-1]].id})
	case searched && len(p.found) == 1:
		p.focus = 1
	case searched && len(p.found) == 0: // it may be the code of a visit, which is found by reading
		return p.open(records.Wish{Visit: p.search.Value().Text})
	default:
		p.warning = p.Words.Text("open.choose")
	}
	return ui.Used()
}
