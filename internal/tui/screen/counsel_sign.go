package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
	"informed/internal/tui/widget"
)

// askSignature leads to where someone signs. The keyboard goes to them first, where the record says who has it.
func askSignature(s *Sitting, p session.Party) ui.Step {
	sign := func() ui.Step { return ui.Over(newSign(s, p)) }
	hand, _ := s.Session().Hand()
	switch {
	case p.Role == session.Counsellor && hand != session.ByCounsellor:
		return ui.Over(newReturn(s, sign))
	case p.Role == session.Patient || p.Role == session.Representative:
		return ui.Over(newSigner(s, p, sign))
	}
	return sign()
}

// sign takes one signature: a typed name, under what it means.
type sign struct {
	*Sitting
	is      session.Party
	what    string // is signed
	meaning string
	author  bool // wrote the meaning, as Markdown
	input   widget.Input
	problem string
}

func newSign(s *Sitting, p session.Party) *sign {
	meaning, author := app.Meaning(s.Session(), p, s.Words)
	return &sign{Sitting: s, is: p, what: signed(s), meaning: meaning, author: author, input: widget.Line(s.Env, mostLetters, "")}
}

func (g *sign) Update(msg tea.Msg) ui.Step {
	switch g.input.Update(msg) {
	case widget.Confirmed:
		return g.submit()
	case widget.Used:
		g.problem = ""
		return ui.Used()
	}
	if key, ok := msg.(tea.KeyMsg); ok && ui.Key(key) == "esc" {
		return ui.To(ui.Pop)
	}
	return ui.Step{}
}

// submit signs, or says what keeps the name out.
func (g *sign) submit() ui.Step {
	p := g.Session().Sign(g.is.Role, g.input.Value().Text, g.meaning)
	if p == nil {
		return ui.To(ui.Follow)
	}
	if step, asks := handOver(g.Sitting, p, g.submit); asks {
		return step
	}
	g.problem = g.why(p)
	return ui.Used()
}

// why says in words why a signature was not taken.
func (g *sign) why(p *questionnaire.Problem) string {
	return g.Words.Text("problem."+p.Code, map[string]any{"Name": g.is.Name}, p.Data)
}

func (g *sign) View(width int) ui.Block {
	b := ui.Block{Paged: true} // all that is signed is read before
	for _, line := range text.Wrap(g.Words.Text("sign.turn", map[string]any{"Name": calls(g.Sitting, g.is)}), width) {
		b.Add(g.Theme.Strong.Render(line))
	}
	b.Add("")
	b.Add(text.Wrap(g.what, width)...)
	b.Add("")
	b.Add(g.means(width)...)
	b.Add("")
	b.Add(text.Wrap(g.asks(), width)...)
	b.Append(g.input.View(width))
	b.Add("")
	b.Add(text.Wrap(g.Words.Text("sign.now", zoned(g.Sitting, g.Now())), width)...)
	g.warn(&b, g.problem, width)
	return b
}

// means shows what the signature means. The author's words are Markdown, the program's hold names as they were typed.
func (g *sign) means(width int) []string {
	if g.author {
		return g.prose(g.meaning, width)
	}
	return text.Wrap(g.meaning, width)
}

// asks says which name is wanted.
func (g *sign) asks() string {
	if g.is.Name == "" {
		return g.Words.Text("sign.type-name")
	}
	return g.Words.Text("sign.type", map[string]any{"Name": g.is.Name})
}

func (g *sign) Head() ui.Head {
	return ui.Head{Title: g.Words.Text("sign.head"), Progress: app.Role(g.is.Role, g.Sitting.Words)}
}

func (g *sign) Hints() []ui.Hint {
	return []ui.Hint{g.hint("enter", "sign"), g.hint("esc", "back"), g.hint("ctrl+q", "stop")}
}
