package records_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/store"
)

// visits gives an archive with a record for each code, called R0 and so on.
func visits(t *testing.T, codes ...string) *records.Archive {
	t.Helper()
	a := archive()
	for i, code := range codes {
		visited(t, a, fmt.Sprint("R", i), code)
	}
	return a
}

func visited(t *testing.T, a *records.Archive, id, code string) {
	t.Helper()
	j, err := a.Begin(t.Context(), load(t, example), session.Begin{Record: id, Language: "en", Mode: "patient", Visit: code})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	j.Session().Next()
	if err := j.Save(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// ids gives the ids of records, sorted.
func ids(list []store.Record) []string {
	var out []string
	for _, r := range list {
		out = append(out, r.ID)
	}
	slices.Sort(out)
	return out
}

func TestVisit(t *testing.T) {
	a := visits(t, "AB1234", "", "AB1235", "AB1234")
	for code, want := range map[string][]string{
		"AB1234": {"R0", "R3"}, " ab-12 34": {"R0", "R3"}, "ab\u20131235": {"R2"}, "AB123": nil, "AB12344": nil,
	} {
		found, err := a.Visit(t.Context(), code)
		if diff := cmp.Diff(want, ids(found)); diff != "" || err != nil {
			t.Errorf("%q: %v\n%s", code, err, diff)
		}
	}
	for _, code := range []string{"", " - "} {
		var fault *app.Fault
		if found, err := a.Visit(t.Context(), code); !errors.As(err, &fault) || len(found) > 0 {
			t.Errorf("no code finds %v, %v", found, err)
		}
	}
}

// With the right key it is found; without, it is told how many could not be read, and what can be is found.
func TestTheVisitOfASealedRecord(t *testing.T) {
	a := visits(t, "AB1234")
	turn := func(body []byte) []byte {
		out := slices.Clone(body)
		for i := range out {
			out[i] ^= 0x80
		}
		return out
	}
	a.Seal = turn
	visited(t, a, "R1", "AB1234")
	visited(t, a, "R2", "CD")
	found, err := a.Visit(t.Context(), "AB1234")
	if !errors.Is(err, records.ErrSealed) || !strings.Contains(err.Error(), "2 of 3 records could not be read") || strings.Contains(err.Error(), "1234") {
		t.Errorf("without a key: %v", err)
	}
	if diff := cmp.Diff([]string{"R0"}, ids(found)); diff != "" {
		t.Error(diff)
	}
	opened := 0
	a.Unseal = func(body []byte) ([]byte, error) {
		opened++
		if bytes.HasPrefix(body, []byte("{")) {
			return body, nil
		}
		return turn(body), nil
	}
	found, err = a.Visit(t.Context(), "AB1234")
	if diff := cmp.Diff([]string{"R0", "R1"}, ids(found)); diff != "" || err != nil || opened != 3 {
		t.Errorf("with the key: %v, %d entries of 3 records were opened\n%s", err, opened, diff)
	}
}

// The code is in the first entry, and in nothing that can be read without opening it.
func TestAVisitIsNotInTheClear(t *testing.T) {
	a := archive()
	a.Seal = func([]byte) []byte { return []byte("sealed") }
	visited(t, a, "R0", "AB1234")
	list, err := a.List(t.Context())
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	links, err := a.Store.Links(t.Context(), "R0")
	if clear := fmt.Sprintf("%+v %+v", list, links); err != nil || strings.Contains(clear, "AB1234") {
		t.Errorf("%v: in the clear stands %s", err, clear)
	}
}
