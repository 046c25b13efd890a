package summary_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/summary"
)

func build(t *testing.T, s *session.Session) summary.Summary {
	t.Helper()
	return summary.Build(s.Questionnaire(), s.Record(), english(t))
}

// closing are the decision and the name at the end.
func closing() []questionnaire.Item {
	return []questionnaire.Item{
		{ID: "decision", Type: questionnaire.TypeDecision, Required: true},
		{ID: "name", Type: questionnaire.TypeAttestation, Statement: "Mine.", Required: true},
	}
}

// finish agrees and signs, from the review.
func finish(t *testing.T, s *session.Session) {
	t.Helper()
	must(t, s.Next())
	must(t, s.Answer("decision", questionnaire.Codes("agree")))
	must(t, s.Next())
	must(t, s.Answer("name", questionnaire.Value{Text: "Amina Example"}))
	must(t, s.Next())
}

// walked gives a finished record with all four in the room.
func walked(t *testing.T) *session.Session {
	t.Helper()
	s := sessiontest.Start(compile(t, append([]questionnaire.Item{yesNo("a"), claim("quiz")}, closing()...)...))
	must(t, s.Next())
	must(t, s.Answer("a", questionnaire.Codes("yes")))
	must(t, s.Next())
	for _, option := range []string{"no", "bad"} {
		must(t, s.Answer("quiz", questionnaire.Codes(option)))
		must(t, s.Next())
	}
	finish(t, s)
	must(t, s.Consult(session.Party{Name: "Nadia Example", Title: "nurse", ID: "N-1"}, []session.Need{session.Always}))
	return s
}

func TestNotesTellWhoDidWhat(t *testing.T) {
	s := walked(t)
	must(t, s.TeachBack("quiz", "It may help.", false))
	must(t, s.Note("", "They came alone."))
	must(t, s.Ask("quiz"))
	must(t, s.HandTo(session.ByPatient, ""))
	must(t, s.AnswerProbe("quiz", "so"))
	must(t, s.Confirm("quiz", "yes"))
	must(t, s.Ask("a"))
	must(t, s.Answer("a", questionnaire.Codes("no")))
	must(t, s.Flag("a", true))
	must(t, s.HandTo(session.ForPatient, "cannot see well"))
	must(t, s.Flag("a", false))
	must(t, s.Answer("a", questionnaire.Value{}))
	must(t, s.HandTo(session.ByCounsellor, ""))
	must(t, s.Conclude("quiz", session.Resolved, "", ""))
	must(t, s.Conclude("a", session.Referred, "Dr Example", ""))
	no, yes := false, true
	typed := session.Typist{Name: "Nadia Example", Why: "cannot see well"}
	counsellor := func(r summary.Remark) summary.Remark { r.Role, r.Name = "counsellor", "Nadia Example"; return r }
	want := []summary.Remark{
		counsellor(summary.Remark{Kind: "teach-back", Item: "quiz", About: "Claim quiz", Words: "It may help.", Clear: &no,
			Head: "In the patient's own words. It has to be explained again:"}),
		counsellor(summary.Remark{Kind: "note", Head: "Note:", Words: "They came alone."}),
		{Kind: "probe", Item: "quiz", About: "Claim quiz", Head: "Asked once more. This is clear now:", Words: "Is it quiz? Answer: It is so", Right: &yes, Role: "patient"},
		{Kind: "confirmed", Item: "quiz", About: "Claim quiz", Head: "Is this settled for you now?", Words: "Yes", Answer: "yes", Role: "patient"},
		{Kind: "changed", Item: "a", About: "Check a", Head: "The answer was changed:", Words: "Before: Yes Now: No", Role: "patient"},
		{Kind: "marked", Item: "a", About: "Check a", Head: "Put down to talk about.", Role: "patient"},
		{Kind: "unmarked", Item: "a", About: "Check a", Head: "No longer put down to talk about.", Role: "patient", Typed: typed},
		{Kind: "changed", Item: "a", About: "Check a", Head: "The answer was taken back:", Words: "Before: No", Role: "patient", Typed: typed},
		counsellor(summary.Remark{Kind: "outcome", Item: "quiz", About: "Claim quiz", Head: "Settled", Outcome: "resolved"}),
		counsellor(summary.Remark{Kind: "outcome", Item: "a", About: "Check a", Head: "Passed on to Dr Example", Outcome: "referred", To: "Dr Example"}),
	}
	got := build(t, s)
	if diff := cmp.Diff(want, got.Notes, cmpopts.IgnoreFields(summary.Remark{}, "At")); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	if want := []summary.Claim{{ID: "quiz", Tries: 2, Settled: true}}; !cmp.Equal(want, got.Comprehension) {
		t.Errorf("claims %+v, want %+v", got.Comprehension, want)
	}
	var states []string
	for _, l := range got.Checklist {
		states = append(states, l.ID+" "+l.State+" "+l.Outcome.Value)
	}
	if diff := cmp.Diff([]string{"quiz review resolved", "a open referred"}, states); diff != "" {
		t.Errorf("an outcome changes no state (-want +got):\n%s", diff)
	}
}

