package session_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
)

// consultations runs visit over random consultations, after each of their steps, with what was before the step.
func consultations(t *testing.T, n int, visit func(t *testing.T, s *session.Session, before moment)) {
	t.Helper()
	for seed := range uint64(n) {
		r := rand.New(rand.NewPCG(seed, 11))
		s := sessiontest.Start(sessiontest.Questionnaire(r, 20))
		if r.IntN(3) > 0 {
			sessiontest.Finish(r, s, 200)
		}
		for range 120 {
			before := now(s)
			sessiontest.Consult(r, s)
			visit(t, s, before)
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// moment is what must not be lost.
type moment struct {
	entries []session.Entry
	record  session.Record
}

func now(s *session.Session) moment {
	return moment{entries: slices.Clone(s.Entries()), record: s.Record()}
}

// added gives the entries that a step made, and reports an entry that it took away or changed.
func added(t *testing.T, s *session.Session, before moment) []session.Entry {
	t.Helper()
	if len(s.Entries()) < len(before.entries) {
		t.Fatal("entries were removed")
	}
	for i, e := range before.entries {
		if e.Hash != s.Entries()[i].Hash || e.Hash != s.Entries()[i].Sum() {
			t.Fatalf("entry %d was changed", e.Seq)
		}
	}
	return s.Entries()[len(before.entries):]
}

func TestOnlyThePatientChangesAnswers(t *testing.T) {
	annotated, changed := 0, 0
	consultations(t, 300, func(t *testing.T, s *session.Session, before moment) {
		patient := false
		for _, e := range added(t, s, before) {
			if e.Role == session.Counsellor {
				annotated++
			}
			switch e.Event.(type) {
			case session.Answered, session.Tried, session.Flagged, session.Decided, session.Attested:
				patient = true
				if e.Role != session.Patient && e.Role != session.Representative {
					t.Errorf("%s was written as the word of %s", e.Kind(), e.Role)
				}
			}
		}
		diff := cmp.Diff(before.record.Response, s.Record().Response, cmpopts.EquateEmpty())
		if diff != "" && !patient {
			t.Errorf("the answers changed without a word of the patient:\n%s", diff)
		}
		if diff != "" {
			changed++
		}
	})
	if annotated == 0 || changed == 0 {
		t.Errorf("%d entries of counsellors and %d changed answers: the test shows nothing", annotated, changed)
	}
}

func TestConsultationsReplay(t *testing.T) {
	signed, amended := 0, 0
	n := 0
	consultations(t, 200, func(t *testing.T, s *session.Session, _ moment) {
		if s.Signed() {
			signed++
		}
		amended += len(s.Record().Amendments)
		if n++; n%17 > 0 {
			return
		}
		entries, err := session.Open("EXAMPLE", links(s), nil)
		if err != nil {
			t.Fatal(err)
		}
		again, err := session.Replay(s.Questionnaire(), entries, session.Scribe{Now: sessiontest.Clock()})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s.Record(), again.Record()); diff != "" {
			t.Errorf("record (-live +replayed):\n%s", diff)
		}
		if diff := cmp.Diff(s.Prompt(), again.Prompt(), ignoreConditions); diff != "" {
			t.Errorf("prompt (-live +replayed):\n%s", diff)
		}
	})
	if signed == 0 || amended == 0 {
		t.Errorf("signed at %d steps, amended at %d: the test shows nothing", signed, amended)
	}
}

func TestWhatAllSignedStays(t *testing.T) {
	consultations(t, 300, func(t *testing.T, s *session.Session, before moment) {
		was := before.record
		if len(was.Unsigned) > 0 || was.Counsellor.Name == "" || was.Status != session.Complete {
			return
		}
		if s.Record().Fingerprint == was.Fingerprint {
			return
		}
		first := added(t, s, before)[0].Event
		if a, ok := first.(session.Amended); !ok || a.Fingerprint != was.Fingerprint {
			t.Errorf("a signed record was changed by %T", first)
		}
	})
}

func TestWordsOfOthersAreNotRead(t *testing.T) {
	answered := session.Answered{Item: "a", New: questionnaire.Codes("no")}
	nadia := session.Scribe{Role: session.Counsellor, Actor: "Nadia Example"}
	tests := []struct {
		name   string
		scribe session.Scribe
		event  session.Event
		hand   session.Hand
		want   error
	}{
		{"the patient answers", session.Scribe{}, answered, session.ByPatient, nil},
		{"the counsellor answers", session.Scribe{Role: session.Counsellor, Actor: "Nadia Example"}, answered, session.ByPatient, session.ErrStrange},
		{"the counsellor answers as the patient", session.Scribe{}, answered, session.ByCounsellor, session.ErrStrange},
		{"typed for the patient, and nobody says so", session.Scribe{}, answered, session.ForPatient, session.ErrStrange},
		{"typed for the patient", session.Scribe{Typist: session.Typist{Name: "Nadia Example", Why: "poor sight"}}, answered, session.ForPatient, nil},
		{"the patient writes notes", session.Scribe{}, session.Noted{Text: "x"}, session.ByPatient, session.ErrStrange},
		{"staff answers", session.Scribe{Role: session.Staff}, answered, session.ByPatient, session.ErrStrange},
		{"resolved without the patient's word", nadia, session.Concluded{Item: "quiz", Outcome: session.Resolved}, session.ByCounsellor, session.ErrStrange},
		{"still open", nadia, session.Concluded{Item: "quiz", Outcome: session.Unsettled}, session.ByCounsellor, nil},
		{"typed for the patient without a reason", nadia, session.Handed{To: session.ForPatient}, session.ByCounsellor, session.ErrStrange},
		{"the keyboard goes to nobody", nadia, session.Handed{To: "guest"}, session.ByCounsellor, session.ErrStrange},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := consulted(t)
			if p := s.HandTo(test.hand, "poor sight"); p != nil {
				t.Fatal(p)
			}
			test.scribe.Now = sessiontest.Clock()
			entries := slices.Clone(s.Entries())
			entries = append(entries, test.scribe.Write(entries[len(entries)-1].Link, test.event))
			_, err := session.Replay(s.Questionnaire(), entries, session.Scribe{Now: sessiontest.Clock()})
			if !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
		})
	}
}

