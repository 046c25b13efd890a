package sqlstore

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"informed/internal/session"
	"informed/internal/store"
	"informed/internal/store/storetest"
)

const canary = "canary-of-what-was-said"

// use reads all of a file of records, compares it with what was written, and adds to it. It gives all that went wrong.
func use(ctx context.Context, path string, want []session.Link) (errs []error) {
	s, err := Open(ctx, path)
	if err != nil {
		return []error{err}
	}
	defer s.Close()
	note := func(err error) {
		if err != nil {
			errs = append(errs, err)
		}
	}
	for id := range 4 {
		links, err := s.Links(ctx, fmt.Sprintf("R%d", id))
		note(err)
		if err == nil {
			note(session.Verify(fmt.Sprintf("R%d", id), links))
		}
		r, err := s.Record(ctx, fmt.Sprintf("R%d", id))
		note(err)
		if err == nil && len(links) > 0 && (r.Entries != len(links) || r.Head != links[len(links)-1].Hash) {
			note(errors.New("the list says otherwise"))
		}
	}
	_, err = s.Records(ctx)
	note(err)
	_, err = s.Tombstones(ctx)
	note(err)
	text, err := s.Text(ctx, "sha256:text")
	note(err)
	if err == nil && !bytes.Equal(text, bytes.Repeat([]byte(canary), 400)) {
		note(errors.New("another text"))
	}
	h, err := s.Health(ctx)
	note(err)
	if err == nil && !h.Sound() {
		note(fmt.Errorf("not sound: %v", h.Faults))
	}
	note(s.Append(ctx, storetest.Of("NEW", want), want))
	return errs
}

// Damage gives errors: never a panic, never a hang, and never a word of what was said.
func TestDamagedPages(t *testing.T) {
	s := fresh(t)
	if err := s.Keep(t.Context(), "sha256:text", bytes.Repeat([]byte(canary), 400)); err != nil {
		t.Fatal(err)
	}
	for id := range 4 {
		id := fmt.Sprintf("R%d", id)
		links := storetest.Chain(id, 12, canary)
		if err := s.Append(t.Context(), storetest.Of(id, links), links); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	sound, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	next := storetest.Chain("NEW", 2, canary)
	path := filepath.Join(filepath.Dir(s.path), "spoilt.db")
	try := func(data []byte) []error {
		os.Remove(path + "-wal")
		os.Remove(path + "-shm")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return use(t.Context(), path, next)
	}
	if errs := try(sound); len(errs) != 0 {
		t.Fatalf("the sound file: %v", errs)
	}
	random, found := rand.New(rand.NewPCG(7, 11)), 0
	const rounds = 200
	for round := range rounds {
		data := bytes.Clone(sound)
		switch round % 4 {
		case 0:
			data[random.IntN(len(data))] ^= 1 << random.IntN(8)
		case 1:
			data[4096*random.IntN(len(data)/4096)+random.IntN(64)] ^= byte(1 + random.IntN(255)) // where pages begin
		case 2:
			clear(data[512*random.IntN(len(data)/512):][:512])
		case 3:
			data = data[:random.IntN(len(data)-4096)+4096]
		}
		errs := try(data)
		if len(errs) > 0 {
			found++
		}
		for _, err := range errs {
			if strings.Contains(err.Error(), "canary") {
				t.Fatalf("round %d tells what was said: %v", round, err)
			}
		}
	}
	t.Logf("%d of %d kinds of damage were seen", found, rounds)
	if found < rounds/3 {
		t.Errorf("%d of %d are too few to show anything", found, rounds)
	}
}

// A row of the wrong kind would be told by the driver in full.
func TestDamagedRowIsNotTold(t *testing.T) {
	path, _ := filled(t, "A", 1)
	s := reopen(t, path)
	if _, err := s.db.Exec(`DROP TABLE tombstones; CREATE TABLE tombstones AS SELECT 'A' record, '` + canary + `' at, 'x' who, 'y' why, 1 entries, 'h' head`); err != nil {
		t.Fatal(err)
	}
	_, err := s.Tombstones(t.Context())
	if !errors.Is(err, store.ErrDamaged) || strings.Contains(err.Error(), "canary") {
		t.Errorf("got %v, want ErrDamaged", err)
	}
	if _, err := s.db.Exec(`DROP TABLE tombstones`); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Tombstones(t.Context()); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("a table that is gone: got %v, want ErrDamaged", err)
	}
}

// files gives all bytes in the folder of a file of records.
func files(t *testing.T, path string) []byte {
	t.Helper()
	var all []byte
	names, err := filepath.Glob(path + "*")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data...)
	}
	return all
}

// What was purged is nowhere in the files, while they are open and afterwards. Many records of many sizes come and go, so
// that pages are split, joined and used again.
func TestPurgedIsOverwritten(t *testing.T) {
	for name, setting := range map[string]string{"": "", "the control": `PRAGMA secure_delete = OFF`} {
		s := fresh(t)
		if setting != "" {
			if _, err := list(t.Context(), s.db, column[int], setting); err != nil {
				t.Fatal(err)
			}
		}
		random := rand.New(rand.NewPCG(3, 5))
		alive, purged, rest := map[string][]session.Link{}, []string{}, 0
		for round := range 300 {
			id := fmt.Sprintf("R%d", random.IntN(60))
			links := alive[id]
			switch {
			case random.IntN(5) == 0 && len(links) > 0:
				if err := s.Purge(t.Context(), storetest.Stone(storetest.Of(id, links))); err != nil {
					t.Fatal(err)
				}
				delete(alive, id)
				purged = append(purged, id)
				rest += bytes.Count(files(t, s.path), []byte("<"+canary+" "+id+" "))
			case !strings.Contains(" "+strings.Join(purged, " ")+" ", " "+id+" "):
				prev := session.Root(id)
				if len(links) > 0 {
					prev = links[len(links)-1]
				}
				body := fmt.Appendf(nil, "<%s %s %d>", canary, id, round)
				l := storetest.Link(prev, bytes.Repeat(body, 1+random.IntN(9)*random.IntN(30)))
				if err := s.Append(t.Context(), storetest.Of(id, append(links, l)), []session.Link{l}); err != nil {
					t.Fatal(err)
				}
				alive[id] = append(links, l)
			}
		}
		if err := s.checkpoint(t.Context()); err != nil {
			t.Fatal(err)
		}
		left := func() (n int) {
			all := files(t, s.path)
			for _, id := range purged {
				n += bytes.Count(all, []byte("<"+canary+" "+id+" "))
			}
			for id := range alive {
				if !bytes.Contains(all, []byte("<"+canary+" "+id+" ")) {
					t.Fatalf("%s is not found, though it was never purged", id)
				}
			}
			return n
		}
		open := left()
		s.Close()
		closed := left()
		switch {
		case len(purged) < 15 || len(alive) < 10:
			t.Errorf("%d purged and %d alive are too few to show anything", len(purged), len(alive))
		case setting == "" && rest+open+closed > 0:
			t.Errorf("of %d purged records, %d parts were left at first, %d in the end, %d when closed", len(purged), rest, open, closed)
		case setting != "" && closed == 0:
			t.Errorf("%s found nothing, so this shows nothing", name)
		}
	}
}
