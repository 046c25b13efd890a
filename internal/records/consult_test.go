package records_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/store"
	"informed/internal/store/sqlstore"
)

var (
	nadia = session.Party{Name: "Nadia Example", Title: "nurse", ID: "N-1"}
	omar  = session.Party{Name: "Omar Example"}
)

// deferred keeps a record whose person went through it alone and decided to wait.
func deferred(t testing.TB, a *records.Archive, id string) {
	t.Helper()
	j := begin(t, a, id)
	s := j.Session()
	s.Answer("first", questionnaire.Codes("yes"))
	s.Next()
	s.Next()
	s.Answer("quiz", questionnaire.Codes("a"))
	s.Next()
	s.Next()
	s.Answer("decision", questionnaire.Codes("defer"))
	s.Next()
	s.Answer("name", questionnaire.Value{Text: "Amina Example"})
	s.Next()
	save(t, j)
	closeIt(t, j)
}

func consult(t testing.TB, a *records.Archive, id string, counsellor session.Party) *records.Journal {
	t.Helper()
	j, err := a.Consult(t.Context(), id, counsellor, []session.Need{session.Always})
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// done fails the test where something was refused.
func done(t testing.TB, p *questionnaire.Problem) {
	t.Helper()
	if p != nil {
		t.Fatalf("refused: %s", p.Code)
	}
}

func kinds(t testing.TB, a *records.Archive, id string) string {
	t.Helper()
	view, err := a.Open(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range view.Session.Entries() {
		list = append(list, e.Kind())
	}
	return strings.Join(list, " ")
}

func kept(t testing.TB, a *records.Archive, id string) store.Record {
	t.Helper()
	r, err := a.Store.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if f, err := a.Verify(t.Context(), id); err != nil || !f.Read {
		t.Fatalf("the record %s does not verify: %v", id, err)
	}
	return r
}

// The list of records says at each step how far the consultation has come, as the journal does.
func TestTheListSaysHowFarAConsultationHasCome(t *testing.T) {
	a := archive()
	deferred(t, a, "A")
	stages := []store.Stage{kept(t, a, "A").Stage}
	step := func() { stages = append(stages, kept(t, a, "A").Stage) }
	j := consult(t, a, "A", nadia)
	step()
	s := j.Session()
	done(t, s.ToSigning())
	done(t, s.Sign(session.Counsellor, nadia.Name, "I was there."))
	save(t, j)
	step()
	done(t, s.Amend("a name was wrong"))
	save(t, j)
	step()
	closeIt(t, j)
	if err := a.Withdraw(t.Context(), "A"); err != nil {
		t.Fatal(err)
	}
	step()
	want := []store.Stage{store.Unconsulted, store.Consulting, store.Signed, store.Consulting, store.Unconsulted}
	if diff := cmp.Diff(want, stages); diff != "" {
		t.Error(diff)
	}
	if r := kept(t, a, "A"); !r.Consulted.After(r.Started) || !r.Consulted.Before(r.Updated) {
		t.Errorf("consulted at %v, of %v to %v", r.Consulted, r.Started, r.Updated)
	}
}

// That a counsellor sat down is kept before anything else, and that they left, too, also from a record that is complete.
func TestOpeningAndLeavingAreEvents(t *testing.T) {
	a := archive()
	deferred(t, a, "A")
	before := kinds(t, a, "A")
	j := consult(t, a, "A", nadia)
	if got := kinds(t, a, "A"); got != before+" consulted shown" {
		t.Errorf("got %s", got)
	}
	if err := j.Leave(t.Context(), session.Stopped); err != nil {
		t.Fatal(err)
	}
	if got := kinds(t, a, "A"); !strings.HasSuffix(got, "consulted shown paused") {
		t.Errorf("got %s", got)
	}
	s := j.Session()
	done(t, s.ToSigning())
	done(t, s.Sign(session.Counsellor, nadia.Name, "I was there."))
	if err := j.Leave(t.Context(), session.Stopped); err != nil || j.Unfinished() {
		t.Errorf("%v, unfinished %v", err, j.Unfinished())
	}
	if got := kinds(t, a, "A"); !strings.HasSuffix(got, "signed") {
		t.Errorf("got %s", got)
	}
}

func TestConsultationsOfEveryKindOfRecord(t *testing.T) {
	a := archive()
	closeIt(t, begin(t, a, "LEFT"))
	deferred(t, a, "DONE")
	for id, want := range map[string]session.Kind{"LEFT": session.Question, "DONE": session.Agenda} {
		j := consult(t, a, id, nadia)
		if got := j.Session().Prompt().Kind; got != want {
			t.Errorf("%s opens at %s, want %s", id, got, want)
		}
		closeIt(t, j)
		j = consult(t, a, id, omar)
		if got := j.Session().Counsellor().Name; got != omar.Name || j.Session().Prompt().Kind != session.Agenda {
			t.Errorf("%s opens again with %s at %s", id, got, j.Session().Prompt().Kind)
		}
		closeIt(t, j)
	}
	j, err := a.BeginConsult(t.Context(), load(t, example), session.Begin{Record: "NEW", Language: "en", Mode: "counsellor"}, nadia, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := kinds(t, a, "NEW"); got != "started shown consulted" || j.Session().Prompt().Kind != session.Welcome {
		t.Errorf("got %s at %s", got, j.Session().Prompt().Kind)
	}
	closeIt(t, j)
}

func TestConsultationsThatAreRefused(t *testing.T) {
	a := archive()
	deferred(t, a, "DONE")
	deferred(t, a, "BACK")
	if err := a.Withdraw(t.Context(), "BACK"); err != nil {
		t.Fatal(err)
	}
	deferred(t, a, "OPEN")
	open := consult(t, a, "OPEN", nadia)
	defer open.Close()
	for _, c := range []struct {
		id   string
		who  session.Party
		want error
		says string
	}{
		{"BACK", nadia, nil, "it was withdrawn"},
		{"OPEN", omar, store.ErrClaimed, ""},
		{"NONE", nadia, store.ErrNotFound, ""},
		{"DONE", session.Party{}, records.ErrUnnamed, ""},
		{"DONE", session.Party{Name: "N", Title: strings.Repeat("long ", 99)}, nil, "too-long"},
	} {
		before := ""
		if c.id != "NONE" && c.id != "OPEN" {
			before = kinds(t, a, c.id)
		}
		_, err := a.Consult(t.Context(), c.id, c.who, nil)
		if c.want != nil && !errors.Is(err, c.want) || err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got %v, want %v %s", c.id, err, c.want, c.says)
		}
		if before != "" && kinds(t, a, c.id) != before {
			t.Errorf("%s: it was changed", c.id)
		}
	}
	if j, err := a.Consult(t.Context(), "DONE", nadia, nil); err != nil { // nothing stays claimed
		t.Error(err)
	} else {
		closeIt(t, j)
	}
}

// Nobody goes on alone with what a counsellor sat down with.
func TestWhatACounsellorSatDownWithGoesOnWithOne(t *testing.T) {
	a := archive()
	closeIt(t, begin(t, a, "A"))
	closeIt(t, consult(t, a, "A", nadia))
	_, err := a.Resume(t.Context(), "A")
	if err == nil || !strings.Contains(err.Error(), "a counsellor sat down with it") {
		t.Errorf("got %v", err)
	}
	if _, ok, err := a.Unfinished(t.Context(), "example"); ok || err != nil {
		t.Errorf("it is offered; %v", err)
	}
	kept(t, a, "A")
	changed := stored(t, a, "A")
	changed.record.Stage = store.Unconsulted
	a.Store = changed
	if _, err := a.Resume(t.Context(), "A"); err == nil || !strings.Contains(err.Error(), "a counsellor sat down with it") {
		t.Errorf("where the list says otherwise: %v", err)
	}
}

func links(t testing.TB, a *records.Archive, id string) []session.Link {
	t.Helper()
	links, err := a.Store.Links(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return links
}

// One desk leaves a consultation and another goes on, with a store of its own on the same file.
func TestAnotherDeskGoesOn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "informed", "records.db")
	desk := func() *records.Archive {
		s, err := sqlstore.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return &records.Archive{Store: s, Now: sessiontest.Clock()}
	}
	one, other := desk(), desk()
	deferred(t, one, "A")
	j := consult(t, one, "A", nadia)
	done(t, j.Session().Note("hope", "Wants to walk."))
	save(t, j)
	if _, err := other.Consult(t.Context(), "A", omar, nil); !errors.Is(err, store.ErrClaimed) {
		t.Errorf("both have it: %v", err)
	}
	open, err := other.Consultations(t.Context(), 9)
	if err != nil || len(open) != 1 || open[0].Session == nil {
		t.Fatalf("the other desk sees %v, %v", open, err)
	}
	if err := j.Leave(t.Context(), session.Stopped); err != nil {
		t.Fatal(err)
	}
	closeIt(t, j)
	j = consult(t, other, "A", omar)
	defer j.Close()
	d := j.Session().Discussion("hope")
	if len(d.Entries) != 1 || d.Entries[0].Actor != nadia.Name {
		t.Errorf("the note of the first desk: %v", d.Entries)
	}
	done(t, j.Session().Note("hope", "Will ask a doctor."))
	save(t, j)
	if got := j.Session().Discussion("hope").Entries[1].Actor; got != omar.Name {
		t.Errorf("the second note is of %s", got)
	}
	kept(t, other, "A")
}

// wax seals bodies so that a test can see it, and unwax reads them.
func wax(body []byte) []byte { return append([]byte("sealed "), body...) }

func unwax(body []byte) ([]byte, error) { return bytes.TrimPrefix(body, []byte("sealed ")), nil }

// What was sealed never goes on in plain, in whatever way it goes on.
func TestSealedRecordsGoOnSealed(t *testing.T) {
	a := archive()
	a.Seal, a.Unseal = wax, unwax
	closeIt(t, begin(t, a, "A"))
	plain := &records.Archive{Store: a.Store, Now: a.Now, Unseal: unwax}
	for name, goOn := range map[string]func() (*records.Journal, error){
		"resume":  func() (*records.Journal, error) { return plain.Resume(t.Context(), "A") },
		"consult": func() (*records.Journal, error) { return plain.Consult(t.Context(), "A", nadia, nil) },
		"renew": func() (*records.Journal, error) {
			return plain.Renew(t.Context(), load(t, example), session.Begin{Record: "B"}, "A", nil, nadia, nil)
		},
	} {
		if _, err := goOn(); !errors.Is(err, records.ErrSealed) || !strings.Contains(err.Error(), "in plain") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, ok, _ := plain.Unfinished(t.Context(), "example"); ok {
		t.Error("it is offered")
	}
	if list, _ := a.List(t.Context()); len(list) != 1 || list[0].Entries != 3 {
		t.Errorf("kept %v", list)
	}
	j := consult(t, a, "A", nadia)
	defer j.Close()
	for _, l := range links(t, a, "A") {
		if !bytes.HasPrefix(l.Body, []byte("sealed ")) {
			t.Errorf("entry %d is in plain", l.Seq)
		}
	}
	blind := &records.Archive{Store: a.Store, Now: a.Now}
	open, err := blind.Consultations(t.Context(), 9)
	if err != nil || len(open) != 1 || open[0].Session != nil || !errors.Is(open[0].Fault, records.ErrSealed) || open[0].Visit() != "" {
		t.Errorf("without a key: %v, %v", open, err)
	}
}

func TestHowAConsultationGoesOn(t *testing.T) {
	a := archive()
	a.Flags = "--store x.db"
	deferred(t, a, "A")
	j := consult(t, a, "A", nadia)
	if got := j.Resume(); got != "informed counsel --record A --store x.db" {
		t.Errorf("got %q", got)
	}
	closeIt(t, j)
	a.Seal = wax
	a.Unseal = unwax
	j = consult(t, a, "A", nadia)
	if got := j.Resume(); got != "informed counsel --record A --store x.db --identity FILE" {
		t.Errorf("sealed: got %q", got)
	}
	closeIt(t, j)
}

func TestRenew(t *testing.T) {
	a := archive()
	deferred(t, a, "OLD")
	before := kinds(t, a, "OLD")
	q := load(t, strings.Replace(example, "1.0.0", "1.1.0", 1))
	j, err := a.Renew(t.Context(), q, session.Begin{Record: "NEW", Language: "en", Mode: "counsellor"}, "OLD", []string{"quiz"}, nadia, nil)
	if err != nil {
		t.Fatal(err)
	}
	closeIt(t, j)
	if got := kinds(t, a, "OLD"); got != before {
		t.Errorf("the old record was changed: %s", got)
	}
	view, err := a.Open(t.Context(), "NEW")
	if err != nil {
		t.Fatal(err)
	}
	said := view.Session.Record()
	if said.Renewed.Record != "OLD" || said.Response.Answers["first"].Codes[0] != "yes" || len(said.Response.Answers["quiz"].Codes) != 0 {
		t.Errorf("got %v, answers %v", said.Renewed, said.Response.Answers)
	}
	if r := kept(t, a, "NEW"); r.Stage != store.Consulting || r.Version != "1.1.0" {
		t.Errorf("got %v", r)
	}
	if err := a.Withdraw(t.Context(), "OLD"); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Renew(t.Context(), q, session.Begin{Record: "THIRD"}, "OLD", nil, nadia, nil); err == nil {
		t.Error("a withdrawn record was renewed")
	}
}

// What all have signed stays signed, whoever looks at it afterwards, and changes by an amendment alone.
func TestAnotherCounsellorUndoesNoSignature(t *testing.T) {
	a := archive()
	deferred(t, a, "A")
	j := consult(t, a, "A", nadia)
	done(t, j.Session().ToSigning())
	done(t, j.Session().Sign(session.Counsellor, nadia.Name, "I was there."))
	save(t, j)
	closeIt(t, j)
	j = consult(t, a, "A", omar)
	defer j.Close()
	if p := j.Session().Note("hope", "Wants to walk."); p == nil || p.Code != "signed" {
		t.Errorf("a note was taken: %v", p)
	}
	if got := kept(t, a, "A").Stage; got != store.Signed {
		t.Errorf("the list says %q", got)
	}
	done(t, j.Session().Amend("a name was wrong"))
	done(t, j.Session().Note("hope", "Wants to walk."))
	save(t, j)
	if missing := j.Session().Unsigned(); len(missing) != 1 || missing[0].Name != omar.Name {
		t.Errorf("must sign: %v", missing)
	}
	kept(t, a, "A")
}
