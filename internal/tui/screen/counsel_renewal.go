package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// The things to do about a newer version.
const (
	renewalAsk = "ask"
	renewalOld = "old"
)

// renewal says that there is a newer version of a record's questionnaire, and asks whether to go over what differs.
type renewal struct {
	*Sitting
	menu
	old   *records.Journal // that was opened
	newer records.Newer
	list  ui.Screen // below
	busy  bool
}

func newRenewal(s *Sitting, old *records.Journal, newer records.Newer, list ui.Screen) *renewal {
	return &renewal{Sitting: s, old: old, newer: newer, list: list, menu: newMenu(s, []questionnaire.Option{
		{Value: renewalAsk, Text: s.Words.Text("renewal.ask")},
		{Value: renewalOld, Text: s.Words.Text("renewal.old")},
	})}
}

func (r *renewal) Update(msg tea.Msg) ui.Step {
	if r.busy {
		if msg, ok := msg.(opened); ok {
			return r.opened(msg)
		}
		return ui.Used()
	}
	if key, ok := msg.(tea.KeyMsg); ok && ui.Key(key) == "esc" {
		return r.leave(nil)
	}
	return r.take(msg, r.choose)
}

func (r *renewal) choose() ui.Step {
	switch v := r.input.Value(); {
	case v.Has(renewalAsk):
		r.busy = true
		return ui.Step{Used: true, Cmd: r.renew()}
	case v.Has(renewalOld):
		r.Journal = r.old
		return ui.To(ui.Follow)
	}
	r.warning = r.Words.Text("save.choose")
	return ui.Used()
}

// renew gives the command that opens a record in the place of the older one.
func (r *renewal) renew() tea.Cmd {
	old, newer, desk := r.old, r.newer, *r.Desk
	return func() tea.Msg {
		id := old.Session().Record().Record
		err := old.Close()
		var j *records.Journal
		if err == nil {
			j, err = desk.Renew(desk.Counsellor, id, newer)
		}
		return ui.Answer{To: r, Result: opened{journal: j, err: err}}
	}
}

func (r *renewal) opened(o opened) ui.Step {
	if o.err != nil {
		return r.leave(o.err)
	}
	r.Journal = o.journal
	return ui.To(ui.Follow)
}

// leave goes back to the list with what went wrong, nil for nothing. The record is let go.
func (r *renewal) leave(err error) ui.Step {
	old, list := r.old, r.list
	return ui.Step{Used: true, Move: ui.Pop, Cmd: func() tea.Msg {
		old.Close() // others can open it once the program ends, if that fails
		return ui.Answer{To: list, Result: opened{err: err}}
	}}
}

func (r *renewal) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(r.Words.Text("renewal.what", map[string]any{
		"Title": r.newer.Questionnaire.Title, "Old": r.old.Session().Questionnaire().Version, "New": r.newer.Questionnaire.Version,
	}), width)...)
	b.Add("")
	b.Add(text.Wrap(r.Words.Text("renewal.how"), width)...)
	b.Add("")
	r.menu.list(&b, width)
	warning := r.warning
	if r.busy {
		warning = r.Words.Text("open.busy")
	}
	r.warn(&b, warning, width)
	return b
}

func (r *renewal) Head() ui.Head { return ui.Head{Title: r.Words.Text("renewal.head")} }

func (r *renewal) Hints() []ui.Hint {
	return []ui.Hint{r.enterHint(r.input), r.hint("esc", "back"), r.hint("ctrl+q", "stop")}
}
