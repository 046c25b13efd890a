package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"

	"informed/internal/store"
)

// Claim implements [store.Store]: a locked file of the record's name, which the system unlocks when the process ends.
func (s *Store) Claim(ctx context.Context, id string) (release func() error, err error) {
	tried := "claim record " + id
	if err := store.CheckID(id); err != nil {
		return nil, fmt.Errorf("claim: %w", err)
	}
	folder := filepath.Join(filepath.Dir(s.path), "claims")
	if err := makeFolder(folder); err != nil {
		return nil, fmt.Errorf("%s: %w", tried, err)
	}
	name := filepath.Join(folder, id+".lock")
	for ctx.Err() == nil {
		f, err := lock(name)
		switch {
		case err != nil:
			return nil, fmt.Errorf("%s: %w", tried, err)
		case f != nil:
			return sync.OnceValue(func() error { return unlock(f, tried) }), nil
		}
	}
	return nil, fmt.Errorf("%s: %w", tried, ctx.Err())
}

// lock makes and locks a file. It gives nil where whoever had it before took the file away meanwhile: then another may have
// locked a new one, so that this lock is worth nothing.
func lock(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDONLY|os.O_CREATE|syscall.O_NOFOLLOW, 0o600)
	if err != nil {
		return nil, explainSystem("make the claim", err)
	}
	if err := flock(f); err != nil {
		f.Close()
		return nil, err
	}
	same, err := isStill(name, f)
	if err != nil || !same {
		f.Close()
		return nil, err
	}
	return f, nil
}

func flock(f *os.File) error {
	for {
		switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); {
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EWOULDBLOCK):
			return store.ErrClaimed
		case err != nil:
			return explainSystem("lock the claim", err)
		default:
			return nil
		}
	}
}

// isStill reports whether name is the name of f.
func isStill(name string, f *os.File) (bool, error) {
	held, err := f.Stat()
	if err != nil {
		return false, explainSystem("look at the claim", err)
	}
	there, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, explainSystem("look at the claim", err)
	}
	return os.SameFile(held, there), nil
}

// unlock takes the file away while it is locked, and lets go of it. A file that stays is no harm.
func unlock(f *os.File, tried string) error {
	os.Remove(f.Name())
	if err := f.Close(); err != nil {
		return explainSystem(tried, err)
	}
	return nil
}
