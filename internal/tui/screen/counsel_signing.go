package screen

import (
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
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
	default:
		add(signingSign, "signing.sign", map[string]any{"Name": calls(s, l.missing[0])})
		add(signingPeople, "people.head")
		add(signingSave, "signing.save-unsigned")
	}
	l.menu = newMenu(s, things)
	return l
}

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

func (l *signing) View(width int) ui.Block {
	var b ui.Block
	b.Add(l.what(width)...)
	b.Add("")
	for _, p := range l.all {
		b.Add(l.row(p, width)...)
	}
	b.Add("")
	if len(l.missing) == 0 {
		b.Add(text.Wrap(l.Words.Text("signing.all"), width)...)
		b.Add("")
	}
	l.list(&b, width)
	l.warn(&b, l.warning, width)
	return b
}

// what says what is signed: the questionnaire and the decision.
func (l *signing) what(width int) []string { return text.Wrap(signed(l.Sitting), width) }

func signed(s *Sitting) string {
	sum := s.summary()
	id := "signing.what"
	if sum.Decision == nil {
		id = "signing.what-undecided"
	}
	data := map[string]any{"Title": sum.Questionnaire.Title, "Version": sum.Questionnaire.Version}
	if sum.Decision != nil {
		data["Decision"] = sum.Decision.Text
	}
	return s.Words.Text(id, data)
}

// row tells of one who must sign, with a mark that needs no colour.
func (l *signing) row(p session.Party, width int) []string {
	mark, state := l.Glyphs.Unticked, l.Words.Text("signing.not-yet")
	if nameless(p) {
		state = l.Words.Text("signing.nobody")
	}
	if !slices.Contains(l.missing, p) {
		mark, state = l.Glyphs.Ticked, l.Words.Text("signing.signed")
		if at, ok := signedAt(l.Session().Record(), p); ok {
			state = l.Words.Text("signing.signed-at", zoned(l.Sitting, at))
		}
	}
	who := app.Role(p.Role, l.Words)
	if p.Name != "" {
		who = app.Introduce(p, l.Words)
	}
	lines := text.Wrap(who, width-4)
	lines = append(lines, text.Wrap(state, width-4)...)
	for i := range lines {
		before := "    "
		if i == 0 {
			before = mark + " "
		}
		lines[i] = before + lines[i]
	}
	return lines
}

// signedAt tells when someone last signed the record as it stands.
func signedAt(r session.Record, p session.Party) (at time.Time, ok bool) {
	for _, sig := range r.Signatures {
		if sig.Fingerprint == r.Fingerprint && sig.Role == p.Role && (p.Name == "" || sig.Name == p.Name) {
			at, ok = sig.At, true
		}
	}
	return at, ok
}

// zoned gives a time as the words take it: on the clock of this place, with how far that is from universal time.
func zoned(s *Sitting, at time.Time) map[string]any {
	at = at.In(s.Now().Location())
	return map[string]any{"Date": at.Format(time.DateOnly), "Time": at.Format("15:04"), "Zone": at.Format("-07:00")}
}

func (l *signing) Head() ui.Head { return ui.Head{Title: l.Words.Text("signing.head")} }

func (l *signing) Hints() []ui.Hint {
	return []ui.Hint{l.enterHint(l.input), l.hint("esc", "back"), l.hint("ctrl+q", "stop")}
}
