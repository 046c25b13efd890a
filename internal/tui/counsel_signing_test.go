package tui

import (
	"strings"
	"testing"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// come lets people take part, and goes to the signatures.
func come(parties ...session.Party) func(*session.Session) {
	return func(s *session.Session) {
		for _, p := range parties {
			s.Present(p)
		}
		s.ToSigning()
	}
}

var (
	noor = session.Party{Role: session.Patient, Name: "Noor", CannotRead: true}
	dara = session.Party{Role: session.Interpreter, Name: "Dara", Language: "Dari", Remote: true}
	wim  = session.Party{Role: session.Witness, Name: "Wim"}
	sam  = session.Party{Role: session.Representative, Name: "Sam", Relation: "son", Authority: "a paper from a court"}
)

func TestSigning(t *testing.T) {
	open := func(w, h int) *desk { return counselled(t, w, h, "agree", come(noor, dara)) }
	walk(t, "signing", open, [][2]string{
		{"a witness is missing", ""},
		{"nothing chosen", "on"},
		{"who is here", "1 enter"},
		{"all are named", "3 enter 4 enter W i m enter on"},
		{"the keyboard goes to the patient", "1 enter"},
		{"nothing chosen there", "on"},
		{"the patient signs", "1 enter"},
		{"another name", "N o on"},
		{"the interpreter is next", "o r on"},
		{"the interpreter signs", "1 enter"},
		{"the witness is next", "D a r a on"},
		{"the witness signs", "1 enter"},
		{"the counsellor is next", "W i m on"},
		{"the keyboard comes back", "1 enter"},
		{"the counsellor signs", "1 enter"},
		{"all have signed", "N a d i a space E x a m p l e on"},
		{"where copies go", "1 enter"},
		{"something is changed", "esc 2 enter"},
		{"without a reason", "enter"},
	})
}

// Whoever says no or not now signs nothing in a consultation: the counsellor alone notes that they were there.
func TestSigningANo(t *testing.T) {
	for _, decision := range []string{questionnaire.Defer, questionnaire.Decline} {
		d := counselled(t, 80, 24, decision, come(noor, dara))
		if strings.Contains(d.shown(), "witness") || !strings.Contains(d.shown(), "Nadia Example signs now") {
			t.Errorf("%s:\n%s", decision, d.shown())
		}
		d.press("1", "enter")
		if !strings.Contains(d.shown(), "The decision was: ") {
			t.Errorf("%s is not what the counsellor signs:\n%s", decision, d.shown())
		}
		d.press(strings.Split("Nadia Example", "")...)
		d.press("enter")
		if !d.sitting.Session().Signed() {
			t.Errorf("%s is not signed:\n%s", decision, d.shown())
		}
	}
}

func TestWhoDecidesForThePatientSigns(t *testing.T) {
	d := counselled(t, 80, 24, "agree", come(sam))
	d.press("1", "enter", "2", "enter") // the counsellor types
	if !strings.Contains(d.shown(), "Why do you type?") {
		t.Fatalf("nobody asks why:\n%s", d.shown())
	}
	d.press("2", "enter", "s", "a", "m", "enter")
	sig := d.sitting.Session().Record().Signatures
	last := sig[len(sig)-1]
	want := session.Typist{Name: "Nadia Example", Why: "The patient cannot use a keyboard"}
	if last.Role != session.Representative || last.Typist != want || !strings.Contains(last.Meaning, sam.Authority) {
		t.Errorf("got %+v", last)
	}
}

// Where nobody was named it is said before anyone signs, and nobody is kept from signing.
func TestSigningWhereNobodyIsNamed(t *testing.T) {
	for decision, want := range map[string]bool{"agree": true, "decline": false} {
		d := counselled(t, 80, 24, decision, come())
		if got := strings.Contains(d.shown(), "Nobody was named"); got != want || !strings.Contains(d.shown(), "Nadia Example signs now") {
			t.Errorf("%s:\n%s", decision, d.shown())
		}
	}
}

func TestWhoDecidesForThePatientHasTheKeyboard(t *testing.T) {
	d := counselled(t, 80, 24, "agree", come(sam))
	d.press("1", "enter", "1", "enter", "S", "a", "m", "enter")
	hand, _ := d.sitting.Session().Hand()
	if left := d.sitting.Session().Unsigned(); hand != session.ByRepresentative || len(left) != 1 {
		t.Errorf("%s has the keyboard, %v must sign:\n%s", hand, left, d.shown())
	}
}

// A signature that is not the next one's is refused in words, and nothing is signed.
func TestTheOrderOfSignatures(t *testing.T) {
	d := counselled(t, 80, 24, "agree", come(noor, dara, wim))
	before := len(d.sitting.Session().Record().Signatures)
	d.press("1", "enter", "1", "enter", "N", "o", "o", "r", "enter")
	d.press("1", "enter")
	d.sitting.Session().HandTo(session.ByCounsellor, "")
	d.sitting.Session().Gone(dara.Role, dara.Name) // and with them what was signed so far
	d.press("D", "a", "r", "a", "enter")
	if !strings.Contains(d.shown(), "! ") {
		t.Errorf("nothing is said:\n%s", d.shown())
	}
	if got := len(d.sitting.Session().Record().Signatures); got != before+1 {
		t.Errorf("%d signatures", got-before)
	}
}

// Why a signed record is changed is asked of the counsellor, before the patient has the keyboard.
func TestNoPatientIsAskedWhyASignedRecordIsChanged(t *testing.T) {
	for _, key := range []string{"a", "c"} {
		d := counselled(t, 80, 24, "decline", come())
		d.press("1", "enter")
		d.press(append(strings.Split("Nadia Example", ""), "enter")...)
		d.press("esc", "1", key)
		if hand, _ := d.sitting.Session().Hand(); hand != session.ByCounsellor || !strings.Contains(d.shown(), "Why is it changed?") {
			t.Errorf("%s, %s has the keyboard:\n%s", key, hand, d.shown())
		}
	}
}
