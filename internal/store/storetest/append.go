package storetest

import (
	"errors"
	"slices"
	"testing"
	"time"

	"informed/internal/session"
	"informed/internal/store"
)

// holds checks that a record is in s exactly as it should be.
func holds(t *testing.T, s store.Store, want store.Record, links []session.Link) {
	t.Helper()
	got, err := s.Record(t.Context(), want.ID)
	must(t, err)
	equal(t, "the record", want, got)
	kept, err := s.Links(t.Context(), want.ID)
	must(t, err)
	equal(t, "its links", links, kept)
	must(t, session.Verify(want.ID, kept))
}

// lacks checks that there is nothing of a record in s.
func lacks(t *testing.T, s store.Store, id string) {
	t.Helper()
	if _, err := s.Record(t.Context(), id); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the record %s: got %v, want ErrNotFound", id, err)
	}
	if _, err := s.Links(t.Context(), id); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the links of %s: got %v, want ErrNotFound", id, err)
	}
}

func appends(t *testing.T, s store.Store) {
	lacks(t, s, "A")
	links := Chain("A", 5, "said")
	r := Of("A", links)
	must(t, s.Append(t.Context(), r, links))
	holds(t, s, r, links)
	lacks(t, s, "B")
}

func appendsInParts(t *testing.T, s store.Store) {
	links := Chain("A", 9, "said")
	for _, cut := range [][2]int{{0, 2}, {2, 3}, {3, 9}} {
		r := Of("A", links[:cut[1]])
		if cut[1] == 9 {
			r.Status = session.Complete
		}
		must(t, s.Append(t.Context(), r, links[cut[0]:cut[1]]))
		holds(t, s, r, links[:cut[1]])
	}
}

func refusesConflicts(t *testing.T, s store.Store) {
	ours := Chain("A", 3, "said")
	other := Longer("A", ours[:2], 3, "said by another")
	late := Longer("A", ours, 3, "said later")
	elsewhere := Chain("A", 4, "said elsewhere")
	must(t, s.Append(t.Context(), Of("A", ours), ours))
	for name, links := range map[string][]session.Link{
		"another third entry":           other[2:],
		"another end, after the same":   other,
		"a fifth after the third":       late[4:],
		"a fourth of another journal":   elsewhere[3:],
		"a record of that id once more": elsewhere,
	} {
		if err := s.Append(t.Context(), Of("A", links), links); !errors.Is(err, store.ErrConflict) {
			t.Errorf("%s: got %v, want ErrConflict", name, err)
		}
	}
	if err := s.Append(t.Context(), Of("NEW", late), late[3:]); !errors.Is(err, store.ErrConflict) {
		t.Errorf("a record that begins with its fourth entry: got %v, want ErrConflict", err)
	}
	holds(t, s, Of("A", ours), ours)
	lacks(t, s, "NEW")
}

func refusesBroken(t *testing.T, s store.Store) {
	changed := func(change func(r *store.Record, links []session.Link)) func() (store.Record, []session.Link) {
		return func() (store.Record, []session.Link) {
			links := Chain("A", 3, "said")
			r := Of("A", links)
			change(&r, links)
			return r, links
		}
	}
	alone := func(change func(l *session.Link)) func() (store.Record, []session.Link) {
		return func() (store.Record, []session.Link) {
			l := Chain("A", 1, "said")
			change(&l[0])
			l[0].Hash = l[0].Sum()
			return Of("A", l), l
		}
	}
	for name, make := range map[string]func() (store.Record, []session.Link){
		"none":            func() (store.Record, []session.Link) { return Of("A", Chain("A", 1, "said")), nil },
		"of another":      func() (store.Record, []session.Link) { l := Chain("B", 3, "said"); return Of("A", l), l },
		"a changed body":  changed(func(_ *store.Record, l []session.Link) { l[1].Body = []byte("changed") }),
		"a changed time":  changed(func(_ *store.Record, l []session.Link) { l[1].At = l[1].At.Add(time.Millisecond) }),
		"too fine a time": alone(func(l *session.Link) { l.At = l.At.Add(time.Microsecond) }),
		"swapped":         changed(func(_ *store.Record, l []session.Link) { l[1], l[2] = l[2], l[1] }),
		"an entry zero":   alone(func(l *session.Link) { l.Seq = 0 }),
		"no body":         alone(func(l *session.Link) { l.Body = nil }),
		"an empty body":   alone(func(l *session.Link) { l.Body = []byte{} }),
		"a wrong head":    changed(func(r *store.Record, l []session.Link) { r.Head = l[1].Hash }),
		"a wrong length":  changed(func(r *store.Record, l []session.Link) { r.Entries = 2 }),
		"a gap": func() (store.Record, []session.Link) {
			l := Chain("A", 3, "said")
			return Of("A", l), []session.Link{l[0], l[2]}
		},
		"a wrong first": alone(func(l *session.Link) { l.Prev = "something" }),
		"an entry twice": func() (store.Record, []session.Link) {
			l := Chain("A", 2, "said")
			return Of("A", l), []session.Link{l[0], l[0], l[1]}
		},
		"the last is none": changed(func(r *store.Record, l []session.Link) { l[2] = session.Link{}; *r = Of("A", l) }),
	} {
		r, links := make()
		if err := s.Append(t.Context(), r, links); !errors.Is(err, session.ErrChain) {
			t.Errorf("%s: got %v, want ErrChain", name, err)
		}
	}
	for _, id := range []string{"", "a", "A/B", "../A", "Ä", "A\n", "12345678901234567890123456789012345678901234567890123456789012345"} {
		links := Chain(id, 1, "said")
		if err := s.Append(t.Context(), Of(id, links), links); err == nil {
			t.Errorf("the id %q was taken", id)
		}
	}
	equal(t, "all records", 0, len(records(t, s)))
}

