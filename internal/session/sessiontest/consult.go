package sessiontest

import (
	"math/rand/v2"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// Consult does one thing at random that could be done in a consultation, sensible or not, by whoever has the keyboard.
func Consult(r *rand.Rand, s *session.Session) {
	p := s.Prompt()
	item := anyItem(r, s)
	if p.Entry != nil && r.IntN(2) == 0 {
		item = p.Entry.ID
	}
	switch r.IntN(12) {
	case 0:
		s.Consult(session.Party{Name: pick(r, "Nadia Example", "Omar Example", ""), Title: "nurse", ID: "N-1"}, needs(r))
	case 1:
		s.HandTo(pick(r, session.ByCounsellor, session.ByPatient, session.ByRepresentative, session.ForPatient), pick(r, "", "cannot see well"))
	case 2:
		s.Present(party(r))
	case 3:
		s.Gone(pick(r, session.Patient, session.Witness, session.Interpreter), pick(r, "Amina Example", "Wim Example"))
	case 4, 5:
		remark(r, s, item)
	case 6:
		move(r, s, item)
	case 7:
		s.Amend(pick(r, "", "a name was wrong"))
	case 8:
		Sign(r, s)
	case 9:
		if p.Kind == session.Probe {
			s.AnswerProbe(p.Entry.ID, p.Probe.Options[r.IntN(len(p.Probe.Options))].Value)
		}
	case 10:
		s.HandTo(session.ByPatient, "")
		Finish(r, s, r.IntN(40))
		s.HandTo(session.ByCounsellor, "")
	default:
		Step(r, s)
	}
}

// remark adds something to what is said about an item.
func remark(r *rand.Rand, s *session.Session, item string) {
	switch r.IntN(4) {
	case 0:
		s.Note(pick(r, item, ""), pick(r, "", "They asked twice.", "a\x1b[2Jb"))
	case 1:
		s.TeachBack(item, "It may not help me.", r.IntN(2) == 0)
	case 2:
		s.Confirm(item, pick(r, questionnaire.Yes, questionnaire.No, questionnaire.Unsure, "maybe"))
	default:
		s.Conclude(item, pick(r, session.Resolved, session.Unsettled, session.Referred, ""), pick(r, "", "Dr Example"), pick(r, "", "2026-12-01", "soon"))
	}
}

func move(r *rand.Rand, s *session.Session, item string) {
	switch r.IntN(7) {
	case 0:
		s.ToAgenda()
	case 1:
		s.ToPeople()
	case 2:
		s.ToSigning()
	case 3:
		s.ToDecision()
	case 4:
		s.Ask(item)
	default:
		s.Discuss(item)
	}
}

// Sign lets whoever must sign next do so, one time in four under a wrong name.
func Sign(r *rand.Rand, s *session.Session) {
	unsigned := s.Unsigned()
	if len(unsigned) == 0 {
		return
	}
	p := unsigned[r.IntN(len(unsigned))]
	switch p.Role {
	case session.Patient:
		s.HandTo(session.ByPatient, "")
	case session.Representative:
		s.HandTo(session.ByRepresentative, "")
	case session.Counsellor:
		s.HandTo(session.ByCounsellor, "")
	}
	name := p.Name
	if name == "" || r.IntN(4) == 0 {
		name = pick(r, "Amina Example", "Wim Example")
	}
	s.Sign(p.Role, name, "I have read this.")
	s.HandTo(session.ByCounsellor, "")
}

func party(r *rand.Rand) session.Party {
	return pick(r,
		session.Party{Role: session.Patient, Name: "Amina Example", CannotRead: r.IntN(4) == 0},
		session.Party{Role: session.Representative, Name: "Rosa Example", Relation: "daughter", Authority: "power of attorney"},
		session.Party{Role: session.Interpreter, Name: "Ivo Example", Language: "Arabic", Remote: r.IntN(2) == 0},
		session.Party{Role: session.Interpreter, Name: "Ivo Example"},
		session.Party{Role: session.Witness, Name: "Wim Example"},
		session.Party{Role: session.Counsellor, Name: "Nobody"},
		session.Party{Role: "guest", Name: "Nobody"},
	)
}

func needs(r *rand.Rand) []session.Need {
	var needs []session.Need
	for _, n := range session.Needs() {
		if r.IntN(3) == 0 {
			needs = append(needs, n)
		}
	}
	return needs
}

func anyItem(r *rand.Rand, s *session.Session) string {
	entries := s.Questionnaire().Entries()
	return entries[r.IntN(len(entries))].ID
}

func pick[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }
