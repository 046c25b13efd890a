package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// topic is one question of the consultation, what the patient does with it at the kiosk, and what that plants.
type topic struct {
	id      string
	item    string // the rest of the item
	text    string
	keys    []string // one answer after the other; a quiz may take two
	planted string   // state on the agenda, "" for nothing to talk about
}

// topics plants ten things to talk about among fifteen questions.
func topics() []topic {
	warns := `outcomes: [{when: "yes", state: warning, do: Ask for it in writing.}], counsellor: "Guidance: say what the law asks."`
	asks := `outcomes: [{when: unsure, state: ask, do: Ask the clinic.}]`
	quiz := `options: [{value: wrong, text: Always, feedback: "No: not always."}, {value: right, text: Not always, correct: true, feedback: Yes.}], ` +
		`again: {text: "%s, once more.", options: [{value: bad, text: Every time, feedback: "No: not every time."}, {value: good, text: Not every time, correct: true, feedback: Yes.}]}`
	return []topic{
		{"cure", "type: yes-no, check: The promise, " + warns, "Did someone promise you a cure?", []string{"1"}, "warning"},
		{"money", "type: yes-no, check: The money, " + warns, "Do they want money for a trial?", []string{"1"}, "warning"},
		{"haste", "type: yes-no, check: The time to think, " + warns, "Are you told to hurry?", []string{"1"}, "warning"},
		{"name", "type: yes-no, check: The name of the doctor", "Do you know the name of the doctor?", []string{"1"}, ""},
		{"cost", "type: yes-no, check: The whole cost, " + asks, "Do you know the whole cost?", []string{"3"}, "ask"},
		{"after", "type: yes-no, check: Care afterwards, " + asks, "Do you know who cares for you afterwards?", []string{"3"}, "ask"},
		{"licence", "type: yes-no, check: The licence", "Have you seen the licence?", []string{"1"}, ""},
		{"works", "type: quiz, check: Whether it works, " + fmt.Sprintf(quiz, "Does it work"), "Does it work for everybody?", []string{"1", "1"}, "review"},
		{"safe", "type: quiz, check: Whether it is safe, " + fmt.Sprintf(quiz, "Is it safe"), "Is it safe for everybody?", []string{"1", "1"}, "review"},
		{"known", "type: quiz, check: What is known, " + fmt.Sprintf(quiz, "Is all known"), "Is all of it known?", []string{"1", "2"}, "second"},
		{"leave", "type: quiz, check: That one may leave, " + fmt.Sprintf(quiz, "Must you stay"), "Must you stay to the end?", []string{"2"}, ""},
		{"family", "type: yes-no, check: What the family says", "Does your family know of it?", []string{"1", "t"}, "ask"},
		{"doctor", "type: yes-no, check: What your own doctor says", "Does your own doctor know of it?", []string{"1"}, ""},
		{"alone", `type: yes-no, private: true, check: Company, outcomes: [{when: "yes", state: support, do: There are people to talk to.}]`, "Do you feel alone with this?", []string{"1"}, "support"},
		{"sleep", "type: yes-no, check: Sleep", "Do you sleep well?", []string{"1"}, ""},
	}
}

// check gives the words by which the topic stands on the agenda.
func (t topic) check() string {
	_, after, _ := strings.Cut(t.item, "check: ")
	check, _, _ := strings.Cut(after, ",")
	return check
}

// consultation writes the questionnaire of the topics, and gives its path.
func consultation(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("format: informed/v1\nid: talk\nversion: 1.0.0\ntitle: Before we talk\npurpose: To try the program. This is an example.\nitems:\n")
	for _, topic := range topics() {
		fmt.Fprintf(&b, "  - {id: %s, %s, required: true, text: %q}\n", topic.id, topic.item, topic.text)
	}
	b.WriteString("  - {id: decision, type: decision, required: true, text: \"Where do you stand?\"}\n")
	b.WriteString("  - {id: signed, type: attestation, required: true, statement: I went through this myself.}\n")
	name := filepath.Join(t.TempDir(), "talk.yaml")
	if err := os.WriteFile(name, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// answerAll answers the topics as a patient does, up to the review.
func (p *pane) answerAll() {
	p.t.Helper()
	for n, topic := range topics() {
		p.await(fmt.Sprintf("Question %d of", n+1))
		for i, key := range topic.keys {
			if key == "t" {
				p.press("t")
				p.await("Marked: you want to talk about this.")
				continue
			}
			if i > 0 {
				p.await("once more.")
			}
			p.press(key)
			if quiz := strings.Contains(topic.item, "type: quiz"); quiz {
				p.enter()
				p.await("You chose:")
			}
			if i == len(topic.keys)-1 || topic.keys[i+1] != "t" {
				p.enter()
			}
		}
		if topic.keys[len(topic.keys)-1] == "t" {
			p.enter()
		}
	}
}

// left leaves a record at a kiosk that keeps it in the store, and gives the code for the desk.
func leftAtTheKiosk(t *testing.T, questionnaire, store string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "kiosk.yaml")
	config := "clinic: An Example Clinic\nquestionnaire: " + questionnaire + "\nstore: " + store + "\ncopies: {pickup: true}\n"
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	p := open(t, 80, 24, "kiosk", "--config", file)
	p.await(attract)
	p.press("x")
	p.await("Before we talk")
	p.enter()
	p.answerAll()
	p.await("Your answers")
	p.walk("by this code")
	code := regexp.MustCompile(`[0-9A-Z]{3}-[0-9A-Z]{3}`).FindString(p.shown())
	p.press("Enter")
	p.waiting()
	return code
}
