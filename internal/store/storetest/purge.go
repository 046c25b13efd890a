package storetest

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"informed/internal/store"
)

func texts(t *testing.T, s store.Store) {
	if _, err := s.Text(t.Context(), "sha256:a"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a text that was never kept: got %v, want ErrNotFound", err)
	}
	long := append([]byte("a: \x00\xff\r\n"), bytes.Repeat([]byte("long "), 1<<18)...)
	for hash, want := range map[string][]byte{"sha256:a": long, "sha256:b": []byte("b"), "sha256:empty": {}, "sha256:none": nil} {
		must(t, s.Keep(t.Context(), hash, want))
		must(t, s.Keep(t.Context(), hash, bytes.Clone(want)))
		got, err := s.Text(t.Context(), hash)
		must(t, err)
		equal(t, "the text "+hash, string(want), string(got))
	}
	if err := s.Keep(t.Context(), "sha256:b", []byte("c")); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("another text of the same hash: got %v, want ErrDamaged", err)
	}
	equal(t, "the text that was first", "b", string(text(t, s, "sha256:b")))
}

func purges(t *testing.T, s store.Store) {
	must(t, s.Keep(t.Context(), "sha256:text", []byte("a text")))
	var stones []store.Tombstone
	for i, id := range []string{"A", "B", "C"} {
		links := Chain(id, 3, "said")
		must(t, s.Append(t.Context(), Of(id, links), links))
		stone := Stone(Of(id, links))
		stone.At = stone.At.Add(-time.Duration(i) * time.Minute)
		stones = append(stones, stone)
	}
	must(t, s.Purge(t.Context(), stones[0]))
	must(t, s.Purge(t.Context(), stones[2]))
	lacks(t, s, "A")
	lacks(t, s, "C")
	links := Chain("B", 3, "said")
	holds(t, s, Of("B", links), links)
	equal(t, "the records", []store.Record{Of("B", links)}, records(t, s))
	equal(t, "the tombstones", []store.Tombstone{stones[2], stones[0]}, tombstones(t, s))
	equal(t, "the text", "a text", string(text(t, s, "sha256:text")))
}

func refusesPurge(t *testing.T, s store.Store) {
	links := Chain("A", 3, "said")
	r := Of("A", links)
	must(t, s.Append(t.Context(), r, links))
	other := r
	other.ID = "B"
	if err := s.Purge(t.Context(), Stone(other)); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a record that is not there: got %v, want ErrNotFound", err)
	}
	shorter := r
	shorter.Entries--
	for name, r := range map[string]store.Record{
		"is longer":    shorter,
		"went on":      Of("A", links[:2]),
		"is another":   Of("A", Chain("A", 3, "said by another")),
		"is not there": Of("A", Longer("A", links, 1, "said")),
	} {
		if err := s.Purge(t.Context(), Stone(r)); !errors.Is(err, store.ErrConflict) {
			t.Errorf("a record that %s: got %v, want ErrConflict", name, err)
		}
	}
	holds(t, s, r, links)
	equal(t, "the tombstones", 0, len(tombstones(t, s)))
}

func staysPurged(t *testing.T, s store.Store) {
	links := Chain("A", 4, "said")
	must(t, s.Append(t.Context(), Of("A", links[:3]), links[:3]))
	stone := Stone(Of("A", links[:3]))
	must(t, s.Purge(t.Context(), stone))
	for name, part := range map[string][2]int{"all of it": {0, 3}, "more of it": {3, 4}, "all and more": {0, 4}} {
		part := links[part[0]:part[1]]
		if err := s.Append(t.Context(), Of("A", part), part); !errors.Is(err, store.ErrConflict) {
			t.Errorf("%s: got %v, want ErrConflict", name, err)
		}
	}
	if err := s.Purge(t.Context(), stone); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("purged twice: got %v, want ErrNotFound", err)
	}
	lacks(t, s, "A")
	equal(t, "the tombstones", []store.Tombstone{stone}, tombstones(t, s))
}
