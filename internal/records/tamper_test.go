package records_test

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store"
)

// rows is a store whose rows someone changed who can write to them.
type rows struct {
	store.Store
	record store.Record
	links  []session.Link
	texts  map[string][]byte
}

func (r *rows) Record(context.Context, string) (store.Record, error)  { return r.record, nil }
func (r *rows) Links(context.Context, string) ([]session.Link, error) { return r.links, nil }
func (r *rows) Text(_ context.Context, hash string) ([]byte, error) {
	text, ok := r.texts[hash]
	if !ok {
		return nil, store.ErrNotFound
	}
	return text, nil
}

// walked gives the rows of a record of 20 entries.
func walked(t testing.TB, id, option string) *rows {
	t.Helper()
	a := archive()
	q := load(t, example)
	j := beginWith(t, a, id, q)
	s := j.Session()
	s.Answer("first", questionnaire.Codes(option))
	s.Next()
	s.Answer("hope", questionnaire.Value{Text: "To walk."})
	s.Next()
	s.Answer("quiz", questionnaire.Codes("b"))
	s.Next()
	s.Answer("quiz", questionnaire.Codes("a"))
	s.Next()
	s.Next()
	s.Answer("decision", questionnaire.Codes("defer"))
	s.Next()
	s.Answer("name", questionnaire.Value{Text: "Amina Example"})
	s.Next()
	save(t, j)
	if n := len(s.Entries()); n != 20 {
		t.Fatalf("%d entries, want 20", n)
	}
	return stored(t, a, id)
}

