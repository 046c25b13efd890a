package records_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"informed/internal/questionnaire/yamlform"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/session/sessiontest"
	"informed/internal/store"
	"informed/internal/store/sqlstore"
	"informed/questionnaires"
)

// BenchmarkVerify checks 10,000 whole walks through the questionnaire on stem cells, on the disk: chain, list, text, and a
// replay of every entry.
func BenchmarkVerify(b *testing.B) {
	db, err := sqlstore.Open(b.Context(), filepath.Join(b.TempDir(), "private", "records.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	a := &records.Archive{Store: db, Now: sessiontest.Clock()}
	const many = 10_000
	entries := fillStore(b, a, many)
	for b.Loop() {
		for i := range many {
			if f, err := a.Verify(b.Context(), id(i)); err != nil || !f.Read {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(entries), "entries/record")
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/10000-records")
}

func id(i int) string { return fmt.Sprintf("EXAMPLE-%05d", i) }

// fillStore keeps one walk under many ids, and gives its number of entries.
func fillStore(b *testing.B, a *records.Archive, many int) int {
	b.Helper()
	source, err := questionnaires.Files.ReadFile("stem-cell-therapy.yaml")
	if err != nil {
		b.Fatal(err)
	}
	q, found := yamlform.Load("stem-cell-therapy.yaml", source)
	if q == nil {
		b.Fatal(found)
	}
	if err := a.Store.Keep(b.Context(), q.Hash, q.Raw); err != nil {
		b.Fatal(err)
	}
	walked := sessiontest.Start(q)
	if !sessiontest.Finish(rand.New(rand.NewPCG(1, 2)), walked, 1000) {
		b.Fatal("the walk does not end")
	}
	scribe := session.Scribe{Now: a.Now}
	for i := range many {
		head := session.Root(id(i))
		var links []session.Link
		for _, e := range walked.Entries() {
			event := e.Event
			if started, ok := event.(session.Started); ok {
				started.Record = id(i)
				event = started
			}
			head = scribe.Write(head, event).Link
			links = append(links, head)
		}
		r := store.Record{
			ID: id(i), Questionnaire: q.ID, Version: q.Version, Text: q.Hash, Status: session.Complete,
			Started: links[0].At, Updated: head.At, Entries: head.Seq, Head: head.Hash,
		}
		if err := a.Store.Append(b.Context(), r, links); err != nil {
			b.Fatal(err)
		}
	}
	return len(walked.Entries())
}

// BenchmarkConsultations lists and reads 100 open consultations among 10,000 records.
func BenchmarkConsultations(b *testing.B) {
	db, err := sqlstore.Open(b.Context(), filepath.Join(b.TempDir(), "private", "records.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	a := &records.Archive{Store: db, Now: sessiontest.Clock()}
	fillStore(b, a, 10_000)
	for i := range 100 {
		j, err := a.Consult(b.Context(), id(i*100), nadia, nil)
		if err != nil {
			b.Fatal(err)
		}
		closeIt(b, j)
	}
	for b.Loop() {
		if open, err := a.Consultations(b.Context(), 500); err != nil || len(open) != 100 || open[0].Session == nil {
			b.Fatal(len(open), err)
		}
	}
}