// consulted gives a consultation about a record that a patient has finished: the quiz was never understood.
func consulted(t *testing.T) *session.Session {
	t.Helper()
	s := sessiontest.Start(compile(t, yesNo("a"), quiz(),
		questionnaire.Item{ID: "decision", Type: questionnaire.TypeDecision, Required: true},
		questionnaire.Item{ID: "name", Type: questionnaire.TypeAttestation, Statement: "Mine.", Required: true}))
	s.Next()
	say(t, s, "a", "yes")
	say(t, s, "quiz", "wrong")
	say(t, s, "quiz", "bad")
	s.Next()
	say(t, s, "decision", "agree")
	if p := s.Answer("name", questionnaire.Value{Text: "Amina Example"}); p != nil {
		t.Fatal(p)
	}
	s.Next()
	if p := s.Consult(session.Party{Name: "Nadia Example", Title: "nurse", ID: "N-1"}, []session.Need{session.IfInterpreted}); p != nil {
		t.Fatal(p)
	}
	return s
}

// act is one step of a consultation, and the code of the problem that it must meet, "" for none.
type act struct {
	name string
	do   func(*session.Session) *questionnaire.Problem
	want string
	at   string // the screen after it, "" for any
}

func run(t *testing.T, s *session.Session, acts []act) {
	t.Helper()
	for _, a := range acts {
		got := ""
		if p := a.do(s); p != nil {
			got = p.Code
		}
		if got != a.want {
			t.Fatalf("%s: problem %q, want %q", a.name, got, a.want)
		}
		if a.at != "" && where(s) != a.at {
			t.Fatalf("%s: at %q, want %q", a.name, where(s), a.at)
		}
	}
}

