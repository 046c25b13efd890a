package app

import (
	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/summary"
)

// Introduce says in words who someone is in a consultation.
func Introduce(p session.Party, words *i18n.Words) string {
	data := map[string]any{
		"Name": p.Name, "Relation": p.Relation, "Authority": p.Authority, "Language": p.Language, "Title": p.Title, "ID": p.ID,
	}
	id := map[string]string{
		session.Patient: "people.is-patient", session.Representative: "people.is-representative", session.Witness: "people.is-witness",
		session.Interpreter: "people.is-interpreter", session.Counsellor: "people.is-counsellor",
	}[p.Role]
	switch {
	case p.Role == session.Patient && p.CannotRead:
		id = "people.is-patient-heard"
	case p.Role == session.Interpreter && p.Remote:
		id = "people.is-interpreter-remote"
	case p.Role == session.Counsellor && p.Title != "" && p.ID != "":
		id = "people.is-counsellor-known"
	case p.Role == session.Counsellor && p.Title != "":
		id = "people.is-counsellor-titled"
	}
	return words.Text(id, data)
}

// Role names what someone is in a consultation, such as "A witness".
func Role(role string, words *i18n.Words) string {
	return words.Text(map[string]string{
		session.Patient: "people.patient", session.Representative: "people.representative", session.Witness: "people.witness",
		session.Interpreter: "people.interpreter", session.Counsellor: "people.counsellor",
	}[role])
}

// Meaning says what someone's signature under a record means. The patient's is in the author's words, where there are any:
// those are Markdown.
func Meaning(s *session.Session, p session.Party, words *i18n.Words) (meaning string, markdown bool) {
	data := map[string]any{"Name": subject(s, words), "Language": p.Language, "Authority": p.Authority}
	switch p.Role {
	case session.Patient:
		author := statement(s.Questionnaire())
		return words.Or(author, "sign.patient"), author != ""
	case session.Representative:
		return words.Text("sign.representative", data), false
	case session.Interpreter:
		if p.Remote {
			return words.Text("sign.interpreter-remote", data), false
		}
		return words.Text("sign.interpreter", data), false
	case session.Witness:
		for _, other := range s.Parties() {
			if other.CannotRead {
				return words.Text("sign.witness-heard", data), false
			}
		}
		return words.Text("sign.witness", data), false
	}
	if v := summary.Build(s.Questionnaire(), s.Record(), words).Decision; v != nil && v.Value != questionnaire.Agree {
		return words.Text("sign.counsellor-no", data, map[string]any{"Decision": v.Text}), false
	}
	return words.Text("sign.counsellor", data), false
}

// subject names who decides: the patient, or whoever does so for them.
func subject(s *session.Session, words *i18n.Words) string {
	for _, role := range []string{session.Representative, session.Patient} {
		for _, p := range s.Parties() {
			if p.Role == role {
				return p.Name
			}
		}
	}
	return words.Text("sign.the-patient")
}

// statement gives what a questionnaire lets the patient sign, "" where it says nothing.
func statement(q *questionnaire.Questionnaire) string {
	entries := q.Entries()
	for i := range entries {
		if entries[i].Type == questionnaire.TypeAttestation {
			return entries[i].Statement
		}
	}
	return ""
}
