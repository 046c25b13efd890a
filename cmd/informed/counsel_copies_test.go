package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// note is one thing that was said or done, as a JSON copy has it.
type note struct {
	Kind, Item, Words, Role, Name, Outcome, To, Until string
	At                                                time.Time
}

// signature is a name under the record, as a JSON copy has it.
type signature struct {
	Role, Name string
	Current    bool
	At         time.Time
}

func noted() []note {
	const nadia = "Nadia Example"
	done := func(item string) note {
		return note{Kind: "outcome", Item: item, Role: "counsellor", Name: nadia, Outcome: "resolved"}
	}
	asked := func(item, words string) note {
		return note{Kind: "probe", Item: item, Role: "patient", Words: words}
	}
	confirmed := func(item string) note {
		return note{Kind: "confirmed", Item: item, Role: "patient", Words: "Yes"}
	}
	return []note{
		confirmed("cure"), done("cure"),
		{Kind: "changed", Item: "money", Role: "patient", Words: "Before: Yes Now: No"},
		{Kind: "teach-back", Item: "haste", Role: "counsellor", Name: nadia, Words: "I may take all the time I want."}, done("haste"),
		{Kind: "outcome", Item: "cost", Role: "counsellor", Name: nadia, Outcome: "referred", To: "the office for costs", Until: "2026-12-01"},
		{Kind: "note", Item: "after", Role: "counsellor", Name: nadia, Words: "They will ask at home first."},
		{Kind: "outcome", Item: "after", Role: "counsellor", Name: nadia, Outcome: "open"},
		confirmed("family"), done("family"),
		asked("works", "Does it work for everybody? Answer: Not always"), done("works"),
		asked("safe", "Is it safe for everybody? Answer: Always"), asked("safe", "Is it safe, once more. Answer: Not every time"), done("safe"),
		asked("known", "Is all of it known? Answer: Not always"), done("known"),
		confirmed("alone"), done("alone"),
	}
}

// signed has the name from the kiosk, which is about the record as it was then, and those of four roles.
func signed() []signature {
	return []signature{
		{Role: "patient", Name: "Amina Example"},
		{Role: "patient", Name: "Amina Example", Current: true},
		{Role: "interpreter", Name: "Ivo Example", Current: true},
		{Role: "witness", Name: "Wim Example", Current: true},
		{Role: "counsellor", Name: "Nadia Example", Current: true},
	}
}

// copies gives the copies by their format, which must be as they were made where the store is.
func (p *pane) copies(store string) map[string][]byte {
	p.t.Helper()
	copies := map[string][]byte{}
	for _, format := range []string{"md", "json"} {
		names, err := filepath.Glob(filepath.Join(p.dir, "*."+format))
		if err != nil || len(names) != 1 {
			p.t.Fatalf("copies as %s: %v, %v", format, names, err)
		}
		if out, err := exec.CommandContext(p.t.Context(), program, "verify", "--store", store, names[0]).CombinedOutput(); err != nil {
			p.t.Errorf("verify: %v: %s", err, out)
		}
		if copies[format], err = os.ReadFile(names[0]); err != nil {
			p.t.Fatal(err)
		}
	}
	return copies
}

// told checks that a copy for people tells all of it, with who and when.
func told(t *testing.T, copied string, notes []note, signatures []signature) {
	t.Helper()
	who := func(name, role string, at time.Time) string {
		if role == "patient" {
			name = "Amina Example"
		}
		return name + " (" + role + "), " + at.UTC().Format("2006-01-02 15:04 UTC")
	}
	for _, n := range notes {
		for _, want := range []string{n.Words, n.To, n.Until, who(n.Name, n.Role, n.At)} {
			if !strings.Contains(copied, want) {
				t.Errorf("the copy does not tell %q of %s %s", want, n.Kind, n.Item)
			}
		}
	}
	_, part, _ := strings.Cut(copied, "## Signatures")
	for _, s := range signatures {
		for _, want := range []string{s.Name + " (" + s.Role + ")", s.At.UTC().Format("2006-01-02 15:04 UTC")} {
			if !strings.Contains(part, want) {
				t.Errorf("the copy does not tell %q among the signatures", want)
			}
		}
	}
}