func hand(to session.Hand, why string) func(*session.Session) *questionnaire.Problem {
	return func(s *session.Session) *questionnaire.Problem { return s.HandTo(to, why) }
}

func conclude(outcome session.Outcome, to, by string) func(*session.Session) *questionnaire.Problem {
	return func(s *session.Session) *questionnaire.Problem { return s.Conclude("quiz", outcome, to, by) }
}

func probe(option string) func(*session.Session) *questionnaire.Problem {
	return func(s *session.Session) *questionnaire.Problem { return s.AnswerProbe("quiz", option) }
}

func confirm(answer string) func(*session.Session) *questionnaire.Problem {
	return func(s *session.Session) *questionnaire.Problem { return s.Confirm("quiz", answer) }
}

func discuss(s *session.Session) *questionnaire.Problem { return s.Discuss("quiz") }
func ask(s *session.Session) *questionnaire.Problem     { return s.Ask("quiz") }
func next(s *session.Session) *questionnaire.Problem    { return s.Next() }

func TestATopicIsResolvedByThePatientsWord(t *testing.T) {
	run(t, consulted(t), []act{
		{"open it", discuss, "", "discuss quiz"},
		{"resolve it", conclude(session.Resolved, "", ""), "patients-word", ""},
		{"say for the patient", confirm("yes"), "patients-own", ""},
		{"explain", func(s *session.Session) *questionnaire.Problem { return s.TeachBack("quiz", "It may help.", false) }, "", ""},
		{"resolve after an explanation that was not clear", conclude(session.Resolved, "", ""), "patients-word", ""},
		{"ask afresh", ask, "", "probe quiz"},
		{"answer for the patient", probe("right"), "patients-own", ""},
		{"hand over", hand(session.ByPatient, ""), "", ""},
		{"answer what is not offered", probe("good"), "not-an-option", ""},
		{"answer wrong", probe("wrong"), "", "probe-result quiz"},
		{"go on", next, "", "discuss quiz"},
		{"conclude at the patient's keyboard", conclude(session.Unsettled, "", ""), "counsellors-own", ""},
		{"ask in the other way", ask, "", "probe quiz"},
		{"answer right", probe("good"), "", "probe-result quiz"},
		{"take the keyboard", hand(session.ByCounsellor, ""), "", ""},
		{"resolve", conclude(session.Resolved, "", ""), "", ""},
		{"hand over again", hand(session.ByPatient, ""), "", ""},
		{"it is not settled after all", confirm("unsure"), "", ""},
		{"take the keyboard again", hand(session.ByCounsellor, ""), "", ""},
		{"resolve once more", conclude(session.Resolved, "", ""), "patients-word", ""},
		{"refer to nobody", conclude(session.Referred, " ", ""), "required", ""},
		{"refer until some day", conclude(session.Referred, "Dr Example", "soon"), "not-a-date", ""},
		{"refer", conclude(session.Referred, "Dr Example", "2026-12-01"), "", ""},
	})
}

func TestTheirOwnWordReopensATopic(t *testing.T) {
	tests := []struct {
		name string
		acts []act
	}{
		{"it is not settled", []act{{"say so", confirm("no"), "", ""}}},
		{"a wrong answer", []act{{"ask", ask, "", "probe quiz"}, {"answer", probe("wrong"), "", ""}}},
		{"talk about it after all", []act{{"flag", func(s *session.Session) *questionnaire.Problem { return s.Flag("quiz", true) }, "", ""}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := consulted(t)
			run(t, s, []act{{"hand over", hand(session.ByPatient, ""), "", ""}, {"settled", confirm("yes"), "", ""},
				{"take the keyboard", hand(session.ByCounsellor, ""), "", ""}, {"resolve", conclude(session.Resolved, "", ""), "", ""},
				{"hand over again", hand(session.ByPatient, ""), "", ""}})
			if got := s.Discussion("quiz").Outcome.Outcome; got != session.Resolved {
				t.Fatalf("outcome %q before", got)
			}
			run(t, s, test.acts)
			if got := s.Discussion("quiz").Outcome.Outcome; got != "" {
				t.Errorf("outcome %q, want none", got)
			}
		})
	}
}

