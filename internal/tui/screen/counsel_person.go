package screen

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// The things to do about someone who is here.
const (
	personCorrect = "correct"
	personGone    = "gone"
)

// person lies over the list: what is written about one of them can be corrected, or taken away.
type person struct {
	*Sitting
	menu
	is session.Party
}

func newPerson(s *Sitting, is session.Party) *person {
	return &person{Sitting: s, is: is, menu: newMenu(s, []questionnaire.Option{
		{Value: personCorrect, Text: s.Words.Text("people.correct-this")},
		{Value: personGone, Text: s.Words.Text("people.gone")},
	})}
}

func (p *person) Update(msg tea.Msg) ui.Step { return p.take(msg, p.choose) }

func (p *person) choose() ui.Step {
	switch v := p.input.Value(); {
	case v.Has(personCorrect):
		return ui.Step{Used: true, Move: ui.Swap, Open: p.correction()}
	case v.Has(personGone):
		return p.gone()
	}
	p.warning = p.Words.Text("save.choose")
	return ui.Used()
}

func (p *person) gone() ui.Step {
	problem := p.Session().Gone(p.is.Role, p.is.Name)
	if step, asks := handOver(p.Sitting, problem, p.gone); asks {
		return step
	}
	if problem != nil {
		p.warning = p.problem(problem)
		return ui.Used()
	}
	return ui.To(ui.Follow)
}

// correction asks anew for what is written. Whoever has another name now takes the place of the one before.
func (p *person) correction() *form {
	f := &form{Sitting: p.Sitting, title: p.Words.Text("people.head"), leave: func() ui.Step { return ui.To(ui.Pop) }}
	f.fields = asksOf(p.Sitting, p.is, true)
	f.done = func(values map[string]string) (ui.Step, *questionnaire.Problem) {
		now := party(p.is.Role, values)
		if now == p.is {
			return ui.To(ui.Follow), nil
		}
		if problem := p.Session().Present(now); problem != nil {
			return ui.Step{}, problem
		}
		if !strings.EqualFold(text.CleanLine(now.Name), p.is.Name) {
			return ui.To(ui.Follow), p.Session().Gone(p.is.Role, p.is.Name)
		}
		return ui.To(ui.Follow), nil
	}
	return f
}

func (p *person) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(app.Introduce(p.is, p.Words), width)...)
	b.Add("")
	p.list(&b, width)
	p.warn(&b, p.warning, width)
	return b
}

func (p *person) Head() ui.Head { return ui.Head{Title: p.Words.Text("people.head")} }

func (p *person) Hints() []ui.Hint {
	return []ui.Hint{p.enterHint(p.input), p.hint("esc", "back"), p.hint("ctrl+q", "stop")}
}
