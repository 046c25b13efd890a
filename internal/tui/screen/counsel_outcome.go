package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// outcome asks a counsellor where the talk about an item came out.
type outcome struct {
	*Sitting
	menu
	entry *questionnaire.Entry
}

func newOutcome(s *Sitting, e *questionnaire.Entry) *pair {
	thing := func(value session.Outcome, id string) questionnaire.Option {
		return questionnaire.Option{Value: string(value), Text: s.Words.Text(id)}
	}
	return besideItem(s, &shown{s, e}, &outcome{Sitting: s, entry: e, menu: newMenu(s, []questionnaire.Option{
		thing(session.Resolved, "outcome.is-resolved"), thing(session.Unsettled, "outcome.is-open"), thing(session.Referred, "outcome.is-referred"),
	})})
}

func (o *outcome) Update(msg tea.Msg) ui.Step { return o.take(msg, o.choose) }

func (o *outcome) choose() ui.Step {
	v := o.input.Value()
	switch {
	case v.IsZero():
		o.warning = o.Words.Text("save.choose")
		return ui.Used()
	case v.Has(string(session.Referred)):
		return ui.Step{Used: true, Move: ui.Swap, Open: newReferral(o.Sitting, o.entry)}
	}
	p := o.inOwnVoice(func() *questionnaire.Problem {
		return o.Session().Conclude(o.entry.ID, session.Outcome(v.Codes[0]), "", "")
	})
	if p == nil {
		return ui.To(ui.Follow)
	}
	if step, asks := o.oblige(p, o.choose); asks {
		return step
	}
	o.warning = o.problem(p)
	if p.Code == "patients-word" {
		o.warning += " " + o.Words.Text("outcome.first")
	}
	return ui.Used()
}

// oblige asks for what an act needs first: the keyboard, or why a signed record is changed.
func (s *Sitting) oblige(p *questionnaire.Problem, again func() ui.Step) (step ui.Step, asks bool) {
	if p != nil && p.Code == "signed" {
		return ui.Over(newAmend(s)), true
	}
	return handOver(s, p, again)
}

func (o *outcome) View(width int) ui.Block {
	var b ui.Block
	for _, line := range text.Wrap(o.Words.Text("outcome.asks"), width) {
		b.Add(o.Theme.Strong.Render(line))
	}
	b.Add("")
	o.list(&b, width)
	o.warn(&b, o.warning, width)
	return b
}

func (o *outcome) Head() ui.Head { return ui.Head{Title: o.Words.Text("outcome.head")} }

func (o *outcome) Hints() []ui.Hint { return []ui.Hint{o.enterHint(o.input), o.hint("esc", "back")} }

// newReferral asks to whom an item is referred, and by when.
func newReferral(s *Sitting, e *questionnaire.Entry) *pair {
	d, item := draft(s, "refer", s.Words.Text("outcome.head"), e)
	by := s.write("by", s.Words.Text("outcome.by"), s.counsel.drafts[d.name+"by"])
	by.optional = true
	d.fields = []field{s.write("to", s.Words.Text("outcome.to"), s.counsel.drafts[d.name+"to"]), by}
	d.done = func(values map[string]string) (ui.Step, *questionnaire.Problem) {
		return d.came(s.inOwnVoice(func() *questionnaire.Problem {
			return s.Session().Conclude(item, session.Referred, values["to"], values["by"])
		}))
	}
	return besideItem(s, &shown{s, e}, d)
}