// What the patient first says, gets wrong or wants to talk about is no word that something came of the talk.
func TestWhatOpensATopicDoesNotCloseIt(t *testing.T) {
	flag := func(on bool) func(*session.Session) { return func(s *session.Session) { s.Flag("a", on) } }
	answer := func(v questionnaire.Value) func(*session.Session) {
		return func(s *session.Session) { s.Answer("a", v) }
	}
	tests := []struct {
		name, item string
		acts       []func(*session.Session)
		want       bool
	}{
		{"a first answer", "a", []func(*session.Session){answer(questionnaire.Codes("yes"))}, false},
		{"a changed answer", "a", []func(*session.Session){answer(questionnaire.Codes("yes")), answer(questionnaire.Codes("no"))}, true},
		{"an answer taken back", "a", []func(*session.Session){answer(questionnaire.Codes("yes")), answer(questionnaire.Value{})}, false},
		{"a wish to talk", "a", []func(*session.Session){flag(true)}, false},
		{"the wish taken back", "a", []func(*session.Session){flag(true), flag(false)}, true},
		{"a wrong try", "quiz", []func(*session.Session){func(s *session.Session) { s.Answer("quiz", questionnaire.Codes("wrong")) }}, false},
		{"a right try", "quiz", []func(*session.Session){func(s *session.Session) { s.Answer("quiz", questionnaire.Codes("right")) }}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := sessiontest.Start(compile(t, yesNo("a"), quiz()))
			run(t, s, []act{{"sit down", func(s *session.Session) *questionnaire.Problem {
				return s.Consult(session.Party{Name: "Nadia Example"}, nil)
			}, "", ""},
				{"hand over", hand(session.ByPatient, ""), "", ""}, {"ask", func(s *session.Session) *questionnaire.Problem { return s.Ask(test.item) }, "", "question " + test.item}})
			for _, do := range test.acts {
				do(s)
			}
			if d := s.Discussion(test.item); d.Ready != test.want || len(d.Entries) != len(test.acts) {
				t.Errorf("ready %t after %d entries, want %t after %d", d.Ready, len(d.Entries), test.want, len(test.acts))
			}
		})
	}
}

// An answer may decide what another one means: what was resolved is then open again.
func TestAnotherAnswerReopensATopic(t *testing.T) {
	b := yesNo("b")
	b.Outcomes = []questionnaire.Outcome{{State: questionnaire.StateWarning,
		When: &questionnaire.Condition{Op: questionnaire.OpIs, Item: "a", Values: []string{"yes"}}}}
	s := sessiontest.Start(compile(t, yesNo("a"), b, yesNo("c")))
	answer := func(id, code string) act {
		return act{id, func(s *session.Session) *questionnaire.Problem {
			s.Ask(id)
			return s.Answer(id, questionnaire.Codes(code))
		}, "", ""}
	}
	settle := func(id string) []act {
		return []act{{"settled", func(s *session.Session) *questionnaire.Problem { return s.Confirm(id, "yes") }, "", ""},
			{"take the keyboard", hand(session.ByCounsellor, ""), "", ""},
			{"resolve", func(s *session.Session) *questionnaire.Problem { return s.Conclude(id, session.Resolved, "", "") }, "", ""},
			{"hand over again", hand(session.ByPatient, ""), "", ""}}
	}
	run(t, s, []act{{"sit down", func(s *session.Session) *questionnaire.Problem {
		return s.Consult(session.Party{Name: "Nadia Example"}, nil)
	}, "", ""},
		{"hand over", hand(session.ByPatient, ""), "", ""}, answer("b", "no"), answer("c", "no")})
	run(t, s, append(settle("b"), settle("c")...))
	run(t, s, []act{answer("a", "yes")})
	for id, want := range map[string]session.Outcome{"b": "", "c": session.Resolved} {
		if got := s.Discussion(id).Outcome.Outcome; got != want {
			t.Errorf("%s is %q, want %q", id, got, want)
		}
	}
	run(t, s, []act{{"take the keyboard", hand(session.ByCounsellor, ""), "", ""},
		{"resolve", func(s *session.Session) *questionnaire.Problem { return s.Conclude("b", session.Resolved, "", "") }, "patients-word", ""}})
}

