package plain_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/plain"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store"
)

const talked = `format: informed/v1
id: talked
version: 1.0.0
title: To talk about
sources:
  S-1: {title: An example source, publisher: Nobody, year: 2026, evidence: secondary}
items:
  - id: paid
    type: yes-no
    text: Were you asked to pay?
    check: Whether you pay
    do: Ask what it costs in all.
    counsellor: Ask **who** is paid, and when.
    sources: [S-1]
    outcomes: [{when: "yes", state: warning}]
  - id: claim
    type: quiz
    text: Can one kind of cell treat all?
    check: What cells can do
    counsellor: Say it with one illness as an example.
    options: [{value: any, text: "Yes, any illness"}, {value: unlikely, text: Very unlikely, correct: true}]
    again: {text: "A clinic treats 30 illnesses. What of it?", options: [{value: warning, text: A warning sign, correct: true}, {value: good, text: It is good}]}
  - {id: hope, type: text, private: true, text: "What do you hope for?", check: Your hope}
  - {id: decision, type: decision, text: "Where do you stand?", required: true}
  - {id: name, type: attestation, statement: I went through this., required: true}
`

// patient keeps a record of talked in which a person was asked to pay, did not understand the claim, and agreed.
func patient(t *testing.T, a *records.Archive, id, decision string) {
	t.Helper()
	j, err := a.Begin(t.Context(), compiled(t, talked), session.Begin{Record: id, Language: "en", Mode: "patient"})
	if err != nil {
		t.Fatal(err)
	}
	s := j.Session()
	s.Next()
	s.Answer("paid", questionnaire.Codes("yes"))
	s.Next()
	s.Answer("claim", questionnaire.Codes("any"))
	s.Next()
	s.Answer("claim", questionnaire.Codes("good"))
	s.Next()
	s.Answer("hope", questionnaire.Value{Text: "To walk."})
	s.Flag("hope", true)
	s.Next()
	s.Next()
	s.Answer("decision", questionnaire.Codes(decision))
	s.Next()
	s.Answer("name", questionnaire.Value{Text: "Amina Example"})
	s.Next()
	if err := errors.Join(j.Save(t.Context()), j.Close()); err != nil {
		t.Fatal(err)
	}
}

// deskOf is a counsellor's desk at an archive. What is said to be sealed opens once a key was named.
func deskOf(t *testing.T, a *records.Archive, counsellor session.Party) *records.Desk {
	keyed := false
	return &records.Desk{
		Counsellor:    counsellor,
		Consultations: func(ctx context.Context) ([]records.Consultation, error) { return a.Consultations(ctx, 99) },
		Records: func(ctx context.Context) ([]store.Record, error) {
			list, err := a.List(ctx)
			return slices.DeleteFunc(list, func(r store.Record) bool { return r.Stage == store.Consulting }), err
		},
		Choices: func() []records.Choice {
			return []records.Choice{{ID: "other", Title: "Something else"}, {ID: "talked", Title: "To talk about"}}
		},
		Identify: func(file string) error {
			if keyed = file == "right.key"; !keyed {
				return errors.New("read the key: there is none")
			}
			return nil
		},
		Open: func(ctx context.Context, who session.Party, wish records.Wish) (*records.Journal, error) {
			switch {
			case wish.New && wish.Questionnaire == "other":
				return nil, errors.New("open what is not here")
			case wish.New:
				return a.BeginConsult(ctx, compiled(t, talked), session.Begin{Record: "NEW-1111", Language: "en", Mode: "counsellor"}, who, nil)
			case wish.Pickup != "":
				r, err := a.PickUp(ctx, wish.Pickup)
				if err != nil {
					return nil, err
				}
				wish.Record = r.ID
			case strings.HasPrefix(wish.Record, "SEALED") && !keyed:
				return nil, &app.Fault{Err: fmt.Errorf("open the record: %w", records.ErrSealed), Hint: "name the file"}
			}
			r, err := a.Find(ctx, wish.Record)
			if err != nil {
				return nil, err
			}
			return a.Consult(ctx, r.ID, who, []session.Need{session.IfInterpreted})
		},
	}
}

// counsel holds a consultation at a desk. It gives what was on the paper in the end.
func counsel(t *testing.T, a *records.Archive, desk *records.Desk, lines ...string) (string, plain.Result, error) {
	t.Helper()
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	var paper bytes.Buffer
	result, err := plain.Run(t.Context(), plain.Options{
		In: &typist{lines, &paper}, Out: &paper, Desk: desk, Words: words, Copies: app.Copies{Out: "list.md"},
		Now: func() time.Time { return a.Now().UTC() },
	})
	result.Journal.Close()
	return paper.String(), result, err
}

var nadia = session.Party{Name: "Nadia Example", Title: "nurse", ID: "N-1"}

