// Package storetest holds what every [store.Store] must do, as tests that each of them runs. It is for tests alone.
package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/session"
	"informed/internal/store"
)

// Run puts a Store through the whole contract. open gives an empty one that lasts as long as the test does.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, store.Store)
	}{
		{"append", appends},
		{"append in parts", appendsInParts},
		{"refuse what does not go on", refusesConflicts},
		{"refuse what no store keeps", refusesBroken},
		{"the same links again", takesAgain},
		{"leave no part behind", leavesNothing},
		{"order of records", lists},
		{"unfinished records", unfinished},
		{"open consultations", consultations},
		{"texts", texts},
		{"purge", purges},
		{"refuse to purge", refusesPurge},
		{"never raise the dead", staysPurged},
		{"claim", claims},
		{"many writers, one record", racesForEntries},
		{"many writers, many records", writesSideBySide},
		{"race for a claim", racesForClaim},
		{"callers who gave up", gaveUp},
		{"nobody shares memory", sharesNothing},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
}

// equal fails the test where got is not what was wanted.
func equal(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// must fails the test at once.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func records(t *testing.T, s store.Store) []store.Record {
	t.Helper()
	list, err := s.Records(t.Context())
	must(t, err)
	return list
}

func journal(t *testing.T, s store.Store, id string) []session.Link {
	t.Helper()
	links, err := s.Links(t.Context(), id)
	must(t, err)
	return links
}

func tombstones(t *testing.T, s store.Store) []store.Tombstone {
	t.Helper()
	list, err := s.Tombstones(t.Context())
	must(t, err)
	return list
}

func text(t *testing.T, s store.Store, hash string) []byte {
	t.Helper()
	kept, err := s.Text(t.Context(), hash)
	must(t, err)
	return kept
}
