package screen

import (
	"slices"
	"time"

	"informed/internal/app"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

func (l *signing) View(width int) ui.Block {
	var b ui.Block
	b.Add(l.what(width)...)
	b.Add("")
	for _, p := range l.all {
		b.Add(l.row(p, width)...)
	}
	b.Add("")
	said := ""
	switch {
	case len(l.missing) == 0:
		said = l.Words.Text("signing.all")
	case l.unnamed():
		said = l.Words.Text("signing.unnamed")
	}
	if said != "" {
		b.Add(text.Wrap(said, width)...)
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
