package app_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

const consulted = `format: informed/v1
id: consulted
version: 1.0.0
title: To talk about
items:
  - {id: paid, type: yes-no, text: "Were you asked to pay?", check: The price, outcomes: [{when: "yes", state: warning}]}
  - {id: decision, type: decision, text: "Where do you stand?", required: true}
  - {id: name, type: attestation, statement: I went through **this**., required: true}
`

// sat gives a session with which a counsellor sits, and in which somebody answered that they were asked to pay.
func sat(t *testing.T, decision string, parties ...session.Party) *session.Session {
	t.Helper()
	q, found := yamlform.Load("consulted.yaml", []byte(consulted))
	if q == nil {
		t.Fatal(found)
	}
	s := session.Start(q, session.Begin{Record: "EXAMPLE", Language: "en", Mode: "patient"}, session.Scribe{Now: sessiontest.Clock()})
	s.Next()
	s.Answer("paid", questionnaire.Codes("yes"))
	s.Next()
	s.Next()
	if decision != "" {
		s.Answer("decision", questionnaire.Codes(decision))
		s.Next()
		s.Answer("name", questionnaire.Value{Text: "Amina Example"})
		s.Next()
	}
	if p := s.Consult(session.Party{Name: "Nadia Example"}, []session.Need{session.IfInterpreted}); p != nil {
		t.Fatal(p.Code)
	}
	for _, party := range parties {
		if p := s.Present(party); p != nil {
			t.Fatal(p.Code)
		}
	}
	return s
}

func english(t *testing.T) *i18n.Words {
	t.Helper()
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	return words
}

var (
	amina = session.Party{Role: session.Patient, Name: "Amina Example"}
	heard = session.Party{Role: session.Patient, Name: "Amina Example", CannotRead: true}
	rosa  = session.Party{Role: session.Representative, Name: "Rosa Example", Relation: "daughter", Authority: "a paper from a court"}
	ivo   = session.Party{Role: session.Interpreter, Name: "Ivo Example", Language: "Arabic"}
	far   = session.Party{Role: session.Interpreter, Name: "Ivo Example", Language: "Arabic", Remote: true}
	wim   = session.Party{Role: session.Witness, Name: "Wim Example"}
	nadia = session.Party{Role: session.Counsellor, Name: "Nadia Example", Title: "nurse", ID: "N-1"}
)

// What an open consultation lacks is told without naming anybody.
func TestLacks(t *testing.T) {
	settled := sat(t, "defer")
	settled.TeachBack("paid", "Nothing is paid before the talk.", true)
	settled.Conclude("paid", session.Resolved, "", "")
	signed := sat(t, "defer")
	signed.TeachBack("paid", "Nothing is paid before the talk.", true)
	signed.Conclude("paid", session.Resolved, "", "")
	signed.ToSigning()
	signed.Sign(session.Counsellor, "Nadia Example", "I was here.")
	for name, test := range map[string]struct {
		s    *session.Session
		want string
	}{
		"nothing is decided":  {sat(t, ""), "1 topic to talk about; no decision yet; still to sign: patient, counsellor"},
		"put off":             {sat(t, "defer"), "1 topic to talk about; still to sign: counsellor"},
		"agreed, interpreted": {sat(t, "agree", amina, ivo), "1 topic to talk about; still to sign: patient, interpreter, witness, counsellor"},
		"talked about":        {settled, "still to sign: counsellor"},
		"signed":              {signed, "nothing is missing"},
	} {
		if diff := cmp.Diff(test.want, app.Lacks(test.s, english(t)).Words(english(t))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestAge(t *testing.T) {
	for d, want := range map[time.Duration]string{
		-time.Hour: "0 minutes", 0: "0 minutes", 59 * time.Second: "0 minutes", time.Minute: "1 minute", 59 * time.Minute: "59 minutes",
		time.Hour: "1 hour", 24*time.Hour - 1: "23 hours", 24 * time.Hour: "1 day", 400 * 24 * time.Hour: "400 days",
	} {
		if got := app.Age(d, english(t)); got != want {
			t.Errorf("%v: got %q, want %q", d, got, want)
		}
	}
}

// Each says who someone is and what their signature means with all that applies, and no more.
func TestWhoSignsWhat(t *testing.T) {
	for _, test := range []struct {
		p        session.Party
		s        *session.Session
		is       string
		means    string // a part of it
		markdown bool
	}{
		{amina, sat(t, "agree", amina), "Amina Example, the patient", "I went through **this**.", true},
		{heard, sat(t, "agree", heard), "Amina Example, the patient. The text was read to them.", "I went through **this**.", true},
		{rosa, sat(t, "agree", rosa), "To the patient: daughter. By right of: a paper from a court.", "a paper from a court", false},
		{ivo, sat(t, "agree", amina, ivo), "interpreter, Arabic, here in the room", "I said in Arabic what was said here", false},
		{far, sat(t, "agree", amina, far), "by telephone or video", "I took part by telephone or video.", false},
		{wim, sat(t, "agree", amina, wim), "Wim Example, witness", "I saw Amina Example sign.", false},
		{wim, sat(t, "agree", heard, wim), "Wim Example, witness", "The text was read aloud, and I saw Amina Example sign.", false},
		{nadia, sat(t, "agree", rosa), "Nadia Example, counsellor (nurse, N-1)", "I talked about this with Rosa Example.", false},
		{nadia, sat(t, "decline"), "Nadia Example, counsellor (nurse, N-1)", "The decision was: No", false},
	} {
		meaning, markdown := app.Meaning(test.s, test.p, english(t))
		if !strings.Contains(meaning, test.means) || markdown != test.markdown || strings.Contains(meaning, "<no value>") {
			t.Errorf("%s means %q, Markdown %v", test.p.Role, meaning, markdown)
		}
		if is := app.Introduce(test.p, english(t)); !strings.Contains(is, test.is) {
			t.Errorf("%s is %q", test.p.Role, is)
		}
		if app.Role(test.p.Role, english(t)) == "" {
			t.Errorf("%s has no words", test.p.Role)
		}
	}
}
