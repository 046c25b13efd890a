package sqlstore

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"informed/internal/store"
)

// Whoever opens the file just before it is taken away locks what is no claim any more. Rounds enough for that to happen.
func TestClaimsTakenAwayInBetween(t *testing.T) {
	name := filepath.Join(t.TempDir(), "A.lock")
	var holders, stale atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 3000 {
				f, err := lock(name)
				switch {
				case errors.Is(err, store.ErrClaimed):
					runtime.Gosched()
				case err != nil:
					t.Error(err)
					return
				case f == nil:
					stale.Add(1)
				default:
					if holders.Add(1) != 1 {
						t.Error("two hold the claim at once")
					}
					runtime.Gosched()
					holders.Add(-1)
					if err := unlock(f, "let go"); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	wg.Wait()
	t.Logf("%d locks were worth nothing", stale.Load())
}

func TestClaimIsStillTheFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "A.lock")
	f, err := lock(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, step := range []struct {
		name string
		do   func() error
		want bool
	}{
		{"as it was made", func() error { return nil }, true},
		{"gone", func() error { return os.Remove(name) }, false},
		{"another", func() error { return os.WriteFile(name, nil, 0o600) }, false},
		{"a link to it", func() error { return errors.Join(os.Remove(name), os.Symlink(name+".x", name)) }, false},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		if got, err := isStill(name, f); got != step.want || err != nil {
			t.Errorf("%s: got %v, %v", step.name, got, err)
		}
	}
	if _, err := lock(name); !errors.Is(err, store.ErrPlace) {
		t.Errorf("a link in place of the claim: got %v, want ErrPlace", err)
	}
}