// talking is what is typed in a consultation from the first question to the last signature.
func talking() []string {
	return []string{
		"", "Nadia Example", "nurse", "", "what", "x", "l", "l talked", "1",
		"1", "?", "n", "They paid a deposit.", "o", "1", "w", "Nothing is paid before the talk.", "1", "o", "1", "",
		"2", "a", "1", "1", "", "", "c", "2", "1", "2", "o", "3", "Dr Example", "2026-12-01", "",
		"3", "o", "2", "z", "", "n", "All went well.", "m", "p", "2", "Amina Example", "1", "5", "Wim Example", "1",
		"s", "1", "1", "Amina Other", "1", "1", "Amina Example", "1", "Wim Example", "1", "", "Nadia Example",
		"2", "a number was wrong", "s", "b", "2", "o", "3", "Dr Other", "", "", "s", "1", "2", "4", "Her hand is hurt", "Amina Example",
		"1", "Wim Example", "3", "3", "1", "Nadia Example", "1", "2",
	}
}

// A whole consultation, as it stands on paper.
func TestCounselTranscripts(t *testing.T) {
	for _, test := range []struct {
		name   string
		who    session.Party
		lines  []string
		end    plain.End
		record string
		events string // the last of the record
	}{
		{"counsel-talk", session.Party{}, talking(), plain.Finished, "TALK-1111", "signed copied"},
		{"counsel-new", nadia, []string{"n", "b", "n", "1", "n", "2", "", "1", "1", "2", "", "", "x", "", "", "k", "3", "", "d", "b", "d", "1", "", "2", "Amina Example", "q", "2"}, plain.Stopped, "NEW-1111", "paused"},
		{"counsel-closed", nadia, []string{"1", "1"}, plain.InputEnded, "TALK-1111", "paused"},
		{"counsel-empty", nadia, nil, plain.InputEnded, "", ""},
		{"counsel-left", nadia, []string{"q"}, plain.Stopped, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			golden, err := filepath.Abs(filepath.Join("testdata", test.name+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			t.Chdir(t.TempDir())
			w := newWeak()
			a := w.archive()
			patient(t, a, "TALK-1111", "agree")
			j, err := a.Consult(t.Context(), "TALK-1111", session.Party{Name: "Omar Example"}, nil)
			if err != nil {
				t.Fatal(err)
			}
			j.Leave(t.Context(), session.Stopped)
			j.Close()
			patient(t, a, "OTHER-222", "decline")
			paper, result, err := counsel(t, a, deskOf(t, a, test.who), test.lines...)
			if err != nil || result.End != test.end {
				t.Errorf("ended with %v, %v, want %v", result.End, err, test.end)
			}
			if test.record != "" {
				if events := strings.Join(w.events(t, test.record), " "); !strings.HasSuffix(events, test.events) {
					t.Errorf("the record has %s", events)
				}
				if _, err := a.Verify(t.Context(), test.record); err != nil {
					t.Error(err)
				}
			}
			if *update {
				if err := os.WriteFile(golden, []byte(paper), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), paper); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// At whatever line the input ends, it is no word of anybody's: the consultation is as it was before that line, and open.
func TestAClosedLineLeavesAConsultationOpen(t *testing.T) {
	t.Chdir(t.TempDir())
	lines := talking()
	for n := range lines {
		w := newWeak()
		a := w.archive()
		patient(t, a, "TALK-1111", "agree")
		j, err := a.Consult(t.Context(), "TALK-1111", session.Party{Name: "Omar Example"}, nil)
		if err != nil {
			t.Fatal(err)
		}
		j.Close()
		_, result, err := counsel(t, a, deskOf(t, a, session.Party{}), lines[:n]...)
		if err != nil || result.End != plain.InputEnded {
			t.Fatalf("after %d lines: %v, %v", n, result.End, err)
		}
		r, err := a.Store.Record(t.Context(), "TALK-1111")
		if err != nil {
			t.Fatal(err)
		}
		last := w.events(t, "TALK-1111")[r.Entries-1]
		if open := result.Journal != nil && r.Stage == store.Consulting; open && last != "paused" {
			t.Errorf("after %d lines the record ends with %s", n, last)
		}
		if _, err := a.Verify(t.Context(), "TALK-1111"); err != nil {
			t.Errorf("after %d lines: %v", n, err)
		}
	}
}

// What was wished for is opened at once, or said not to be.
func TestWhatWasWishedFor(t *testing.T) {
	for _, test := range []struct {
		name  string
		who   session.Party
		wish  records.Wish
		lines []string
		want  string // on the paper, or of the error
		fails bool
	}{
		{"a record", nadia, records.Wish{Record: "talk"}, nil, "3 topics need talk.", false},
		{"a code", nadia, records.Wish{Pickup: records.Pickup("TALK-1111")}, nil, "3 topics need talk.", false},
		{"without a name", session.Party{}, records.Wish{Record: "talk"}, []string{"Nadia Example", "", ""}, "3 topics need talk.", false},
		{"nobody says who they are", session.Party{}, records.Wish{Record: "talk"}, []string{"q"}, "Who counsels?", false},
		{"none", nadia, records.Wish{Record: "none"}, nil, "there is no such record", true},
		{"a bad code", nadia, records.Wish{Pickup: "111-111"}, nil, "it is not a code", true},
		{"sealed", nadia, records.Wish{Record: "SEALED"}, []string{"wrong.key", "right.key"}, "3 topics need talk.", false},
		{"sealed, and no key", nadia, records.Wish{Record: "SEALED"}, []string{"b"}, "the record is sealed", false},
		{"withdrawn", nadia, records.Wish{Record: "BACK"}, nil, "it was withdrawn", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := newWeak().archive()
			for _, id := range []string{"TALK-1111", "SEALED-11", "BACK-1111"} {
				patient(t, a, id, "agree")
			}
			if err := a.Withdraw(t.Context(), "BACK-1111"); err != nil {
				t.Fatal(err)
			}
			desk := deskOf(t, a, test.who)
			desk.Wish = test.wish
			paper, _, err := counsel(t, a, desk, test.lines...)
			switch {
			case (err != nil) != test.fails:
				t.Errorf("got %v", err)
			case test.fails && !strings.Contains(err.Error(), test.want), !test.fails && !strings.Contains(paper, test.want):
				t.Errorf("%q is not in %v:\n%s", test.want, err, paper)
			}
		})
	}
}

// Where a questionnaire has changed, what differs is told, the old with the new, and asked again in a record of its own.
func TestRenewalTranscript(t *testing.T) {
	golden, err := filepath.Abs(filepath.Join("testdata", "counsel-renew.txt"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	a := newWeak().archive()
	patient(t, a, "TALK-1111", "agree")
	desk := deskOf(t, a, nadia)
	desk.Wish = records.Wish{Record: "TALK-1111"}
	text := strings.NewReplacer("1.0.0", "2.0.0", "Were you asked to pay?", "Were you asked to pay more than 1000?", "An example source", "A source").Replace(talked)
	q := compiled(t, text)
	desk.Newer = func(s *session.Session) (records.Newer, bool) {
		return records.Newer{Questionnaire: q, Asks: []string{"paid"}}, s.Questionnaire().Version == "1.0.0"
	}
	desk.Renew = func(ctx context.Context, who session.Party, id string, newer records.Newer) (*records.Journal, error) {
		return a.Renew(ctx, newer.Questionnaire, session.Begin{Record: "NEW-1111", Language: "en", Mode: "counsellor"}, id, newer.Asks, who, nil)
	}
	paper, result, err := counsel(t, a, desk, "what", "1", "", "1", "no", "", "q", "2")
	if err != nil || result.End != plain.Stopped {
		t.Errorf("ended with %v, %v", result.End, err)
	}
	if *update {
		if err := os.WriteFile(golden, []byte(paper), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), paper); diff != "" {
		t.Error(diff)
	}
	for _, lines := range [][]string{{"b"}, {"2", "q", "2"}, {}} {
		if _, _, err := counsel(t, a, desk, lines...); err != nil {
			t.Errorf("%v: %v", lines, err)
		}
		if j, err := a.Consult(t.Context(), "TALK-1111", nadia, nil); err != nil { // nothing stays claimed
			t.Errorf("%v: %v", lines, err)
		} else {
			j.Close()
		}
	}
}

// unworded finds a message that there is not.
var unworded = regexp.MustCompile(`\[[a-z-]+\.[a-z.-]+\]`)

// Whatever is typed, a consultation goes on or stops: every record is whole, and no answer of the patient's is another's.
func TestAnythingTypedInAConsultation(t *testing.T) {
	t.Chdir(t.TempDir())
	words := []string{
		"", "", "", "1", "2", "3", "4", "5", "a", "b", "c", "d", "h", "k", "m", "n", "o", "p", "r", "s", "t", "u", "w", "x", "?", "9", "no",
		"Amina Example", "Nadia Example", "Wim Example", "2026-12-01", "Some words.", `"b"`, "\x1b[2J", "q",
	}
	seen := map[string]bool{}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 6))
		a := newWeak().archive()
		patient(t, a, "TALK-1111", []string{"agree", "decline"}[seed%2])
		desk := deskOf(t, a, nadia)
		desk.Wish = records.Wish{Record: "TALK-1111"}
		if seed%3 == 0 {
			desk.Wish = records.Wish{New: true}
		}
		lines := make([]string, 300)
		for i := range lines {
			lines[i] = words[r.IntN(len(words))]
		}
		paper, result, err := counsel(t, a, desk, lines...)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if missing := unworded.FindString(paper); missing != "" || strings.Contains(strings.ReplaceAll(paper, "> \x1b[2J", ""), "\x1b") {
			t.Errorf("seed %d: a control character, or a message that there is not: %s", seed, missing)
		}
		for _, e := range result.Journal.Session().Entries() {
			seen[e.Kind()] = true
		}
		id := result.Journal.Session().Record().Record
		if _, err := a.Verify(t.Context(), id); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
		for item, mark := range result.Journal.Session().Record().Marks {
			if mark.By != session.Patient && mark.By != session.Representative {
				t.Errorf("seed %d: the answer to %s is of the %s", seed, item, mark.By)
			}
		}
	}
	for _, kind := range []string{"noted", "taught-back", "handed", "present", "gone", "probed", "confirmed", "concluded", "answered", "decided", "signed"} {
		if !seen[kind] {
			t.Errorf("nothing was %s in any of them: the test shows too little", kind)
		}
	}
}