func sign(role, name string) func(*session.Session) *questionnaire.Problem {
	return func(s *session.Session) *questionnaire.Problem { return s.Sign(role, name, "I have read this.") }
}

func present(p session.Party) func(*session.Session) *questionnaire.Problem {
	return func(s *session.Session) *questionnaire.Problem { return s.Present(p) }
}

func note(s *session.Session) *questionnaire.Problem { return s.Note("quiz", "They asked twice.") }

func TestSignaturesInOrder(t *testing.T) {
	s := consulted(t)
	first := s.Record().Fingerprint
	run(t, s, []act{
		{"an interpreter without a language", present(session.Party{Role: session.Interpreter, Name: "Ivo Example"}), "required", ""},
		{"an interpreter", present(session.Party{Role: session.Interpreter, Name: "Ivo Example", Language: "Arabic"}), "", ""},
		{"the counsellor first", sign(session.Counsellor, "Nadia Example"), "sign-order", ""},
		{"the patient at the counsellor's keyboard", sign(session.Patient, "Amina Example"), "patients-own", ""},
		{"hand over", hand(session.ByPatient, ""), "", ""},
		{"the patient", sign(session.Patient, "Amina Example"), "", ""},
		{"a witness nobody knows", sign(session.Witness, "Wim Example"), "not-present", ""},
		{"the interpreter by another name", sign(session.Interpreter, "Ida"), "name-differs", ""},
		{"the interpreter", sign(session.Interpreter, "ivo example"), "", ""},
		{"twice", sign(session.Interpreter, "Ivo Example"), "signed-already", ""},
		{"take the keyboard", hand(session.ByCounsellor, ""), "", ""},
		{"the counsellor before the witness", sign(session.Counsellor, "Nadia Example"), "sign-order", ""},
		{"a witness comes", present(session.Party{Role: session.Witness, Name: "Wim Example"}), "", ""},
	})
	if n := len(s.Unsigned()); n != 4 {
		t.Fatalf("%d must sign after the people changed, want all 4", n)
	}
	run(t, s, []act{
		{"hand over", hand(session.ByPatient, ""), "", ""},
		{"the patient", sign(session.Patient, "Amina Example"), "", ""},
		{"the interpreter", sign(session.Interpreter, "Ivo Example"), "", ""},
		{"the witness", sign(session.Witness, "Wim Example"), "", ""},
		{"take the keyboard", hand(session.ByCounsellor, ""), "", ""},
		{"amend too early", func(s *session.Session) *questionnaire.Problem { return s.Amend("x") }, "not-signed", ""},
		{"the counsellor", sign(session.Counsellor, "Nadia Example"), "", ""},
		{"change what all signed", note, "signed", ""},
		{"ask what all signed", ask, "signed", ""},
	})
	signed := s.Record()
	if signed.Fingerprint == first || !s.Signed() {
		t.Fatalf("signed %t, fingerprint %q", s.Signed(), signed.Fingerprint)
	}
	run(t, s, []act{
		{"amend", func(s *session.Session) *questionnaire.Problem { return s.Amend("a note was missing") }, "", ""},
		{"change it", note, "", ""},
	})
	after := s.Record()
	for i, sig := range after.Signatures[len(after.Signatures)-4:] {
		want := []session.Party{{Role: session.Patient, Name: "Amina Example"}, {Role: session.Interpreter, Name: "Ivo Example", Language: "Arabic"},
			{Role: session.Witness, Name: "Wim Example"}, {Role: session.Counsellor, Name: "Nadia Example", Title: "nurse", ID: "N-1"}}[i]
		if sig.Signer != want {
			t.Errorf("signed by %+v, want %+v", sig.Signer, want)
		}
	}
	if len(after.Unsigned) != 4 || len(after.Signatures) <= len(signed.Unsigned) || after.Amendments[0].Fingerprint != signed.Fingerprint {
		t.Errorf("after the amendment: %d to sign, %d signatures, amended %v", len(after.Unsigned), len(after.Signatures), after.Amendments)
	}
}

