package records_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"informed/internal/export"
	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/records"
	"informed/internal/region"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/store"
	"informed/internal/store/memory"
	"informed/internal/summary"
)

const example = `format: informed/v1
id: example
version: 1.0.0
title: An example
items:
  - {id: first, type: yes-no, text: "Is it so?", required: true, local: [regulator]}
  - {id: hope, type: text, text: "What do you hope for?"}
  - id: quiz
    type: quiz
    text: Which is right?
    options: [{value: a, text: A, correct: true}, {value: b, text: B, feedback: It is A.}]
  - {id: decision, type: decision, text: "And now?", required: true}
  - {id: name, type: attestation, statement: I went through this., required: true}
`

const place = `format: informed-region/v1
id: xx
name: Exampleland
language: en
facts:
  regulator: [{title: The example regulator, text: It decides., checked: 2020-01-01, evidence: secondary}]
  register-products: [{title: The example register, text: It lists., checked: 2020-01-01, evidence: secondary}]
  register-trials: [{title: The example register, text: It lists., checked: 2020-01-01, evidence: secondary}]
  register-doctors: [{title: The example register, text: It lists., checked: 2020-01-01, evidence: secondary}]
  report: [{title: The example address, text: It listens., checked: 2020-01-01, evidence: secondary}]
  law-treatment: [{title: The example law, text: It holds., checked: 2020-01-01, evidence: secondary}]
  law-consent: [{title: The example law, text: It holds., checked: 2020-01-01, evidence: secondary}]
  law-genes: [{title: The example law, text: It holds., checked: 2020-01-01, evidence: secondary}]
`

func load(t testing.TB, source string) *questionnaire.Questionnaire {
	t.Helper()
	q, found := yamlform.Load("example.yaml", []byte(source))
	if q == nil {
		t.Fatal(found)
	}
	return q
}

func archive() *records.Archive {
	return &records.Archive{Store: memory.New(), Now: sessiontest.Clock(), Role: session.Staff, Actor: "Amina Example"}
}

func begin(t testing.TB, a *records.Archive, id string) *records.Journal {
	t.Helper()
	return beginWith(t, a, id, load(t, example))
}

func beginWith(t testing.TB, a *records.Archive, id string, q *questionnaire.Questionnaire) *records.Journal {
	t.Helper()
	j, err := a.Begin(t.Context(), q, session.Begin{Record: id, Language: "en", Mode: "patient"})
	if err != nil {
		t.Fatal(err)
	}
	j.Session().Next()
	save(t, j)
	return j
}

func TestWhoOnlyLooksInLeavesNoRecord(t *testing.T) {
	a := archive()
	j, err := a.Begin(t.Context(), load(t, example), session.Begin{Record: "NONE", Language: "en", Mode: "patient"})
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Leave(t.Context(), session.Stopped); err != nil || j.Pending() {
		t.Errorf("%v, pending %v", err, j.Pending())
	}
	if list, _ := a.List(t.Context()); len(list) != 0 {
		t.Errorf("kept %v", list)
	}
	j.Session().Next()
	save(t, j)
	if list, _ := a.List(t.Context()); len(list) != 1 {
		t.Errorf("kept %v", list)
	}
}

// finish walks to the end and saves.
func finish(t testing.TB, j *records.Journal) {
	t.Helper()
	if !sessiontest.Finish(rand.New(rand.NewPCG(1, 2)), j.Session(), 50) {
		t.Fatal("the walk does not end")
	}
	save(t, j)
}

