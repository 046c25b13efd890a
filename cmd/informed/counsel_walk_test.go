package main_test

import (
	"regexp"
	"slices"
	"strings"
)

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
