package screen

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/tui/ui"
)

// The things to do about signatures.
const (
	signingSign   = "sign"
	signingPeople = "people"
	signingSave   = "save"
	signingAmend  = "amend"
)

// signing lists who signs the record as it stands, in order: who has, and who is missing. Nobody signs on this screen.
type signing struct {
	*Sitting
	menu
	all     []session.Party
	missing []session.Party
}

func newSigning(s *Sitting) *signing {
	l := &signing{Sitting: s, all: s.Session().Signatories(), missing: s.Session().Unsigned()}
	var things []questionnaire.Option
	add := func(value, id string, data ...map[string]any) {
		things = append(things, questionnaire.Option{Value: value, Text: s.Words.Text(id, data...)})
	}
	switch {
	case len(l.missing) == 0:
		add(signingSave, "signing.save")
		add(signingAmend, "signing.amend")
	case slices.ContainsFunc(l.missing, nameless): // a name that comes later would make the record another one
		add(signingPeople, "signing.name-witness")
		add(signingSave, "signing.save-unsigned")
	case l.unnamed():
		add(signingPeople, "signing.name-witness")
		add(signingSign, "signing.sign", map[string]any{"Name": calls(s, l.missing[0])})
		add(signingSave, "signing.save-unsigned")
	default:
		add(signingSign, "signing.sign", map[string]any{"Name": calls(s, l.missing[0])})
		add(signingPeople, "people.head")
		add(signingSave, "signing.save-unsigned")
	}
	l.menu = newMenu(s, things)
	return l
}

// unnamed reports whether more than the counsellor must sign, and nobody else was said to be here.
func (l *signing) unnamed() bool { return len(l.all) > 1 && len(l.Session().Parties()) == 0 }

// nameless reports whether someone must sign who is not named yet. A patient may be named by their signature alone.
func nameless(p session.Party) bool { return p.Name == "" && p.Role != session.Patient }

// calls gives the name of someone who signs, or what they are here.
func calls(s *Sitting, p session.Party) string {
	if p.Name == "" {
		return app.Role(p.Role, s.Words)
	}
	return p.Name
}

func (l *signing) Update(msg tea.Msg) ui.Step {
	if key, ok := msg.(tea.KeyMsg); ok && ui.Key(key) == "esc" {
		return back(l.Sitting)
	}
	return l.take(msg, l.choose)
}

func (l *signing) choose() ui.Step {
	switch v := l.input.Value(); {
	case v.Has(signingSign):
		return askSignature(l.Sitting, l.missing[0])
	case v.Has(signingPeople):
		l.Session().ToPeople()
		return ui.To(ui.Follow)
	case v.Has(signingSave):
		return openSave(l.Sitting)
	case v.Has(signingAmend):
		return ui.Over(newAmend(l.Sitting))
	}
	l.warning = l.Words.Text("save.choose")
	return ui.Used()
}

func (l *signing) Head() ui.Head { return ui.Head{Title: l.Words.Text("signing.head")} }

func (l *signing) Hints() []ui.Hint {
	return []ui.Hint{l.enterHint(l.input), l.hint("esc", "back"), l.hint("ctrl+q", "stop")}
}
