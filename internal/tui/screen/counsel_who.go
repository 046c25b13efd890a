package screen

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/tui/ui"
)

// who asks whose word follows, and by whose hand it is typed.
type who struct {
	handing
	why string // why the counsellor typed before, "" where they did not
}

// whoAgain stands for typing once more for the reason that was given before.
const whoAgain = "again"

func newWho(s *Sitting, again func() ui.Step) *who {
	things := []questionnaire.Option{{Value: string(session.ByPatient), Text: s.Words.Text("hand.patient")}}
	if name := named(s, session.Representative); name != "" {
		things = append(things, questionnaire.Option{
			Value: string(session.ByRepresentative), Text: s.Words.Text("hand.representative", map[string]any{"Name": name}),
		})
	}
	things = append(things, questionnaire.Option{Value: string(session.ForPatient), Text: s.Words.Text("hand.for-patient")})
	why := typedBefore(s.Session().Entries())
	if why != "" {
		things = append(things, questionnaire.Option{
			Value: whoAgain, Text: s.Words.Text("hand.again", map[string]any{"Why": why}),
		})
	}
	return &who{why: why, handing: handing{
		Sitting: s, menu: newMenu(s, things), title: s.Words.Text("hand.head"),
		said: []string{s.Words.Text("hand.own"), s.Words.Text("hand.kept")}, again: again,
	}}
}

// typedBefore gives why the counsellor who opened the record last typed for the patient, "" where they did not.
func typedBefore(entries []session.Entry) string {
	for _, e := range slices.Backward(entries) {
		switch event := e.Event.(type) {
		case session.Consulted:
			return ""
		case session.Handed:
			if event.To == session.ForPatient {
				return event.Why
			}
		}
	}
	return ""
}

// named gives the printed name of the first who is here in a role, "" for nobody.
func named(s *Sitting, role string) string {
	for _, p := range s.Session().Parties() {
		if p.Role == role {
			return p.Name
		}
	}
	return ""
}

func (w *who) Update(msg tea.Msg) ui.Step { return w.take(msg, w.choose) }

func (w *who) choose() ui.Step {
	switch v := w.input.Value(); {
	case v.IsZero():
		w.warning = w.Words.Text("save.choose")
		return ui.Used()
	case v.Has(string(session.ForPatient)):
		return ui.Step{Used: true, Move: ui.Swap, Open: newWhy(w.Sitting, w.again)}
	case v.Has(whoAgain):
		return w.to(session.ForPatient, w.why)
	default:
		return w.to(session.Hand(v.Codes[0]), "")
	}
}

// why asks why the counsellor types what the patient says. The record shows it beside each such answer.
type why struct{ handing }

const whyOther = "other"

func newWhy(s *Sitting, again func() ui.Step) *why {
	thing := func(value, id string) questionnaire.Option {
		return questionnaire.Option{Value: value, Text: s.Words.Text(id)}
	}
	other := thing(whyOther, "hand.why-other")
	other.Open = true
	return &why{handing{
		Sitting: s, title: s.Words.Text("hand.why-head"), again: again,
		said: []string{s.Words.Text("hand.why", map[string]any{"Name": s.Session().Counsellor().Name})},
		menu: newMenu(s, []questionnaire.Option{
			thing("sight", "hand.why-sight"), thing("keyboard", "hand.why-keyboard"), thing("asked", "hand.why-asked"), other,
		}),
	}}
}

func (w *why) Update(msg tea.Msg) ui.Step {
	if key, ok := msg.(tea.KeyMsg); ok && ui.Key(key) == "esc" {
		return ui.Step{Used: true, Move: ui.Swap, Open: newWho(w.Sitting, w.again)}
	}
	return w.take(msg, w.choose)
}

func (w *why) choose() ui.Step {
	v := w.input.Value()
	switch {
	case v.IsZero():
		w.warning = w.Words.Text("save.choose")
		return ui.Used()
	case v.Has(whyOther) && v.Words[whyOther] == "":
		w.warning = w.Words.Text("problem.words-required")
		return ui.Used()
	case v.Has(whyOther):
		return w.to(session.ForPatient, v.Words[whyOther])
	}
	return w.to(session.ForPatient, w.Words.Text(map[string]string{
		"sight": "hand.why-sight", "keyboard": "hand.why-keyboard", "asked": "hand.why-asked",
	}[v.Codes[0]]))
}