// What is answered for the first time in a consultation is an answer, and no note on one.
func TestFirstAnswersAreNoNotes(t *testing.T) {
	s := sessiontest.Start(compile(t, append([]questionnaire.Item{yesNo("a")}, closing()...)...))
	must(t, s.Consult(session.Party{Name: "Nadia Example"}, nil))
	must(t, s.HandTo(session.ByPatient, ""))
	must(t, s.Next())
	must(t, s.Answer("a", questionnaire.Codes("yes")))
	must(t, s.Next())
	must(t, s.ToDecision())
	finish(t, s)
	if got := build(t, s).Notes; len(got) != 0 {
		t.Errorf("notes %+v", got)
	}
	must(t, s.ToDecision())
	must(t, s.Next())
	must(t, s.Answer("decision", questionnaire.Codes("decline")))
	got := build(t, s).Notes
	if len(got) != 1 || got[0].Kind != summary.KindChanged || got[0].Words != "Before: Yes, I want to go on Now: No, I do not want this" {
		t.Errorf("after another decision: %+v", got)
	}
}

// Notes are as private as the item, and leave with it; so they come back.
func TestNotesGoWithTheirItem(t *testing.T) {
	hidden := yesNo("hidden")
	hidden.When = &questionnaire.Condition{Op: questionnaire.OpIs, Item: "a", Values: []string{"yes"}}
	apart := yesNo("apart")
	apart.Private = true
	silent := apart
	silent.ID, silent.Check = "silent", ""
	s := sitting(t, []questionnaire.Item{yesNo("a"), hidden, apart, silent, outcome("support", questionnaire.StateSupport)},
		map[string][]string{"a": {"yes"}, "support": {"yes"}})
	for _, id := range []string{"a", "hidden", "apart", "silent", "support"} {
		must(t, s.Note(id, "About "+id))
	}
	noted := func() []string {
		var list []string
		for _, r := range build(t, s).Notes {
			private := ""
			if r.Private {
				private = ", private"
			}
			if r.Kind == summary.KindNote {
				list = append(list, r.Item+private)
			}
		}
		return list
	}
	all := []string{"a", "hidden", "apart, private", "silent, private", "support, private"}
	if diff := cmp.Diff(all, noted()); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	must(t, s.HandTo(session.ByPatient, ""))
	for _, step := range []struct {
		answer string
		want   []string
	}{{"no", slices.Delete(slices.Clone(all), 1, 2)}, {"yes", all}} {
		must(t, s.Ask("a"))
		must(t, s.Answer("a", questionnaire.Codes(step.answer)))
		if diff := cmp.Diff(step.want, noted()); diff != "" {
			t.Errorf("notes after %q (-want +got):\n%s", step.answer, diff)
		}
	}
	if !(summary.Summary{Notes: []summary.Remark{{}, {Private: true}}}).HasPrivate() {
		t.Error("a private note is left out of a copy, and nobody says so")
	}
}

