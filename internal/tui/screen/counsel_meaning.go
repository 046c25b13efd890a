package screen

import (
	"informed/internal/questionnaire"
	"informed/internal/session"
)

// meaning says what someone's signature means: for the patient in the words of the questionnaire, where it has some.
func meaning(s *Sitting, p session.Party) string {
	names := map[string]any{"Name": subject(s), "Language": p.Language}
	switch p.Role {
	case session.Patient:
		return s.Words.Or(statement(s), "sign.patient")
	case session.Representative:
		return s.Words.Text("sign.representative", map[string]any{"Authority": p.Authority})
	case session.Interpreter:
		if p.Remote {
			return s.Words.Text("sign.interpreter-remote", names)
		}
		return s.Words.Text("sign.interpreter", names)
	case session.Witness:
		if heard(s) {
			return s.Words.Text("sign.witness-heard", names)
		}
		return s.Words.Text("sign.witness", names)
	}
	if v := s.summary().Decision; v != nil && v.Value != questionnaire.Agree {
		return s.Words.Text("sign.counsellor-no", names, map[string]any{"Decision": v.Text})
	}
	return s.Words.Text("sign.counsellor", names)
}

// subject names who decides: the patient, or whoever does so for them.
func subject(s *Sitting) string {
	for _, role := range []string{session.Representative, session.Patient} {
		if name := named(s, role); name != "" {
			return name
		}
	}
	return s.Words.Text("sign.the-patient")
}

// heard reports whether the text was read to the patient.
func heard(s *Sitting) bool {
	for _, p := range s.Session().Parties() {
		if p.CannotRead {
			return true
		}
	}
	return false
}

// statement gives what the questionnaire lets the patient sign, "" where it says nothing.
func statement(s *Sitting) string {
	entries := s.Session().Questionnaire().Entries()
	for i := range entries {
		if entries[i].Type == questionnaire.TypeAttestation {
			return entries[i].Statement
		}
	}
	return ""
}
