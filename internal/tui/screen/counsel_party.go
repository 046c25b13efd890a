package screen

import (
	"informed/internal/questionnaire"
	"informed/internal/session"
)

// The answers of the fields about a person that are no words of their own.
const (
	partyReads  = "reads"
	partyHears  = "hears"
	partyHere   = "here"
	partyRemote = "remote"
)

// asksOf gives the fields for someone who takes part; what is known of them already stands there. asked means that they were
// asked about before.
func asksOf(s *Sitting, p session.Party, asked bool) []field {
	of := func(name string) string { return p.Role + "." + name }
	say := func(id string) string { return s.Words.Text(id) }
	switch p.Role {
	case session.Patient:
		return []field{
			s.write(of("name"), say("people.patient-name"), p.Name),
			s.choose(of("reads"), say("people.patient-reads"), either(asked, p.CannotRead, partyHears, partyReads),
				questionnaire.Option{Value: partyReads, Text: say("people.reads")},
				questionnaire.Option{Value: partyHears, Text: say("people.hears")}),
		}
	case session.Representative:
		return []field{
			s.write(of("name"), say("people.representative-name"), p.Name),
			s.write(of("relation"), say("people.representative-relation"), p.Relation),
			s.write(of("authority"), say("people.representative-authority"), p.Authority),
		}
	case session.Interpreter:
		return []field{
			s.write(of("name"), say("people.interpreter-name"), p.Name),
			s.write(of("language"), say("people.interpreter-language"), p.Language),
			s.choose(of("where"), say("people.interpreter-where"), either(asked, p.Remote, partyRemote, partyHere),
				questionnaire.Option{Value: partyHere, Text: say("people.here")},
				questionnaire.Option{Value: partyRemote, Text: say("people.remote")}),
		}
	default:
		return []field{s.write(of("name"), say("people.witness-name"), p.Name)}
	}
}

// either gives what was said of someone who was already asked about, "" of one who was not.
func either(asked, is bool, yes, no string) string {
	switch {
	case !asked:
		return ""
	case is:
		return yes
	default:
		return no
	}
}

// party gives who the fields of a role describe.
func party(role string, values map[string]string) session.Party {
	of := func(name string) string { return values[role+"."+name] }
	return session.Party{
		Role: role, Name: of("name"), CannotRead: of("reads") == partyHears, Relation: of("relation"),
		Authority: of("authority"), Language: of("language"), Remote: of("where") == partyRemote,
	}
}