// Who asked for support and then said otherwise is not told on by what was noted.
func TestWhatAskedForSupportStaysPrivate(t *testing.T) {
	s := sitting(t, []questionnaire.Item{outcome("support", questionnaire.StateSupport)}, map[string][]string{"support": {"yes"}})
	must(t, s.Note("support", "Wants to talk alone."))
	must(t, s.HandTo(session.ByPatient, ""))
	must(t, s.Ask("support"))
	must(t, s.Answer("support", questionnaire.Codes("no")))
	got := build(t, s).Notes
	if len(got) != 2 {
		t.Fatalf("%d notes, want the counsellor's and the change", len(got))
	}
	for _, r := range got {
		if !r.Private {
			t.Errorf("not private: %s", r.Kind)
		}
	}
}

func TestWhoWasThereAndWhoSigned(t *testing.T) {
	s := walked(t)
	first := s.Record().Fingerprint
	must(t, s.Present(session.Party{Role: session.Patient, Name: "Amina Example", CannotRead: true}))
	must(t, s.Present(session.Party{Role: session.Interpreter, Name: "Ivo Example", Language: "Arabic", Remote: true}))
	must(t, s.Present(session.Party{Role: session.Witness, Name: "Wim Example"}))
	must(t, s.HandTo(session.ForPatient, "cannot see well"))
	must(t, s.Sign(session.Patient, "amina example", "I have read this."))
	people := []summary.Person{{Role: "patient", Name: "Amina Example", CannotRead: true}, {Role: "interpreter", Name: "Ivo Example", Language: "Arabic", Remote: true},
		{Role: "witness", Name: "Wim Example"}, {Role: "counsellor", Name: "Nadia Example", Title: "nurse", ID: "N-1"}}
	got := build(t, s)
	if diff := cmp.Diff(people, got.Record.People); diff != "" {
		t.Errorf("people (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(people[1:], got.Record.Unsigned); diff != "" {
		t.Errorf("unsigned (-want +got):\n%s", diff)
	}
	now := s.Record().Fingerprint
	patient := summary.Person{Role: "patient", Name: "Amina Example"}
	want := []summary.Signature{
		{Role: "patient", Name: "Amina Example", Statement: "Mine.", Fingerprint: first, Signer: &patient},
		{Role: "patient", Name: "Amina Example", Statement: "I have read this.", Fingerprint: now, Current: true, Signer: &people[0],
			Typed: session.Typist{Name: "Nadia Example", Why: "cannot see well"}},
	}
	if diff := cmp.Diff(want, got.Signatures, cmpopts.IgnoreFields(summary.Signature{}, "At")); diff != "" {
		t.Errorf("signatures (-want +got):\n%s", diff)
	}
	for _, p := range people[1:] {
		if p.Role == session.Counsellor {
			must(t, s.HandTo(session.ByCounsellor, ""))
		}
		must(t, s.Sign(p.Role, p.Name, "I was there."))
	}
	if got := build(t, s).Record; got.Unsigned != nil || got.Amendments != nil {
		t.Errorf("after all have signed: unsigned %v, amended %v", got.Unsigned, got.Amendments)
	}
	must(t, s.Amend("a note was missing"))
	must(t, s.Note("a", "They asked twice."))
	after := build(t, s)
	amended := after.Notes[len(after.Notes)-2]
	if a := after.Record.Amendments; len(a) != 1 || a[0] != (summary.Amendment{Fingerprint: now, Why: "a note was missing", Name: "Nadia Example", At: amended.At}) {
		t.Errorf("amended %+v", a)
	}
	if amended.Kind != "amendment" || amended.Fingerprint != now || amended.Words != "a note was missing" {
		t.Errorf("the amendment stands among the notes as %+v", amended)
	}
	for _, sig := range after.Signatures {
		if sig.Current {
			t.Errorf("%s signs the record as it stands after a change", sig.Name)
		}
	}
	back := s.Record()
	back.Status = session.Retracted
	if got := summary.Build(s.Questionnaire(), back, english(t)).Record.Unsigned; got != nil {
		t.Errorf("what was taken back is to be signed by %v", got)
	}
}

// Who sits alone and changes an answer types the name again, and has signed once.
func TestANameTypedAgainIsOneSignature(t *testing.T) {
	s := sessiontest.Start(compile(t, append([]questionnaire.Item{yesNo("a")}, closing()...)...))
	must(t, s.Next())
	must(t, s.Answer("a", questionnaire.Codes("yes")))
	must(t, s.Next())
	finish(t, s)
	for s.Prompt().Kind != session.Review {
		s.Back()
	}
	must(t, s.Jump("a"))
	must(t, s.Answer("a", questionnaire.Codes("no")))
	if got := build(t, s).Signatures; len(got) != 0 {
		t.Errorf("signed after a change: %+v", got)
	}
	must(t, s.Next())
	must(t, s.Next())
	must(t, s.Next())
	must(t, s.Answer("name", questionnaire.Value{Text: "Amina Example"}))
	if got := build(t, s).Signatures; len(got) != 1 || got[0].Current || got[0].Fingerprint != "" {
		t.Errorf("typed, and not finished yet: %+v", got)
	}
	must(t, s.Next())
	want := []summary.Signature{{Role: "patient", Name: "Amina Example", Statement: "Mine.", Fingerprint: s.Record().Fingerprint, Current: true}}
	if diff := cmp.Diff(want, build(t, s).Signatures, cmpopts.IgnoreFields(summary.Signature{}, "At")); diff != "" {
		t.Errorf("signatures (-want +got):\n%s", diff)
	}
}

func TestARenewedRecordNamesTheOld(t *testing.T) {
	rec := record(nil)
	rec.Visit, rec.Renewed = "V-17", session.Renewed{Record: "OLDER", Fingerprint: "0f"}
	got := summary.Build(compile(t, yesNo("a")), rec, english(t)).Record
	if got.Visit != "V-17" || got.Renewed == nil || *got.Renewed != (summary.Renewed{Record: "OLDER", Fingerprint: "0f"}) {
		t.Errorf("got %+v", got)
	}
}

// The published form holds whatever is done in a consultation, and nothing that was said there is lost.
func TestConsultationsFitTheSchema(t *testing.T) {
	compiled := schema(t)
	kinds, signed, older, amended := map[string]int{}, 0, 0, 0
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 37))
		s := sessiontest.Start(sessiontest.Questionnaire(r, 15))
		if r.IntN(3) > 0 {
			sessiontest.Finish(r, s, 200)
		}
		for step := range 100 {
			sessiontest.Consult(r, s)
			for _, e := range s.Questionnaire().Entries() {
				if e.Type == questionnaire.TypeQuiz && r.IntN(9) == 0 {
					s.Ask(e.ID)
				}
			}
			if p := s.Prompt(); p.Kind == session.Probe {
				s.HandTo(session.ByPatient, "")
				s.AnswerProbe(p.Entry.ID, p.Probe.Options[r.IntN(len(p.Probe.Options))].Value)
			}
			if p := s.Prompt(); p.Entry != nil {
				s.Flag(p.Entry.ID, r.IntN(2) == 0)
			}
			if step%20 > 0 {
				continue
			}
			sum := build(t, s)
			if err := validate(t, compiled, marshal(t, sum)); err != nil {
				t.Errorf("seed %d: %v", seed, err)
			}
			for _, n := range sum.Notes {
				kinds[n.Kind]++
			}
			for _, sig := range sum.Signatures {
				if sig.Current && sig.Signer != nil {
					signed++
				} else if sig.Signer != nil {
					older++
				}
			}
			amended += len(sum.Record.Amendments)
		}
		if t.Failed() {
			t.FailNow()
		}
	}
	if len(kinds) < 9 || signed == 0 || older == 0 || amended == 0 {
		t.Errorf("kinds %v, %d signatures, %d older ones, %d amendments: the test shows too little", kinds, signed, older, amended)
	}
}
