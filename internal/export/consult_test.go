package export_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/export"
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/summary"
	"informed/internal/text"
)

// partOf gives the part of a copy in Markdown under a heading, "" where there is none.
func partOf(md, heading string) string {
	_, rest, _ := strings.Cut(md, "\n## "+heading+"\n")
	part, _, _ := strings.Cut(rest, "\n## ")
	return part
}

func markdown(t *testing.T, s *session.Session) string {
	t.Helper()
	return string(export.Markdown(build(t, s), english(t), export.Options{}))
}

// Whoever opens a copy sees at once whether all have signed, and a copy of what was talked about does not say that nothing
// was agreed to.
func TestACopySaysWhetherItIsSigned(t *testing.T) {
	const missing, alone, talk = "Not all have signed this yet.", "This is not consent. You have not agreed to anything.", "This is a record of a talk."
	s := consulted(t)
	for _, step := range []struct {
		name                 string
		md                   string
		missing, alone, talk bool
		unsigned             []string
	}{
		{"nobody sat with it", markdown(t, walk(t, example(), exampleAnswers())), false, true, false, nil},
		{"talked about", markdown(t, s), true, false, true, []string{"Ivo Example (interpreter)", "witness. Nobody is named yet.", "Nadia Example (counsellor)"}},
		{"signed", markdown(t, signed(t, s)), false, false, true, nil},
		{"amended", markdown(t, amended(t, s)), true, false, true, []string{"Amina Example (patient)", "Ivo Example (interpreter)", "Wim Example (witness)", "Nadia Example (counsellor)"}},
	} {
		opening, _, _ := strings.Cut(step.md, "\n## ")
		got := []bool{strings.Contains(opening, missing), strings.Contains(opening, alone), strings.Contains(opening, talk)}
		if want := []bool{step.missing, step.alone, step.talk}; !slices.Equal(got, want) {
			t.Errorf("%s: missing, alone, talk are %v, want %v:\n%s", step.name, got, want, opening)
		}
		var unsigned []string
		for l := range strings.SplitSeq(partOf(step.md, "Still to sign"), "\n") {
			if who, ok := strings.CutPrefix(l, "- "); ok {
				unsigned = append(unsigned, who)
			}
		}
		if diff := cmp.Diff(step.unsigned, unsigned); diff != "" {
			t.Errorf("%s: still to sign (-want +got):\n%s", step.name, diff)
		}
	}
}

// Each signature says which record it is of, and that of a record that was amended says when.
func TestASignatureNamesItsRecord(t *testing.T) {
	s := signed(t, consulted(t))
	first := s.Record().Fingerprint
	if got := strings.Count(partOf(markdown(t, s), "Signatures"), "**Signs the record with this fingerprint:**  \n  "+first+"\n"); got != 4 {
		t.Errorf("%d of 4 sign the record as it stands:\n%s", got, partOf(markdown(t, s), "Signatures"))
	}
	md := markdown(t, amended(t, s))
	if got := partOf(md, "Signatures"); strings.Contains(got, "Signs the record") || strings.Count(got, "before the change on 2026-11-22 10:01 UTC.") != 4 {
		t.Errorf("after the amendment:\n%s", got)
	}
	if got := partOf(md, "Changes after signing"); !strings.Contains(got, first) || !strings.Contains(got, "a note was missing") || !strings.Contains(got, "Nadia Example (counsellor), 2026-11-22 10:01 UTC") {
		t.Errorf("the change:\n%s", got)
	}
}

// What is private is so wherever it was talked about. Only JSON has it unasked, and says so.
func TestPrivateTopicsStayOut(t *testing.T) {
	for _, o := range []export.Options{{}, {Private: true}} {
		for name, content := range copies(t, spoken(t), o) {
			for _, words := range []string{"Their family presses them.", "a social worker", "Your free choice"} {
				if got, want := strings.Contains(content, words), o.Private || name == "json"; got != want {
					t.Errorf("%s, %+v: %q is there: %v, want %v", name, o, words, got, want)
				}
			}
			if !strings.Contains(content, "They did not know that nobody has checked it.") {
				t.Errorf("%s, %+v: a note that is not private is missing", name, o)
			}
		}
	}
}

