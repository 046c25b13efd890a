package main_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

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
	p.await("Which record?")
	p.enter()
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

// fill types words under a question, and goes on.
func (p *pane) fill(question, words string) {
	p.t.Helper()
	p.await(question)
	p.still()
	p.press("-l", words)
	p.await(words)
	p.enter()
}

// choose chooses an answer of a screen by its number, and goes on.
func (p *pane) choose(screen, number string) {
	p.t.Helper()
	p.await(screen)
	p.still()
	p.press(number)
	p.enter()
}

// people names who is here.
func (p *pane) people() {
	p.t.Helper()
	p.press("p")
	p.await("Who takes part today?")
	p.still()
	p.press("2", "4", "5")
	p.enter()
	p.await("What is the patient's name?")
	p.enter() // it stands there already
	p.choose("Does the patient read the text?", "1")
	p.fill("Who interprets?", "Ivo Example")
	p.fill("Which language", "Arabic")
	p.choose("Where is the interpreter?", "2")
	p.fill("Who is the witness?", "Wim Example")
	p.await("Is all of this right?")
	p.enter()
	p.await("still to talk about")
}

// topic opens the first topic of the agenda, which must be of that name.
func (p *pane) topic(name string) {
	p.t.Helper()
	p.await("P Who is here")
	p.press("Home")
	p.when("first "+name, func(shown string) bool {
		first := topicLine.FindStringSubmatch(shown)
		return len(first) > 0 && first[2] == name
	})
	p.press("1")
	p.enter()
	p.await("To the list")
}

// patient lets the patient answer, and takes the keyboard back.
func (p *pane) patient(key, screen, number string) {
	p.t.Helper()
	p.press(key)
	p.choose("Who answers?", "1")
	p.choose(screen, number)
}

func (p *pane) back() {
	p.t.Helper()
	p.await("Please give the keyboard back to Nadia Example.")
	p.press("F2")
	p.await("F2 Turn the screen")
}

// outcome says where a topic came out, and goes back to the agenda.
func (p *pane) outcome(number string) {
	p.t.Helper()
	p.press("o")
	p.choose("Where did the talk about this come out?", number)
}

func (p *pane) list() {
	p.t.Helper()
	p.await("Esc To the list")
	p.still()
	p.press("Escape")
	p.await("P Who is here")
}

func settled(p *pane) {
	p.patient("c", "Is this settled for you now?", "1")
	p.back()
	p.outcome("1")
	p.list()
}

func changed(p *pane) {
	p.patient("a", "Do they want money for a trial?", "2")
	p.back()
}

func taught(p *pane) {
	p.press("t")
	p.fill("own words", "I may take all the time I want.")
	p.choose("Was the explanation clear?", "1")
	p.outcome("1")
	p.list()
}

func referred(p *pane) {
	p.outcome("3")
	p.fill("Who will talk about it with the patient?", "the office for costs")
	p.fill("By which day?", "2026-12-01")
	p.list()
}

func leftOpen(p *pane) {
	p.press("n")
	p.fill("note", "They will ask at home first.")
	p.outcome("2")
	p.list()
}

func probed(p *pane) {
	p.patient("a", "( ) Not sure", "2")
	p.await("You chose:")
	p.enter()
	p.back()
	p.outcome("1")
	p.list()
}

func probedTwice(p *pane) {
	p.patient("a", "( ) Not sure", "1")
	p.await("You chose:")
	p.enter()
	p.back()
	p.outcome("1")
	p.await("Only the patient can say that this is settled.")
	p.press("Escape")
	p.await("Esc To the list")
	probed(p)
}

// decide lets the patient look over the answers, agree, and type their name.
func (p *pane) decide() {
	p.t.Helper()
	p.press("d")
	p.walk("signs now")
}

// signs lets everybody sign in turn who has not: the patient did, under the questionnaire's own statement.
func (p *pane) signs() {
	p.t.Helper()
	for _, name := range []string{"Ivo Example", "Wim Example", "Nadia Example"} {
		p.choose(name+" signs now", "1")
		if name == "Nadia Example" {
			p.choose("Please give the keyboard back.", "1")
		}
		p.fill("To sign, type the name as it is printed here: "+name, name)
	}
	p.choose("All have signed.", "1")
	p.choose("Save a copy with my private answers too", "2")
	p.await("Your copies are here")
	p.enter()
	p.ended("0", "The promise", "Amina Example")
}

var topicLine = regexp.MustCompile(`(?m)^\s*(?:>\s*)?(?:\d+\s+)?\[(.)\] (.+?)\s*$`)

// agenda reads the agenda down to what is settled, and gives the names of what stands above.
func (p *pane) agenda() []string {
	p.t.Helper()
	var names []string
	for {
		shown := p.still()
		above, _, end := strings.Cut(shown, "  Settled\n")
		for _, m := range topicLine.FindAllStringSubmatch(above, -1) {
			if !slices.Contains(names, m[2]) {
				names = append(names, m[2])
			}
		}
		if end || !strings.Contains(shown, "More below") {
			p.press("Home")
			return names
		}
		p.press("PageDown")
	}
}

// planted gives the names of what the topics plant, in the order of an agenda.
func planted() []string {
	var names []string
	for _, state := range []string{"warning", "ask", "review", "second", "support"} {
		for _, topic := range topics() {
			if topic.planted == state {
				names = append(names, topic.check())
			}
		}
	}
	return names
}