func stored(t testing.TB, a *records.Archive, id string) *rows {
	t.Helper()
	r, err := a.Store.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	links, err := a.Store.Links(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	text, err := a.Store.Text(t.Context(), r.Text)
	if err != nil {
		t.Fatal(err)
	}
	return &rows{Store: a.Store, record: r, links: links, texts: map[string][]byte{r.Text: text}}
}

func (r *rows) clone() *rows {
	c := *r
	c.links = slices.Clone(r.links)
	for i := range c.links {
		c.links[i].Body = slices.Clone(c.links[i].Body)
	}
	c.texts = maps.Clone(r.texts)
	return &c
}

// relist makes the line in the list fit the links.
func (r *rows) relist() {
	last := r.links[len(r.links)-1]
	r.record.Entries, r.record.Head, r.record.Updated = last.Seq, last.Hash, last.At
}

// rehash makes the chain fit again from the link at i on.
func (r *rows) rehash(i int) {
	for ; i < len(r.links); i++ {
		r.links[i].Seq = i + 1
		r.links[i].Prev = session.Root(r.record.ID).Hash
		if i > 0 {
			r.links[i].Prev = r.links[i-1].Hash
		}
		r.links[i].Hash = r.links[i].Sum()
	}
	r.relist()
}

func (r *rows) replace(i int, old, new string) {
	r.links[i].Body = []byte(strings.Replace(string(r.links[i].Body), old, new, 1))
}

func TestTampering(t *testing.T) {
	whole := walked(t, "WHOLE", "yes")
	other := walked(t, "OTHER", "no")
	answer := slices.IndexFunc(whole.links, func(l session.Link) bool { return strings.Contains(string(l.Body), `"answered"`) })
	head := whole.record.Head // as it stands on a copy that was given away
	fingerprint := whole.links[18].Hash
	tests := []struct {
		name   string
		change func(r *rows)
		alone  string // what is found without anything from elsewhere, "" for nothing
		beside string // what is found beside a copy, where alone is nothing
	}{
		{"delete the first", func(r *rows) { r.links = r.links[1:] }, "entry 1", ""},
		{"delete one in the middle", func(r *rows) { r.links = slices.Delete(r.links, 9, 10) }, "entry 10", ""},
		{"delete the last", func(r *rows) { r.links = r.links[:19] }, "should have 20", ""},
		{"delete all", func(r *rows) { r.links = nil }, "should have 20", ""},
		{"swap two", func(r *rows) { r.links[5], r.links[6] = r.links[6], r.links[5] }, "entry 6", ""},
		{"edit an answer", func(r *rows) { r.replace(answer, "yes", "no") }, "entry 4", ""},
		{"edit an answer and its hash", func(r *rows) { r.replace(answer, "yes", "no"); r.links[answer].Hash = r.links[answer].Sum() }, "entry 5", ""},
		{"edit a time", func(r *rows) { r.links[7].At = r.links[7].At.Add(time.Hour) }, "entry 8", ""},
		{"one twice", func(r *rows) { r.links = slices.Insert(r.links, 8, r.links[7]) }, "entry 9", ""},
		{"splice two journals", func(r *rows) { r.links = slices.Concat(r.links[:10], other.links[10:]) }, "entry 11", ""},
		{"the journal of another record", func(r *rows) { r.links = other.links; r.relist() }, "entry 1", ""},
		{"one added that does not follow", func(r *rows) { r.links = append(r.links, other.links[19]); r.record.Entries++ }, "entry 21", ""},
		{"an entry that is none", func(r *rows) { r.replace(19, `"shown"`, `"guessed"`); r.rehash(19) }, "entry 20", ""},
		{"the text changed", func(r *rows) {
			r.texts[r.record.Text] = []byte(strings.Replace(example, "Is it so?", "Is it fine?", 1))
		}, "a text was changed", ""},
		{"the text gone", func(r *rows) { r.texts = nil }, "its questionnaire", ""},
		{"another questionnaire", func(r *rows) {
			q := load(t, strings.Replace(example, "Is it so?", "Is it fine?", 1))
			r.texts[q.Hash], r.record.Text = q.Raw, q.Hash
		}, "another questionnaire", ""},
		{"the stage in the list", func(r *rows) { r.record.Stage = store.Signed }, "something else of its consultation", ""},
		{"a consultation in the list", func(r *rows) { r.record.Consulted = r.record.Started }, "something else of its consultation", ""},
		{"the status in the list", func(r *rows) { r.record.Status = "\x1b[31mwithdrawn" }, "does not say that it is completed", ""},
		{"the start in the list", func(r *rows) { r.record.Started = r.record.Started.Add(-time.Hour) }, "another time", ""},
		{"the last change in the list", func(r *rows) { r.record.Updated = r.record.Updated.AddDate(-3, 0, 0) }, "another time", ""},
		{"the questionnaire in the list", func(r *rows) { r.record.Questionnaire = "another" }, "another questionnaire", ""},
		{"the version in the list", func(r *rows) { r.record.Version = "9.0.0" }, "another questionnaire", ""},
		{"the head in the list", func(r *rows) { r.record.Head = r.links[3].Hash }, "entry 20", ""},
		{"cut off, and the list made to fit", func(r *rows) { r.links = r.links[:17]; r.relist(); r.record.Status = session.InProgress }, "", "no entry with the fingerprint"},
		{"rolled back", func(r *rows) { r.links = r.links[:12]; r.relist(); r.record.Status = session.InProgress }, "", "no entry with the fingerprint"},
		{"made anew with another answer", func(r *rows) { r.replace(answer, "yes", "no"); r.rehash(answer) }, "", "no entry with the fingerprint"},
	}
	check := func(r *rows, heads ...string) error {
		a := archive()
		a.Store = r
		_, err := a.Verify(t.Context(), "WHOLE", heads...)
		return err
	}
	if err := check(whole, head, fingerprint); err != nil {
		t.Fatalf("untouched: %v", err)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := whole.clone()
			test.change(r)
			err := check(r)
			if test.alone == "" {
				if err != nil {
					t.Errorf("found without anything from elsewhere, and the documentation says that it cannot be: %v", err)
				}
				err, test.alone = check(r, fingerprint), test.beside
			}
			if !errors.Is(err, records.ErrChanged) || !strings.Contains(err.Error(), test.alone) {
				t.Errorf("got %v, want %q", err, test.alone)
			}
		})
	}
}

