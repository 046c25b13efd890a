package app

import (
	"strings"
	"time"

	"informed/internal/i18n"
	"informed/internal/session"
	"informed/internal/summary"
)

// Pending is what an open consultation still needs.
type Pending struct {
	Topics   int             // to be talked about
	Decision bool            // there is none yet
	Unsigned []session.Party // who must still sign it as it stands; who is not known yet has no name
}

// Lacks says what a consultation still needs.
func Lacks(s *session.Session, words *i18n.Words) Pending {
	q, rec := s.Questionnaire(), s.Record()
	return Pending{
		Topics:   summary.BuildAgenda(q, rec, words).Left,
		Decision: summary.Build(q, rec, words).Decision == nil,
		Unsigned: rec.Unsigned,
	}
}

// Words says it in one line, such as "2 topics to talk about; no decision; still to sign: patient, witness". It names nobody.
func (p Pending) Words(words *i18n.Words) string {
	var parts []string
	if p.Topics > 0 {
		parts = append(parts, words.Count("pending.topics", p.Topics))
	}
	if p.Decision {
		parts = append(parts, words.Text("pending.decision"))
	}
	if len(p.Unsigned) > 0 {
		var roles []string
		for _, party := range p.Unsigned {
			roles = append(roles, words.Text("role."+party.Role))
		}
		parts = append(parts, words.Text("pending.signatures", map[string]any{"Roles": strings.Join(roles, ", ")}))
	}
	if len(parts) == 0 {
		return words.Text("pending.nothing")
	}
	return strings.Join(parts, "; ")
}

// Age says how long ago something was, in the largest unit that fits: days, hours or minutes.
func Age(d time.Duration, words *i18n.Words) string {
	const day = 24 * time.Hour
	switch {
	case d >= day:
		return words.Count("age.days", int(d/day))
	case d >= time.Hour:
		return words.Count("age.hours", int(d/time.Hour))
	default:
		return words.Count("age.minutes", max(int(d/time.Minute), 0))
	}
}
