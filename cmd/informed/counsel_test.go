package main_test

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// A patient answers alone at a kiosk, and a counsellor goes on from there: what was planted, and nothing else, is what they
// are to talk about, and what came of it is on the copies, with who, when and what.
func TestAConsultation(t *testing.T) {
	t.Parallel()
	store := filepath.Join(t.TempDir(), "records", "records.db")
	code := leftAtTheKiosk(t, consultation(t), store)
	p := open(t, 140, 40, "counsel", "--store", store, "--pickup", code, "--export", "md", "--export", "json")
	p.fill("as it should be printed", "Nadia Example")
	p.fill("", "nurse")
	p.fill("", "N-1")
	p.await("10 of 10 still to talk about")
	if diff := cmp.Diff(planted(), p.agenda()); diff != "" {
		t.Errorf("what is on top of the agenda (-planted +shown):\n%s", diff)
	}
	p.people()
	for _, step := range []struct {
		name string
		talk func(*pane)
	}{
		{"The promise", settled}, {"The money", changed}, {"The time to think", taught}, {"The whole cost", referred},
		{"Care afterwards", leftOpen}, {"What the family says", settled}, {"Whether it works", probed}, {"Whether it is safe", probedTwice},
		{"What is known", probed}, {"Company", settled},
	} {
		p.topic(step.name)
		step.talk(p)
	}
	p.await("All of it was talked about")
	p.decide()
	p.signs()
	copies := p.copies(store)
	var read struct {
		Notes      []note
		Signatures []signature
	}
	if err := json.Unmarshal(copies["json"], &read); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(noted(), read.Notes, cmpopts.IgnoreFields(note{}, "At")); diff != "" {
		t.Errorf("what was said and done (-wanted +copy):\n%s", diff)
	}
	if diff := cmp.Diff(signed(), read.Signatures, cmpopts.IgnoreFields(signature{}, "At")); diff != "" {
		t.Errorf("signatures (-wanted +copy):\n%s", diff)
	}
	told(t, string(copies["md"]), read.Notes, read.Signatures)
}
