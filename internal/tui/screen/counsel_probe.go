package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
	"informed/internal/tui/widget"
)

// probe asks a quiz afresh, beside the answers that were given before.
type probe struct {
	*Sitting
	prompt  session.Prompt
	input   widget.Input
	problem string
}

func newProbe(s *Sitting, p session.Prompt) *probe {
	return &probe{Sitting: s, prompt: p, input: widget.Menu(s.Env, p.Probe.Options)}
}

func (p *probe) Update(msg tea.Msg) ui.Step {
	switch p.input.Update(msg) {
	case widget.Confirmed:
		return p.submit()
	case widget.Used:
		p.problem = ""
		return ui.Used()
	}
	if key, ok := msg.(tea.KeyMsg); ok && ui.Key(key) == "esc" {
		return back(p.Sitting)
	}
	return ui.Step{}
}

func (p *probe) submit() ui.Step {
	option := ""
	if v := p.input.Value(); len(v.Codes) > 0 {
		option = v.Codes[0]
	}
	refused := p.Session().AnswerProbe(p.prompt.Entry.ID, option)
	if refused == nil {
		return ui.To(ui.Follow)
	}
	if step, asks := p.oblige(refused, p.submit); asks {
		return step
	}
	p.problem = p.Sitting.problem(refused)
	return ui.Used()
}

func (p *probe) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(p.Words.Text("probe.afresh"), width)...)
	for _, line := range text.Wrap(p.prompt.Probe.Text, width) {
		b.Add(p.Theme.Strong.Render(line))
	}
	b.Add("")
	b.Append(p.input.View(width))
	b.Paged = b.Focus == (ui.Span{})
	p.warn(&b, p.problem, width)
	return b
}

func (p *probe) Head() ui.Head { return head(p.Sitting, p.prompt) }

func (p *probe) Hints() []ui.Hint {
	return []ui.Hint{p.enterHint(p.input), p.hint("esc", "back"), p.hint("ctrl+q", "stop")}
}
