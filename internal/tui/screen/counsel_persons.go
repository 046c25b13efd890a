package screen

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// people shows who is here. Each can be corrected.
type people struct {
	*Sitting
	menu
	here []session.Party
}

const peopleMore = "more"

func newPeopleList(s *Sitting) *people {
	p := &people{Sitting: s, here: s.Session().Parties()}
	var things []questionnaire.Option
	for i, party := range p.here {
		things = append(things, questionnaire.Option{Value: strconv.Itoa(i), Text: app.Introduce(party, s.Words)})
	}
	p.menu = newMenu(s, append(things, questionnaire.Option{Value: peopleMore, Text: s.Words.Text("people.more")}))
	return p
}

func (p *people) Update(msg tea.Msg) ui.Step {
	if key, ok := msg.(tea.KeyMsg); ok && ui.Key(key) == "esc" {
		return p.leave()
	}
	return p.take(msg, p.choose)
}

// choose opens what was chosen, or goes on where nothing was.
func (p *people) choose() ui.Step {
	v := p.input.Value()
	switch {
	case v.IsZero():
		return p.leave()
	case v.Has(peopleMore):
		return ui.Over(newPresent(p.Sitting, func() ui.Step { return ui.To(ui.Pop) }))
	}
	i, _ := strconv.Atoi(v.Codes[0])
	return ui.Over(newPerson(p.Sitting, p.here[i]))
}

// leave goes back to the signatures, where somebody was missing there, else to the agenda.
func (p *people) leave() ui.Step {
	if cameFrom(p.Sitting) == session.Signing && p.Session().ToSigning() == nil {
		return ui.To(ui.Follow)
	}
	return onward(p.Sitting)
}

// cameFrom gives the last screen before this one that was of another kind.
func cameFrom(s *Sitting) session.Kind {
	entries, here := s.Session().Entries(), s.Session().Prompt().Kind
	for i := len(entries) - 1; i >= 0; i-- {
		if shown, ok := entries[i].Event.(session.Shown); ok && shown.Screen != here {
			return shown.Screen
		}
	}
	return ""
}

func (p *people) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(app.Introduce(p.Session().Counsellor(), p.Words), width)...)
	b.Add("")
	b.Add(text.Wrap(p.Words.Text("people.correct"), width)...)
	b.Add("")
	p.list(&b, width)
	p.warn(&b, p.warning, width)
	return b
}

func (p *people) Head() ui.Head { return ui.Head{Title: p.Words.Text("people.head")} }

func (p *people) Hints() []ui.Hint {
	return []ui.Hint{p.enterHint(p.input), p.hint("esc", "back"), p.hint("ctrl+q", "stop")}
}
