package screen

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
	"informed/internal/tui/widget"
)

// peopleAlone is the quick way: the patient, and nobody else.
const peopleAlone = "alone"

// roles lists who can take part beside the counsellor, in the order in which they are asked about.
func roles() []string {
	return []string{session.Patient, session.Representative, session.Interpreter, session.Witness}
}

// newPeople asks who is here, or shows who was said to be.
func newPeople(s *Sitting) ui.Screen {
	if len(s.Session().Parties()) > 0 {
		return newPeopleList(s)
	}
	alone := questionnaire.Option{Value: peopleAlone, Text: s.Words.Text("people.alone"), Exclusive: true}
	return newPresent(s, func() ui.Step { return back(s) }, alone)
}

// present asks which roles there are. What goes on about each is asked afterwards, and about no other.
type present struct {
	*Sitting
	menu
	leave func() ui.Step
}

func newPresent(s *Sitting, leave func() ui.Step, things ...questionnaire.Option) *present {
	for _, role := range roles() {
		things = append(things, questionnaire.Option{Value: role, Text: app.Role(role, s.Words)})
	}
	return &present{Sitting: s, menu: menu{input: widget.Ticks(s.Env, things)}, leave: leave}
}

func (p *present) Update(msg tea.Msg) ui.Step {
	if key, ok := msg.(tea.KeyMsg); ok && ui.Key(key) == "esc" {
		return p.leave()
	}
	step := p.take(msg, p.choose)
	if p.input.Value().Has(peopleAlone) { // one key is enough
		p.input.Update(msg) // whoever comes back finds nothing ticked
		return p.ask([]string{session.Patient})
	}
	return step
}

func (p *present) choose() ui.Step {
	if p.input.Value().IsZero() {
		p.warning = p.Words.Text("people.choose")
		return ui.Used()
	}
	return p.ask(slices.DeleteFunc(roles(), func(role string) bool { return !p.input.Value().Has(role) }))
}

// ask lays the fields of some roles over the screen.
func (p *present) ask(wanted []string) ui.Step { return ui.Over(introductions(p.Sitting, wanted)) }

func (p *present) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(p.Words.Text("people.who"), width)...)
	b.Add("")
	p.list(&b, width)
	p.warn(&b, p.warning, width)
	return b
}

func (p *present) Head() ui.Head { return ui.Head{Title: p.Words.Text("people.head")} }

func (p *present) Hints() []ui.Hint {
	return []ui.Hint{p.enterHint(p.input), p.hint("esc", "back"), p.hint("ctrl+q", "stop")}
}

// introductions asks about new people, one of each role.
func introductions(s *Sitting, wanted []string) *form {
	f := &form{Sitting: s, title: s.Words.Text("people.head"), leave: func() ui.Step { return ui.To(ui.Pop) }}
	for _, role := range wanted {
		known := session.Party{Role: role}
		if role == session.Patient {
			known.Name = attestedName(s)
		}
		f.fields = append(f.fields, asksOf(s, known, false)...)
	}
	f.done = func(values map[string]string) (ui.Step, *questionnaire.Problem) {
		for _, role := range wanted {
			if p := s.Session().Present(party(role, values)); p != nil {
				return ui.Step{}, p
			}
		}
		return ui.To(ui.Follow), nil
	}
	return f
}

// attestedName gives the name that the patient has typed under the questionnaire, "" for none.
func attestedName(s *Sitting) string {
	rec := s.Session().Record()
	for _, sig := range rec.Signatures {
		if sig.Item != "" && sig.Role == session.Patient {
			return sig.Name
		}
	}
	return ""
}
