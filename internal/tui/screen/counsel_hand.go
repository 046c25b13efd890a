package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// handOver asks who uses the keyboard where p says that what was tried is not for whoever uses it now, and does it again
// once that is settled; asks is false for any other problem, and for none. Every screen that tells a session what somebody
// did brings its problem here first:
//
//	if p := s.Session().Note(item, words); p != nil {
//		if step, asks := handOver(s.Sitting, p, s.submit); asks {
//			return step
//		}
//		...
//	}
//
// again is the act itself, from the draft that is still on the screen. It may give any step; the question is gone by then.
// Going back from the question changes nothing.
func handOver(s *Sitting, p *questionnaire.Problem, again func() ui.Step) (step ui.Step, asks bool) {
	switch {
	case p == nil:
		return ui.Step{}, false
	case p.Code == "patients-own":
		return ui.Over(newWho(s, again)), true
	case p.Code == "counsellors-own":
		return ui.Over(newReturn(s, again)), true
	}
	return ui.Step{}, false
}

// instead turns a step of the screen below into one of the screen that lies over it, which is done.
func instead(step ui.Step) ui.Step {
	switch step.Move {
	case ui.Stay:
		step.Move = ui.Pop
	case ui.Push:
		step.Move = ui.Swap
	}
	step.Used = true
	return step
}

// handing gives the keyboard to somebody and does again what could not be done before.
type handing struct {
	*Sitting
	menu
	title string
	said  []string
	again func() ui.Step
}

// to gives the keyboard away, or says why not.
func (h *handing) to(hand session.Hand, why string) ui.Step {
	if p := h.Session().HandTo(hand, why); p != nil {
		h.warning = h.problem(p)
		return ui.Used()
	}
	return instead(h.again())
}

func (h *handing) View(width int) ui.Block {
	var b ui.Block
	for _, sentence := range h.said {
		b.Add(text.Wrap(sentence, width)...)
	}
	b.Add("")
	h.list(&b, width)
	h.warn(&b, h.warning, width)
	return b
}

func (h *handing) Head() ui.Head { return ui.Head{Title: h.title} }

func (h *handing) Hints() []ui.Hint {
	return []ui.Hint{h.enterHint(h.input), h.hint("esc", "back"), h.hint("ctrl+q", "stop")}
}

// returning asks for the keyboard back before a counsellor goes on.
type returning struct{ handing }

func newReturn(s *Sitting, again func() ui.Step) *returning {
	name := map[string]any{"Name": s.Session().Counsellor().Name}
	things := []questionnaire.Option{{Value: string(session.ByCounsellor), Text: s.Words.Text("hand.returned", name)}}
	return &returning{handing{
		Sitting: s, menu: newMenu(s, things), title: s.Words.Text("hand.return-head"),
		said: []string{s.Words.Text("hand.return", name), s.Words.Text("hand.kept")}, again: again,
	}}
}

func (r *returning) Update(msg tea.Msg) ui.Step {
	return r.take(msg, func() ui.Step {
		if r.input.Value().IsZero() {
			r.warning = r.Words.Text("save.choose")
			return ui.Used()
		}
		return r.to(session.ByCounsellor, "")
	})
}
