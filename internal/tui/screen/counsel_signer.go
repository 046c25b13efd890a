package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/tui/ui"
)

// signer hands the keyboard to whoever signs for the patient, or says who types for them.
type signer struct {
	handing
	is session.Party
}

const (
	signerTypes = "types"
	signerSays  = "says"
)

func newSigner(s *Sitting, p session.Party, sign func() ui.Step) *signer {
	name := map[string]any{"Name": calls(s, p)}
	return &signer{is: p, handing: handing{
		Sitting: s, title: s.Words.Text("signing.head"), said: []string{s.Words.Text("sign.hand", name)}, again: sign,
		menu: newMenu(s, []questionnaire.Option{
			{Value: signerTypes, Text: s.Words.Text("hand.returned", name)},
			{Value: signerSays, Text: s.Words.Text("sign.for", name)},
		}),
	}}
}

func (h *signer) Update(msg tea.Msg) ui.Step {
	return h.take(msg, func() ui.Step {
		switch v := h.input.Value(); {
		case v.Has(signerSays):
			return ui.Step{Used: true, Move: ui.Swap, Open: newWhy(h.Sitting, h.again)}
		case v.Has(signerTypes) && h.is.Role == session.Representative:
			return h.to(session.ByRepresentative, "")
		case v.Has(signerTypes):
			return h.to(session.ByPatient, "")
		}
		h.warning = h.Words.Text("save.choose")
		return ui.Used()
	})
}
