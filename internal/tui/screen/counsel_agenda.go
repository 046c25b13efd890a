package screen

import (
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/summary"
	"informed/internal/tui/ui"
)

// agenda lists what there is to talk about, with what needs talk on top.
type agenda struct {
	*Sitting
	summary.Agenda
	notes   []summary.Remark // about all
	since   time.Time        // when the counsellor sat down
	focus   int              // -1 where there are no topics
	zones   []ui.Zone        // of the topics, as last drawn
	hidden  bool             // the focus was scrolled out of view
	first   int              // topic in view, from where the arrows then begin
	problem string
}

// newAgenda begins at the first topic that is left, or at the one that was talked about last where that is.
func newAgenda(s *Sitting) *agenda {
	rec := s.Session().Record()
	a := &agenda{
		Sitting: s, Agenda: summary.BuildAgenda(s.Session().Questionnaire(), rec, s.Words),
		since: satDown(s.Session().Entries()), notes: s.notesAboutAll(),
	}
	a.focus = min(0, len(a.Topics)-1)
	last := slices.IndexFunc(a.Topics, func(t summary.Topic) bool { return t.ID == s.counsel.last })
	if last >= 0 && (last < a.Left || a.Left == 0) {
		a.focus = last
	}
	return a
}

// satDown gives when a counsellor last opened the record.
func satDown(entries []session.Entry) time.Time {
	for _, e := range slices.Backward(entries) {
		if _, ok := e.Event.(session.Consulted); ok {
			return e.At
		}
	}
	return time.Time{}
}

// notesAboutAll gives what a counsellor noted about no item.
func (s *Sitting) notesAboutAll() []summary.Remark {
	return slices.DeleteFunc(s.summary().Notes, func(r summary.Remark) bool { return r.Item != "" })
}

func (a *agenda) Update(msg tea.Msg) ui.Step {
	switch msg := msg.(type) {
	case line:
		a.focus = int(msg)
		return a.open()
	case ui.Seen:
		a.seen(msg)
	case tea.KeyMsg:
		return a.key(ui.Key(msg))
	}
	return ui.Step{}
}

func (a *agenda) key(key string) ui.Step {
	a.problem = ""
	switch key {
	case "enter":
		if a.hidden { // what Enter would open is shown first
			return ui.Used()
		}
		return a.open()
	case "up", "shift+tab":
		return a.move(-1)
	case "down", "tab":
		return a.move(1)
	case "n", "N":
		return ui.Over(newNote(a.Sitting, nil))
	case "p", "P":
		return a.lead(a.Session().ToPeople())
	case "d", "D":
		return a.lead(a.Session().ToDecision())
	case "s", "S":
		return a.lead(a.Session().ToSigning())
	case "f2":
		a.turn()
		return ui.To(ui.Follow)
	case "?", "f3":
		return ui.Over(newKeys(a.Sitting, a.keys()))
	}
	if len(key) == 1 && key >= "1" && key <= "9" && int(key[0]-'1') < len(a.Topics) {
		a.focus = int(key[0] - '1')
		return a.open()
	}
	return ui.Step{}
}

// seen lets the arrows begin at the first topic in view, where the counsellor has read on from the one in focus.
func (a *agenda) seen(view ui.Seen) {
	in := func(z ui.Zone) bool { return z.From >= view.From && z.To <= view.To }
	a.first = slices.IndexFunc(a.zones, in)
	a.hidden = a.focus >= 0 && a.first >= 0 && (a.zones[a.focus].To <= view.From || a.zones[a.focus].From >= view.To)
}

func (a *agenda) move(by int) ui.Step {
	to := a.focus + by
	if a.hidden {
		to = a.first
	}
	if to < 0 || to >= len(a.Topics) {
		return ui.Step{}
	}
	a.focus = to
	return ui.Used()
}

func (a *agenda) open() ui.Step {
	if a.focus < 0 {
		return ui.Used()
	}
	return a.lead(a.Session().Discuss(a.Topics[a.focus].ID))
}

// lead goes where the session was sent, or says why it did not go.
func (a *agenda) lead(p *questionnaire.Problem) ui.Step {
	if p != nil {
		a.problem = a.Sitting.problem(p)
		return ui.Used()
	}
	return ui.To(ui.Follow)
}
