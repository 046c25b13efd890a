package storetest

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"informed/internal/session"
	"informed/internal/store"
)

func claims(t *testing.T, s store.Store) {
	release, err := s.Claim(t.Context(), "A")
	must(t, err)
	if _, err := s.Claim(t.Context(), "A"); !errors.Is(err, store.ErrClaimed) {
		t.Errorf("claimed twice: got %v, want ErrClaimed", err)
	}
	other, err := s.Claim(t.Context(), "B")
	must(t, err)
	must(t, other())
	links := Chain("A", 2, "said")
	must(t, s.Append(t.Context(), Of("A", links), links))
	holds(t, s, Of("A", links), links)
	must(t, release())
	again, err := s.Claim(t.Context(), "A")
	must(t, err)
	must(t, release()) // it was let go already, and is another's now
	if _, err := s.Claim(t.Context(), "A"); !errors.Is(err, store.ErrClaimed) {
		t.Errorf("let go twice by who had it before: got %v, want ErrClaimed", err)
	}
	must(t, again())
	for _, id := range []string{"", "a", "A/B", "../A", ".", "A\x00"} {
		if _, err := s.Claim(t.Context(), id); err == nil {
			t.Errorf("the id %q was claimed", id)
		}
	}
}

// together runs n callers at once and gives their errors.
func together(n int, call func(i int) error) []error {
	errs, ready := make([]error, n), make(chan struct{})
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			<-ready
			errs[i] = call(i)
		})
	}
	close(ready)
	wg.Wait()
	return errs
}

func racesForEntries(t *testing.T, s store.Store) {
	links := Chain("A", 1, "said")
	must(t, s.Append(t.Context(), Of("A", links), links))
	for range 10 {
		errs := together(8, func(i int) error {
			ours := Longer("A", links, 2, fmt.Sprintf("said by %d", i))
			return s.Append(t.Context(), Of("A", ours), ours[len(links):])
		})
		won := 0
		for _, err := range errs {
			switch {
			case err == nil:
				won++
			case !errors.Is(err, store.ErrConflict):
				t.Error(err)
			}
		}
		equal(t, "how many could write the next entry", 1, won)
		links = journal(t, s, "A")
		must(t, session.Verify("A", links))
	}
	holds(t, s, Of("A", links), links)
	equal(t, "how many entries there are", 21, len(links))
}

func writesSideBySide(t *testing.T, s store.Store) {
	for _, err := range together(8, func(i int) error {
		id := fmt.Sprintf("R%d", i)
		links := Chain(id, 10, "said")
		for n := range links {
			if err := s.Append(t.Context(), Of(id, links[:n+1]), links[n:n+1]); err != nil {
				return err
			}
			if _, err := s.Records(t.Context()); err != nil {
				return err
			}
		}
		return nil
	}) {
		must(t, err)
	}
	for i := range 8 {
		id := fmt.Sprintf("R%d", i)
		links := Chain(id, 10, "said")
		holds(t, s, Of(id, links), links)
	}
}

func racesForClaim(t *testing.T, s store.Store) {
	var holders, wins atomic.Int32
	for _, err := range together(8, func(int) error {
		for range 50 {
			release, err := s.Claim(t.Context(), "A")
			if errors.Is(err, store.ErrClaimed) {
				continue
			}
			if err != nil {
				return err
			}
			wins.Add(1)
			if n := holders.Add(1); n != 1 {
				return fmt.Errorf("%d hold the claim at once", n)
			}
			runtime.Gosched()
			holders.Add(-1)
			if err := release(); err != nil {
				return err
			}
		}
		return nil
	}) {
		must(t, err)
	}
	if wins.Load() == 0 {
		t.Error("nobody got the claim")
	}
}

func gaveUp(t *testing.T, s store.Store) {
	links := Chain("A", 2, "said")
	must(t, s.Append(t.Context(), Of("A", links[:1]), links[:1]))
	must(t, s.Keep(t.Context(), "sha256:a", []byte("a")))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, call := range map[string]func() error{
		"append":     func() error { return s.Append(ctx, Of("A", links), links[1:]) },
		"links":      func() error { _, err := s.Links(ctx, "A"); return err },
		"record":     func() error { _, err := s.Record(ctx, "A"); return err },
		"records":    func() error { _, err := s.Records(ctx); return err },
		"unfinished": func() error { _, err := s.Unfinished(ctx, "example", 1); return err },
		"keep":       func() error { return s.Keep(ctx, "sha256:b", []byte("b")) },
		"text":       func() error { _, err := s.Text(ctx, "sha256:a"); return err },
		"purge":      func() error { return s.Purge(ctx, Stone(Of("A", links[:1]))) },
		"tombstones": func() error { _, err := s.Tombstones(ctx); return err },
		"claim":      func() error { _, err := s.Claim(ctx, "A"); return err },
	} {
		if err := call(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v, want context.Canceled", name, err)
		}
	}
	holds(t, s, Of("A", links[:1]), links[:1])
	if _, err := s.Text(t.Context(), "sha256:b"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a text that was given up: got %v, want ErrNotFound", err)
	}
	release, err := s.Claim(t.Context(), "A")
	must(t, err)
	must(t, release())
}

func sharesNothing(t *testing.T, s store.Store) {
	links, given := Chain("A", 1, "said"), []byte("a text")
	must(t, s.Append(t.Context(), Of("A", links), links))
	must(t, s.Keep(t.Context(), "sha256:a", given))
	clear(links[0].Body)
	clear(given)
	clear(journal(t, s, "A")[0].Body)
	clear(text(t, s, "sha256:a"))
	want := Chain("A", 1, "said")
	holds(t, s, Of("A", want), want)
	equal(t, "the text", "a text", string(text(t, s, "sha256:a")))
}