// unread is a store that cannot give the entries.
type unread struct {
	*rows
	err error
}

func (u *unread) Links(context.Context, string) ([]session.Link, error) { return nil, u.err }

// Entries that the store finds damaged are no longer as they were made; a disk that does not answer tells nothing of them.
func TestEntriesThatCannotBeRead(t *testing.T) {
	for _, test := range []struct {
		err     error
		changed bool
	}{{store.ErrDamaged, true}, {store.ErrFailing, false}, {store.ErrBusy, false}} {
		a := archive()
		a.Store = &unread{walked(t, "WHOLE", "yes"), test.err}
		_, err := a.Verify(t.Context(), "WHOLE")
		if !errors.Is(err, test.err) || errors.Is(err, records.ErrChanged) != test.changed {
			t.Errorf("%v: got %v", test.err, err)
		}
	}
}

// What was finished or taken back stays so, also where the list of records calls it unfinished.
func TestWhatTheListSaysDoesNotReopenARecord(t *testing.T) {
	r := walked(t, "WHOLE", "yes")
	r.record.Status = session.InProgress
	a := archive()
	r.Store, a.Store = a.Store, r
	if _, err := a.Resume(t.Context(), "WHOLE"); err == nil || !strings.Contains(err.Error(), "completed") {
		t.Errorf("got %v", err)
	}
}

// Whoever forges an entry at the end cannot hide that the record is another than the one on the copy.
func TestAForgedEndChangesTheFingerprint(t *testing.T) {
	r := walked(t, "WHOLE", "yes")
	forger := session.Scribe{Now: time.Now}
	e := forger.Write(r.links[19], session.Answered{Item: "first", Old: questionnaire.Codes("yes"), New: questionnaire.Codes("no")})
	before := check(t, r)
	r.links = append(r.links, e.Link)
	r.relist()
	r.record.Status = session.InProgress
	if after := check(t, r); after.Fingerprint == before.Fingerprint || after.Fingerprint == "" {
		t.Errorf("the fingerprint is %q still", after.Fingerprint)
	}
}

func check(t *testing.T, r *rows) records.Finding {
	t.Helper()
	a := archive()
	a.Store = r
	f, err := a.Verify(t.Context(), "WHOLE")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Every single bit of the 20 entries counts: of the bodies, the hashes, the numbers and the times.
func TestEveryBitCounts(t *testing.T) {
	r := walked(t, "WHOLE", "yes")
	flips, missed := 0, 0
	for i := range r.links {
		try := func(flip func(l *session.Link)) {
			was := r.links[i]
			r.links[i].Body = slices.Clone(was.Body)
			flip(&r.links[i])
			flips++
			if session.Verify("WHOLE", r.links) == nil {
				missed++
			}
			r.links[i] = was
		}
		for bit := range 8 * len(r.links[i].Body) {
			try(func(l *session.Link) { l.Body[bit/8] ^= 1 << (bit % 8) })
		}
		for bit := range 8 * len(r.links[i].Hash) {
			try(func(l *session.Link) { l.Hash = flipped(l.Hash, bit) })
		}
		for bit := range 8 * len(r.links[i].Prev) {
			try(func(l *session.Link) { l.Prev = flipped(l.Prev, bit) })
		}
		for bit := range 62 {
			try(func(l *session.Link) { l.Seq ^= 1 << bit })
		}
		for bit := range 42 {
			try(func(l *session.Link) { l.At = time.UnixMilli(l.At.UnixMilli() ^ 1<<bit).UTC() })
		}
	}
	if missed > 0 {
		t.Errorf("%d of %d changed bits were missed", missed, flips)
	}
	t.Logf("%d changed bits", flips)
	if session.Verify("WHOLE", r.links) != nil {
		t.Error("the untouched journal does not verify: the test shows nothing")
	}
}

func flipped(s string, bit int) string {
	b := []byte(s)
	b[bit/8] ^= 1 << (bit % 8)
	return string(b)
}