func TestOtherRulesUndoNoSignature(t *testing.T) {
	s := consulted(t)
	run(t, s, []act{{"the counsellor", sign(session.Counsellor, "Nadia Example"), "", ""},
		{"sit down where a witness always signs", func(s *session.Session) *questionnaire.Problem {
			return s.Consult(session.Party{Name: "Omar Example"}, []session.Need{session.Always})
		}, "", ""},
		{"change what all signed", note, "signed", ""}})
	if missing := s.Unsigned(); !s.Signed() || len(missing) > 0 {
		t.Errorf("signed %t, and %v must sign", s.Signed(), missing)
	}
	run(t, s, []act{{"amend", func(s *session.Session) *questionnaire.Problem { return s.Amend("a note was missing") }, "", ""}, {"change it", note, "", ""}})
	if missing := s.Unsigned(); len(missing) != 3 {
		t.Errorf("%v must sign what was changed, want a witness among them", missing)
	}
}

func TestAmendmentsNameWhatAllSigned(t *testing.T) {
	s := consulted(t)
	forged := session.Scribe{Now: sessiontest.Clock(), Role: session.Counsellor, Actor: "Nadia Example"}
	last := func() session.Link { return s.Entries()[len(s.Entries())-1].Link }
	refused := func(fingerprint string) {
		t.Helper()
		entries := append(slices.Clone(s.Entries()), forged.Write(last(), session.Amended{Fingerprint: fingerprint, Why: "x"}))
		if _, err := session.Replay(s.Questionnaire(), entries, session.Scribe{}); !errors.Is(err, session.ErrStrange) {
			t.Errorf("an amendment of %q: %v, want %v", fingerprint, err, session.ErrStrange)
		}
	}
	refused(s.Record().Fingerprint)
	run(t, s, []act{{"the counsellor", sign(session.Counsellor, "Nadia Example"), "", ""}})
	refused("another")
}

func TestWhoAgreedAloneHasSigned(t *testing.T) {
	s := consulted(t)
	if got := s.Unsigned(); len(got) != 1 || got[0].Role != session.Counsellor {
		t.Errorf("must sign: %v, want the counsellor alone: the name under the attestation stands", got)
	}
}

func TestNoNeedsNoMoreSignatures(t *testing.T) {
	for _, decision := range []string{"defer", "decline"} {
		s := consulted(t)
		run(t, s, []act{{"hand over", hand(session.ByPatient, ""), "", ""}, {"decide", func(s *session.Session) *questionnaire.Problem { return s.ToDecision() }, "", "review"}})
		s.Next()
		say(t, s, "decision", decision)
		if p := s.Answer("name", questionnaire.Value{Text: "Amina Example"}); p != nil {
			t.Fatal(p)
		}
		run(t, s, []act{{"finish", next, "", "done"}, {"sign", next, "", "signing"},
			{"take the keyboard", hand(session.ByCounsellor, ""), "", ""}, {"a note", note, "", ""}})
		if got := s.Unsigned(); len(got) != 1 || got[0].Role != session.Counsellor {
			t.Errorf("%s: must sign: %v, want the counsellor alone", decision, got)
		}
	}
}

