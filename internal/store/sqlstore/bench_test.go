package sqlstore

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/store/storetest"
)

// clock notes how long each round of a benchmark took.
type clock []time.Duration

func (c *clock) time(b *testing.B, work func() error) {
	begun := time.Now()
	if err := work(); err != nil {
		b.Fatal(err)
	}
	*c = append(*c, time.Since(begun))
}

func (c clock) report(b *testing.B) {
	slices.Sort(c)
	for _, at := range []struct {
		name string
		part float64
	}{{"p50", .5}, {"p99", .99}, {"max", 1}} {
		b.ReportMetric(float64(c[min(int(at.part*float64(len(c))), len(c)-1)].Microseconds())/1000, at.name+"-ms")
	}
}

// What the disk itself takes for as many bytes, to compare with: a busy machine shows in both.
func BenchmarkSyncAlone(b *testing.B) {
	f, err := os.Create(filepath.Join(b.TempDir(), "file"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	pages := make([]byte, 5*4096)
	var c clock
	for n := 0; b.Loop(); n++ {
		c.time(b, func() error {
			_, err := f.WriteAt(pages, int64(n%200*len(pages)))
			return errors.Join(err, f.Sync())
		})
	}
	c.report(b)
}

// An answer is some three entries: shown, answered, shown. It is durable when Append returns.
func BenchmarkAnswerDurable(b *testing.B) {
	s := fresh(b)
	var links []session.Link
	var c clock
	for n := 0; b.Loop(); n++ {
		if n%40 == 0 {
			links = nil // the next person
		}
		id, kept := fmt.Sprintf("R%d", n/40), len(links)
		links = storetest.Longer(id, links, 3, "an answer of some length, as people give them, with what was asked and how long it took; and its other half")
		r := storetest.Of(id, links)
		c.time(b, func() error { return s.Append(b.Context(), r, links[kept:]) })
	}
	c.report(b)
}

// many makes a file of 10,000 records of 20 entries each; a real record has about five times as many.
func many(b *testing.B) (path string) {
	path = filepath.Join(b.TempDir(), "informed", "records.db")
	s := reopen(b, path)
	for _, setting := range []string{`PRAGMA synchronous = OFF`, `PRAGMA wal_autocheckpoint = 100000`} { // for this filling alone
		if _, err := s.db.Exec(setting); err != nil {
			b.Fatal(err)
		}
	}
	for n := range 10_000 {
		id := fmt.Sprintf("R%d", n)
		links := storetest.Chain(id, 20, "an answer of some length, as people give them, with what was asked and how long it took")
		r := storetest.Of(id, links)
		if n%100 == 0 {
			r.Stage, r.Consulted = store.Consulting, r.Started
		}
		if err := s.Append(b.Context(), r, links); err != nil {
			b.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func BenchmarkTenThousandRecords(b *testing.B) {
	path := many(b)
	b.Run("open and list", func(b *testing.B) {
		var c clock
		for b.Loop() {
			c.time(b, func() error {
				s, err := Open(b.Context(), path)
				if err != nil {
					return err
				}
				defer s.Close()
				records, err := s.Records(b.Context())
				if err == nil && len(records) != 10_000 {
					err = fmt.Errorf("got %d records", len(records))
				}
				return err
			})
		}
		c.report(b)
	})
	b.Run("open consultations", func(b *testing.B) {
		s := reopen(b, path)
		for b.Loop() {
			if list, err := s.Consultations(b.Context(), 1000); err != nil || len(list) != 100 {
				b.Fatal(len(list), err)
			}
		}
	})
	b.Run("read and verify", func(b *testing.B) {
		s := reopen(b, path)
		for n := 0; b.Loop(); n++ {
			id := fmt.Sprintf("R%d", n%10_000)
			links, err := s.Links(b.Context(), id)
			if err == nil {
				err = session.Verify(id, links)
			}
			if err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("health", func(b *testing.B) {
		s := reopen(b, path)
		for b.Loop() {
			if h, err := s.Health(b.Context()); err != nil || !h.Sound() {
				b.Fatal(h, err)
			}
		}
	})
	b.Run("purge", func(b *testing.B) {
		s := reopen(b, path)
		var c clock
		for n := 0; b.Loop() && n < 10_000; n++ {
			r, err := s.Record(b.Context(), fmt.Sprintf("R%d", n))
			if err != nil {
				b.Fatal(err)
			}
			c.time(b, func() error { return s.Purge(b.Context(), storetest.Stone(r)) })
		}
		c.report(b)
	})
}

func BenchmarkOpen(b *testing.B) {
	open := func(b *testing.B, path func() string) {
		var c clock
		for b.Loop() {
			var s store.Store
			path := path()
			c.time(b, func() (err error) {
				s, err = Open(b.Context(), path)
				return err
			})
			s.Close()
		}
		c.report(b)
	}
	b.Run("new file", func(b *testing.B) {
		folder, n := b.TempDir(), 0
		open(b, func() string { n++; return filepath.Join(folder, fmt.Sprint(n), "records.db") })
	})
	b.Run("file of a hundred entries", func(b *testing.B) {
		path, _ := filled(b, "A", 100)
		open(b, func() string { return path })
	})
}
