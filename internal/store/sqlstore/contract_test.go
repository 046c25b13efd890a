package sqlstore

import (
	"path/filepath"
	"testing"

	"informed/internal/store"
	"informed/internal/store/storetest"
)

// fresh opens a new file of records for the length of a test.
func fresh(t testing.TB) *Store {
	t.Helper()
	return reopen(t, filepath.Join(t.TempDir(), "informed", "records.db"))
}

// reopen opens a file of records for the length of a test.
func reopen(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return fresh(t) })
}
