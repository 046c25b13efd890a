package main_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// Left in whatever way, the program offers to go on, and is then at the question that was left, with every answer that was
// confirmed.
func TestItGoesOnWhereItWasLeft(t *testing.T) {
	t.Parallel()
	for _, way := range []string{"stopped", "KILL", "TERM", "HUP"} {
		t.Run(way, func(t *testing.T) {
			t.Parallel()
			p := open(t, 80, 24, example(t))
			p.await("A short one")
			p.enter()
			p.await("Question 1 of 2")
			p.press("-l", "To walk without pain")
			p.enter()
			p.await("Question 2 of 2")
			left := p.still()
			if way == "stopped" {
				p.press("C-q")
				p.await("What you answered so far is kept.")
				p.press("2")
				p.enter()
			} else {
				p.signal(way)
			}
			p.await("ended")
			p.again()
			offer := p.await("and stopped at question 2 of 2.")
			if strings.Contains(offer, "To walk") {
				t.Errorf("an answer is shown before anyone chose to go on:\n%s", offer)
			}
			p.press("1")
			p.enter()
			p.await("Question 2 of 2")
			if got := p.still(); got != left {
				t.Errorf("it goes on at\n%s\nbut was left at\n%s", got, left)
			}
			p.press("1")
			p.enter()
			p.await("To walk without pain")
		})
	}
}

// A record goes on with the questionnaire that it was begun with, whatever became of the file.
func TestItGoesOnWithTheSameQuestions(t *testing.T) {
	t.Parallel()
	name := example(t)
	p := open(t, 80, 24, name)
	p.await("A short one")
	p.enter()
	p.await("What do you hope for?")
	p.press("-l", "To walk")
	p.enter()
	p.await("Did someone promise you a cure?")
	p.signal("KILL")
	p.await("ended")
	changed := strings.ReplaceAll(short, "promise you a cure", "ask you for money")
	if err := os.WriteFile(name, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	p.again()
	p.await("You began this on")
	p.press("1")
	p.enter()
	p.await("Did someone promise you a cure?")
}

func TestBeginningAnewKeepsTheOldRecord(t *testing.T) {
	t.Parallel()
	p := open(t, 80, 24, example(t))
	leave := func() {
		p.await("Question 1 of 2")
		p.press("-l", "To walk")
		p.enter()
		p.await("Question 2 of 2")
		p.press("C-q")
		p.await("Do you want to stop here?")
		p.press("2")
		p.enter()
		p.ended("130")
	}
	p.await("A short one")
	p.enter()
	leave()
	p.again()
	p.await("stopped at question 2 of 2.")
	p.press("2")
	p.enter()
	p.await("A short one")
	p.enter()
	leave()
	list := exec.CommandContext(t.Context(), program, "records", "list")
	list.Env = append(os.Environ(), "HOME="+p.dir, "XDG_CONFIG_HOME=", "XDG_DATA_HOME=")
	out, err := list.CombinedOutput()
	if err != nil || strings.Count(string(out), "in-progress") != 2 {
		t.Errorf("%v, and these records:\n%s", err, out)
	}
}