func TestARenewedRecordAsksWhatDiffers(t *testing.T) {
	old := consulted(t)
	newer := compile(t, yesNo("a"), quiz(), yesNo("b"),
		questionnaire.Item{ID: "decision", Type: questionnaire.TypeDecision, Required: true},
		questionnaire.Item{ID: "name", Type: questionnaire.TypeAttestation, Statement: "Mine.", Required: true})
	s := session.Renew(newer, session.Begin{Record: "NEWER", Language: "en", Mode: "counsellor"}, old, []string{"quiz", "b"},
		session.Scribe{Now: sessiontest.Clock()})
	if p := s.Consult(session.Party{Name: "Nadia Example"}, nil); p != nil {
		t.Fatal(p)
	}
	run(t, s, []act{{"begin", hand(session.ByPatient, ""), "", "difference"}, {"go on", next, "", "question quiz"}})
	say(t, s, "quiz", "right")
	run(t, s, []act{{"the new one", hand(session.ByPatient, ""), "", "question b"}})
	say(t, s, "b", "no")
	if got := where(s); got != "agenda" {
		t.Errorf("at %q, want the agenda", got)
	}
	was, is := old.Record(), s.Record()
	if diff := cmp.Diff(was.Marks["a"], is.Marks["a"]); diff != "" {
		t.Errorf("what was carried over (-old +new):\n%s", diff)
	}
	if is.Renewed.Record != was.Record || is.Renewed.Fingerprint != was.Fingerprint || len(is.Response.Answers["decision"].Codes) > 0 {
		t.Errorf("renewed %v, answers %v", is.Renewed, is.Response.Answers)
	}
	if _, err := session.Replay(newer, s.Entries(), session.Scribe{Now: sessiontest.Clock()}); err != nil {
		t.Error(err)
	}
}

func TestWishesToTalkOutliveAVersion(t *testing.T) {
	q := compile(t, yesNo("a"), yesNo("b"), yesNo("c"))
	old := sessiontest.Start(q)
	old.Next()
	for _, id := range []string{"a", "b", "c"} {
		old.Flag(id, true)
		if id != "a" {
			old.Answer(id, questionnaire.Codes("yes"))
		}
		old.Skip()
	}
	s := session.Renew(q, session.Begin{Record: "NEWER", Language: "en"}, old, []string{"b"}, session.Scribe{Now: sessiontest.Clock()})
	want := questionnaire.Response{Answers: questionnaire.Answers{"c": questionnaire.Codes("yes")}, Talk: map[string]bool{"a": true, "b": true, "c": true}}
	if diff := cmp.Diff(want, s.Response()); diff != "" {
		t.Errorf("carried over (-want +got):\n%s", diff)
	}
	if again, err := session.Replay(q, s.Entries(), session.Scribe{}); err != nil || cmp.Diff(s.Record(), again.Record()) != "" {
		t.Errorf("replayed: %v", err)
	}
}

func TestSignaturesOfOthersAreNotRead(t *testing.T) {
	tests := []struct {
		name, role, who string
		want            error
	}{
		{"the counsellor", session.Counsellor, "Nadia Example", nil},
		{"another counsellor", session.Counsellor, "Wim Example", session.ErrStrange},
		{"a witness who is not here", session.Witness, "Wim Example", session.ErrStrange},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := consulted(t)
			scribe := session.Scribe{Now: sessiontest.Clock(), Role: test.role, Actor: test.who}
			entries := slices.Clone(s.Entries())
			signed := session.Signed{Role: test.role, Name: test.who, Meaning: "x", Fingerprint: s.Record().Fingerprint}
			entries = append(entries, scribe.Write(entries[len(entries)-1].Link, signed))
			_, err := session.Replay(s.Questionnaire(), entries, session.Scribe{Now: sessiontest.Clock()})
			if !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
		})
	}
}