// What was answered or signed for someone, by whom and why, is told beside it.
func TestWhoTypedIsTold(t *testing.T) {
	md := markdown(t, signed(t, consulted(t)))
	const typed = "Typed by Nadia Example. Why: cannot see well"
	for heading, want := range map[string]int{"What you talked about": 1, "Your answers": 1, "Signatures": 2} {
		if got := strings.Count(partOf(md, heading), typed); got != want {
			t.Errorf("%s: typed by somebody else %d times, want %d", heading, got, want)
		}
	}
}

// A quiz that talk has settled is not to be talked about again.
func TestATalkSettlesAClaim(t *testing.T) {
	sum := clone(spoken(t))
	for _, settled := range []bool{false, true} {
		sum.Comprehension = []summary.Claim{{ID: "many", Tries: 2, Settled: settled}}
		md := string(export.Markdown(sum, english(t), export.Options{}))
		if got := strings.Contains(partOf(md, "What you went over"), "Clear now:"); got != settled {
			t.Errorf("settled %v: said is %v", settled, got)
		}
	}
}

// Copies of random consultations hold nothing that acts on a terminal, fit the schema, carry a seal and are the same after a
// replay; and none of them loses a note.
func TestConsultationsInCopies(t *testing.T) {
	notes, older := 0, 0
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 43))
		s := sessiontest.Start(sessiontest.Questionnaire(r, 20))
		if r.IntN(3) > 0 {
			sessiontest.Finish(r, s, 200)
		}
		for range 100 {
			sessiontest.Consult(r, s)
		}
		again, err := session.Replay(s.Questionnaire(), s.Entries(), session.Scribe{Now: sessiontest.Clock()})
		if err != nil {
			t.Fatal(err)
		}
		sum := build(t, s)
		live := copies(t, sum, export.Options{Private: true})
		if diff := cmp.Diff(live, copies(t, build(t, again), export.Options{Private: true})); diff != "" {
			t.Errorf("seed %d: copies (-live +replayed):\n%s", seed, diff)
		}
		for name, content := range live {
			if err := text.Check(content); err != nil {
				t.Errorf("seed %d, %s: %v", seed, name, err)
			}
			if _, back, _, ok := export.Unstamp(export.Stamp(name, []byte(content), exampleNote)); !ok || string(back) != content {
				t.Errorf("seed %d, %s: the seal does not come off", seed, name)
			}
		}
		validate(t, []byte(live["json"]))
		notes += len(sum.Notes)
		for _, n := range sum.Notes {
			if n.Kind == summary.KindNote && strings.Count(live["md"], text.CleanLine(n.Words)) == 0 {
				t.Errorf("seed %d: the note %q is lost", seed, n.Words)
			}
		}
		for _, sig := range sum.Signatures {
			if !sig.Current && strings.Contains(live["text"], "as it was before") {
				older++
			}
		}
		if t.Failed() {
			t.FailNow()
		}
	}
	if notes == 0 || older == 0 {
		t.Errorf("%d notes, %d older signatures: the test shows nothing", notes, older)
	}
}

// Answers of whoever speaks for a patient say so.
func TestWhoAnsweredForThePatient(t *testing.T) {
	s := walk(t, example(), exampleAnswers())
	must(t, s.Consult(session.Party{Name: "Nadia Example"}, nil))
	must(t, s.Present(session.Party{Role: session.Representative, Name: "Rosa Example", Relation: "daughter", Authority: "power of attorney"}))
	must(t, s.HandTo(session.ByRepresentative, ""))
	must(t, s.Ask("distance"))
	must(t, s.Answer("distance", questionnaire.Value{Number: "40"}))
	md := markdown(t, s)
	if got := strings.Count(partOf(md, "Your answers"), "**Answered by:** Rosa Example (representative)"); got != 1 {
		t.Errorf("%d answers are told to be of the representative, want 1:\n%s", got, partOf(md, "Your answers"))
	}
	for _, words := range []string{"**Relation to the patient:** daughter", "**What lets them decide:** power of attorney"} {
		if !strings.Contains(partOf(md, "Who was there"), words) {
			t.Errorf("%q is missing:\n%s", words, partOf(md, "Who was there"))
		}
	}
}