func save(t testing.TB, j *records.Journal) {
	t.Helper()
	if err := j.Save(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func closeIt(t testing.TB, j *records.Journal) {
	t.Helper()
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
}

func markdown(t testing.TB, s *session.Session) string {
	t.Helper()
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	return string(export.Markdown(summary.Build(s.Questionnaire(), s.Record(), words), words, export.Options{Private: true}))
}

func TestARecordGoesOnWhereItWasLeft(t *testing.T) {
	for seed := range uint64(40) {
		a := archive()
		r := rand.New(rand.NewPCG(seed, 3))
		j := begin(t, a, "LEFT")
		for range r.IntN(30) {
			sessiontest.Step(r, j.Session())
		}
		left := j.Session().Prompt()
		if j.Session().Record().Status == session.Complete {
			continue
		}
		if err := j.Leave(t.Context(), session.Stopped); err != nil {
			t.Fatal(err)
		}
		closeIt(t, j)
		again, err := a.Resume(t.Context(), "LEFT")
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		same := cmp.Comparer(func(a, b *questionnaire.Condition) bool { return (a == nil) == (b == nil) })
		if diff := cmp.Diff(left, again.Session().Prompt(), same); diff != "" {
			t.Errorf("seed %d (-left +resumed):\n%s", seed, diff)
		}
		last := again.Session().Entries()
		if kind := last[len(last)-1].Kind(); kind != "resumed" || again.Pending() {
			t.Errorf("seed %d: it ends with %s, and pending is %v", seed, kind, again.Pending())
		}
	}
}

// What a record shows is what was shown, byte for byte, whatever became of the questionnaire and the region since.
func TestARecordIsOfTheTextItWasBegunWith(t *testing.T) {
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	where, found := yamlform.DecodeRegion("xx.yaml", []byte(place))
	if where == nil {
		t.Fatal(found)
	}
	a := archive()
	q := region.Localise(load(t, example), where, a.Now(), words)
	j := beginWith(t, a, "KEPT", q)
	finish(t, j)
	want := markdown(t, j.Session())
	if !strings.Contains(want, "The example regulator") {
		t.Fatalf("the facts of the region are missing:\n%s", want)
	}
	closeIt(t, j)
	changed := beginWith(t, a, "NEWER", load(t, strings.Replace(example, "Is it so?", "Is it not so?", 1)))
	closeIt(t, changed)
	view, err := a.Open(t.Context(), "KEPT")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, markdown(t, view.Session)); diff != "" {
		t.Errorf("(-shown +kept):\n%s", diff)
	}
	if _, err := a.Verify(t.Context(), "KEPT"); err != nil {
		t.Error(err)
	}
}

// A program with other rules than those a questionnaire was written by says that it is the program that cannot read it.
func TestATextThatIsNotTakenAnyMore(t *testing.T) {
	a := archive()
	q := *load(t, example)
	q.Raw = []byte(strings.Replace(example, "yes-no", "a-type-of-old", 1))
	q.Hash = fmt.Sprintf("sha256:%x", sha256.Sum256(q.Raw))
	closeIt(t, beginWith(t, a, "OLD", &q))
	_, err := a.Open(t.Context(), "OLD")
	if !errors.Is(err, records.ErrForm) || errors.Is(err, store.ErrDamaged) {
		t.Errorf("opened: %v", err)
	}
	if _, err := a.Verify(t.Context(), "OLD"); !errors.Is(err, records.ErrForm) || errors.Is(err, records.ErrChanged) {
		t.Errorf("checked: %v", err)
	}
}

func TestOnlyOneWritesToARecord(t *testing.T) {
	a := archive()
	j := begin(t, a, "ONE")
	_, err := a.Resume(t.Context(), "ONE")
	if !errors.Is(err, store.ErrClaimed) {
		t.Errorf("resumed twice: %v", err)
	}
	if err := a.Note(t.Context(), "ONE", session.Viewed{}); !errors.Is(err, store.ErrClaimed) {
		t.Errorf("noted beside: %v", err)
	}
	if _, err := a.Purge(t.Context(), store.Record{ID: "ONE"}, "named"); !errors.Is(err, store.ErrClaimed) {
		t.Errorf("purged beside: %v", err)
	}
	if _, ok, err := a.Unfinished(t.Context(), "example"); ok || err != nil {
		t.Errorf("offered beside: %v, %v", ok, err)
	}
	closeIt(t, j)
	if _, err := a.Resume(t.Context(), "ONE"); err != nil {
		t.Error(err)
	}
}

func TestWhatIsOffered(t *testing.T) {
	a := archive()
	for _, id := range []string{"OLD", "LAST"} {
		j := begin(t, a, id)
		j.Session().Answer("first", questionnaire.Codes("yes"))
		save(t, j)
		closeIt(t, j)
	}
	done := begin(t, a, "DONE")
	finish(t, done)
	closeIt(t, done)
	if _, ok, err := a.Unfinished(t.Context(), "another"); ok || err != nil {
		t.Errorf("of another questionnaire: %v, %v", ok, err)
	}
	j, ok, err := a.Unfinished(t.Context(), "example")
	if err != nil || !ok {
		t.Fatalf("%v, %v", ok, err)
	}
	if got := j.Session().Record().Record; got != "LAST" || j.Pending() {
		t.Errorf("offered %s, pending %v", got, j.Pending())
	}
	closeIt(t, j)
	for _, id := range []string{"DONE", "NONE"} {
		if _, err := a.Resume(t.Context(), id); err == nil {
			t.Errorf("%s goes on", id)
		}
	}
}

// failing is a store that refuses to append for a while.
type failing struct {
	store.Store
	err error
}

func (f *failing) Append(ctx context.Context, r store.Record, links []session.Link) error {
	if f.err != nil {
		return f.err
	}
	return f.Store.Append(ctx, r, links)
}

func TestWhatCouldNotBeSavedIsSavedLater(t *testing.T) {
	a := archive()
	f := &failing{Store: a.Store}
	a.Store = f
	j := begin(t, a, "LATER")
	f.err = store.ErrFull
	j.Session().Answer("first", questionnaire.Codes("yes"))
	err := j.Save(t.Context())
	if !errors.Is(err, store.ErrFull) || !j.Pending() {
		t.Fatalf("got %v, pending %v", err, j.Pending())
	}
	f.err = nil
	save(t, j)
	save(t, j)
	if _, err := a.Verify(t.Context(), "LATER"); err != nil || j.Pending() {
		t.Errorf("got %v, pending %v", err, j.Pending())
	}
}

func TestAnEntryThatCouldNotBeSealedIsNotKept(t *testing.T) {
	a := archive()
	a.Seal = func([]byte) []byte { return nil }
	j, err := a.Begin(t.Context(), load(t, example), session.Begin{Record: "OPEN", Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	j.Session().Next()
	if err := j.Save(t.Context()); err == nil {
		t.Fatal("it was kept")
	}
	if list, _ := a.List(t.Context()); len(list) != 0 {
		t.Errorf("kept %v", list)
	}
}

func TestSealedRecords(t *testing.T) {
	turn := func(b []byte) []byte { b = slices.Clone(b); slices.Reverse(b); return b }
	a := archive()
	a.Seal = turn
	j := begin(t, a, "SEALED")
	closeIt(t, j)
	if _, err := a.Open(t.Context(), "SEALED"); !errors.Is(err, records.ErrSealed) {
		t.Errorf("opened without a key: %v", err)
	}
	if _, ok, err := a.Unfinished(t.Context(), "example"); ok || err != nil {
		t.Errorf("offered without a key: %v, %v", ok, err)
	}
	if err := a.Note(t.Context(), "SEALED", session.Viewed{}); err != nil {
		t.Errorf("not noted: %v", err)
	}
	if f, err := a.Verify(t.Context(), "SEALED"); err != nil || f.Read {
		t.Errorf("checked without a key: %v, read %v", err, f.Read)
	}
	a.Unseal = func(b []byte) ([]byte, error) { return turn(b), nil }
	if f, err := a.Verify(t.Context(), "SEALED"); err != nil || !f.Read {
		t.Errorf("checked with the key: %v, read %v", err, f.Read)
	}
	again, err := a.Resume(t.Context(), "SEALED")
	if err != nil {
		t.Fatal(err)
	}
	finish(t, again)
}

func TestWithdrawing(t *testing.T) {
	a := archive()
	j := begin(t, a, "BACK")
	finish(t, j)
	before := j.Session().Record()
	closeIt(t, j)
	if err := a.Withdraw(t.Context(), "BACK"); err != nil {
		t.Fatal(err)
	}
	view, err := a.Open(t.Context(), "BACK")
	if err != nil {
		t.Fatal(err)
	}
	after := view.Session.Record()
	if after.Status != session.Retracted || view.Status != session.Retracted || after.Fingerprint == before.Fingerprint {
		t.Errorf("%+v, listed as %s", after, view.Status)
	}
	if diff := cmp.Diff(before.Response, after.Response); diff != "" {
		t.Errorf("the answers changed:\n%s", diff)
	}
	last := view.Session.Entries()[view.Entries-1]
	if last.Role != session.Staff || last.Actor != "Amina Example" {
		t.Errorf("withdrawn by %s %s", last.Role, last.Actor)
	}
	if _, err := a.Verify(t.Context(), "BACK", before.Fingerprint, after.Fingerprint); err != nil {
		t.Error(err)
	}
	if err := a.Withdraw(t.Context(), "BACK"); err == nil {
		t.Error("withdrawn twice")
	}
	if _, err := a.Resume(t.Context(), "BACK"); err == nil {
		t.Error("a withdrawn record goes on")
	}
}

// late is a store to which someone else writes right before a record is claimed.
type late struct {
	store.Store
	before func()
}

func (l *late) Claim(ctx context.Context, id string) (func() error, error) {
	l.before()
	return l.Store.Claim(ctx, id)
}

func TestARecordIsWithdrawnOnce(t *testing.T) {
	a, other := archive(), archive()
	j := begin(t, a, "BACK")
	finish(t, j)
	closeIt(t, j)
	other.Store = a.Store
	a.Store = &late{a.Store, func() {
		if err := other.Withdraw(t.Context(), "BACK"); err != nil {
			t.Error(err)
		}
	}}
	if err := a.Withdraw(t.Context(), "BACK"); err == nil || !strings.Contains(err.Error(), "already") {
		t.Errorf("withdrawn by two: %v", err)
	}
}

// Between the choice of what is old and the word that it may go, someone may go on with it.
func TestWhatWentOnSinceItWasChosenStays(t *testing.T) {
	a := archive()
	closeIt(t, begin(t, a, "ON"))
	chosen, err := a.Older(t.Context(), a.Now())
	if err != nil || len(chosen) != 1 {
		t.Fatalf("%v, %v", chosen, err)
	}
	j, err := a.Resume(t.Context(), "ON")
	if err != nil {
		t.Fatal(err)
	}
	j.Session().Answer("first", questionnaire.Codes("yes"))
	save(t, j)
	closeIt(t, j)
	if _, err := a.Purge(t.Context(), chosen[0], "older than 2y"); !errors.Is(err, store.ErrConflict) {
		t.Errorf("purged: %v", err)
	}
	if _, err := a.Open(t.Context(), "ON"); err != nil {
		t.Error(err)
	}
}

func TestPurging(t *testing.T) {
	a := archive()
	j := begin(t, a, "GONE")
	closeIt(t, j)
	kept := begin(t, a, "STAYS")
	closeIt(t, kept)
	before, _ := a.Store.Record(t.Context(), "GONE")
	stone, err := a.Purge(t.Context(), before, "named")
	if err != nil {
		t.Fatal(err)
	}
	want := store.Tombstone{Record: "GONE", At: stone.At, By: "Amina Example", Why: "named", Entries: before.Entries, Head: before.Head}
	if diff := cmp.Diff(want, stone); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := a.Open(t.Context(), "GONE"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("opened: %v", err)
	}
	got, gone, err := a.Gone(t.Context(), "GONE")
	if diff := cmp.Diff(stone, got); diff != "" || !gone || err != nil {
		t.Errorf("%v %v %s", gone, err, diff)
	}
	if _, gone, _ := a.Gone(t.Context(), "STAYS"); gone {
		t.Error("what stays is gone")
	}
	if list, _ := a.List(t.Context()); len(list) != 1 || list[0].ID != "STAYS" {
		t.Errorf("left: %v", list)
	}
}

func TestOlder(t *testing.T) {
	a := archive()
	closeIt(t, begin(t, a, "A"))
	b := begin(t, a, "B")
	closeIt(t, b)
	r, _ := a.Store.Record(t.Context(), "B")
	old, err := a.Older(t.Context(), r.Updated)
	if err != nil || len(old) != 1 || old[0].ID != "A" {
		t.Errorf("%v, %v", old, err)
	}
	if old, _ := a.Older(t.Context(), r.Updated.Add(time.Millisecond)); len(old) != 2 {
		t.Errorf("%v", old)
	}
}

func TestFind(t *testing.T) {
	a := archive()
	for _, id := range []string{"7ZQ4-K2M9", "7ZQ5-AAAA", "AB", "ABC", "0XWT-1CRB"} {
		closeIt(t, begin(t, a, id))
	}
	tests := []struct{ typed, want string }{
		{"7ZQ4-K2M9", "7ZQ4-K2M9"}, {"7zq4 k2m9", "7ZQ4-K2M9"}, {"7zq4", "7ZQ4-K2M9"}, {"7ZQ", ""}, {"AB", "AB"}, {"abc", "ABC"}, {"oxwt lcrb", "0XWT-1CRB"}, {"OXWT-I", "0XWT-1CRB"}, {"X", ""}, {"", ""}, {"-", ""},
	}
	for _, test := range tests {
		r, err := a.Find(t.Context(), test.typed)
		if r.ID != test.want || (err == nil) != (test.want != "") {
			t.Errorf("%q: got %q, %v", test.typed, r.ID, err)
		}
	}
}

func TestTheCommandThatGoesOn(t *testing.T) {
	seal := func(b []byte) []byte { return b }
	unseal := func(b []byte) ([]byte, error) { return b, nil }
	tests := []struct {
		name   string
		change func(a *records.Archive)
		want   string
	}{
		{"in the usual place", func(*records.Archive) {}, "informed records resume ID"},
		{"elsewhere", func(a *records.Archive) { a.Flags = "--store /example/records.db" }, "informed records resume ID --store /example/records.db"},
		{"sealed", func(a *records.Archive) { a.Seal = seal }, ""},
		{"sealed, with the key", func(a *records.Archive) { a.Seal, a.Unseal = seal, unseal }, ""},
		{"sealed before, with the key", func(a *records.Archive) { a.Unseal = unseal }, ""},
	}
	for _, test := range tests {
		a := archive()
		test.change(a)
		if got := begin(t, a, "ID").Resume(); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
	if got := records.Unkept(sessiontest.Start(load(t, example))).Resume(); got != "" {
		t.Errorf("kept nowhere: got %q", got)
	}
}