func takesAgain(t *testing.T, s store.Store) {
	links := Chain("A", 6, "said")
	r := Of("A", links[:4])
	must(t, s.Append(t.Context(), r, links[:4]))
	for _, cut := range [][2]int{{0, 4}, {2, 4}, {0, 2}, {3, 4}} {
		part := links[cut[0]:cut[1]]
		again := Of("A", part)
		again.Status = session.Complete // what is there already is not described anew
		must(t, s.Append(t.Context(), again, part))
		holds(t, s, r, links[:4])
	}
	r = Of("A", links)
	must(t, s.Append(t.Context(), r, links[2:]))
	holds(t, s, r, links)
}

func leavesNothing(t *testing.T, s store.Store) {
	links := Chain("A", 5, "said")
	must(t, s.Append(t.Context(), Of("A", links[:2]), links[:2]))
	bad := append([]session.Link{}, links[2:]...)
	bad[2].Body = []byte("changed")
	if s.Append(t.Context(), Of("A", links), bad) == nil {
		t.Error("a broken entry was kept")
	}
	holds(t, s, Of("A", links[:2]), links[:2])
}

func lists(t *testing.T, s store.Store) {
	equal(t, "no records", 0, len(records(t, s)))
	var want []store.Record
	for i, id := range []string{"OLD", "NEWER", "B-SAME", "A-SAME", "NEWEST"} {
		links := Chain(id, 1, "said")
		r := Of(id, links)
		r.Updated = r.Updated.Add(time.Duration(min(i, 2)+i/4) * time.Millisecond)
		must(t, s.Append(t.Context(), r, links))
		want = append(want, r)
	}
	slices.Reverse(want)
	equal(t, "the records", want, records(t, s))
	longer := Chain("OLD", 9, "said")
	must(t, s.Append(t.Context(), Of("OLD", longer), longer))
	equal(t, "what was updated last", "OLD", records(t, s)[0].ID)
}

func unfinished(t *testing.T, s store.Store) {
	kept := map[string]store.Record{}
	for i, id := range []string{"OLD", "DONE", "OTHER", "NEW", "BACK", "TALK", "SIGNED"} {
		links := Chain(id, 1, "said")
		r := Of(id, links)
		r.Updated = r.Updated.Add(time.Duration(i) * time.Millisecond)
		r.Questionnaire, r.Status = "example", session.InProgress
		switch id {
		case "TALK":
			r.Stage = store.Consulting
		case "SIGNED":
			r.Stage = store.Signed
		case "DONE":
			r.Status = session.Complete
		case "BACK":
			r.Status = session.Retracted
		case "OTHER":
			r.Questionnaire = "another"
		}
		must(t, s.Append(t.Context(), r, links))
		kept[id] = r
	}
	for most, want := range map[int][]store.Record{9: {kept["NEW"], kept["OLD"]}, 1: {kept["NEW"]}} {
		got, err := s.Unfinished(t.Context(), "example", most)
		must(t, err)
		equal(t, "the unfinished records", want, got)
	}
}

func consultations(t *testing.T, s store.Store) {
	kept := map[string]store.Record{}
	for i, id := range []string{"OLD", "NEVER", "SIGNED", "NEW", "CLOSED"} {
		links := Chain(id, 1, "said")
		r := Of(id, links)
		r.Updated = r.Updated.Add(time.Duration(i) * time.Millisecond)
		r.Status, r.Stage, r.Consulted = session.Complete, store.Consulting, r.Started.Add(time.Duration(i)*time.Minute)
		switch id {
		case "NEVER":
			r.Stage, r.Consulted = store.Unconsulted, time.Time{}
		case "SIGNED":
			r.Stage = store.Signed
		}
		must(t, s.Append(t.Context(), r, links))
		kept[id] = r
	}
	for id, want := range kept {
		got, err := s.Record(t.Context(), id)
		must(t, err)
		equal(t, "the record", want, got)
	}
	links := Chain("CLOSED", 2, "said")
	closed := kept["CLOSED"]
	closed.Stage, closed.Entries, closed.Head, closed.Updated = store.Signed, 2, links[1].Hash, links[1].At
	must(t, s.Append(t.Context(), closed, links[1:]))
	for most, want := range map[int][]store.Record{9: {kept["NEW"], kept["OLD"]}, 1: {kept["NEW"]}} {
		got, err := s.Consultations(t.Context(), most)
		must(t, err)
		equal(t, "the open consultations", want, got)
	}
}
