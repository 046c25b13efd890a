package main_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// program is the path of the built program.
var program string

// TestMain runs more tests side by side than there are processors: most of their time they wait for a terminal.
func TestMain(m *testing.M) {
	flag.Parse()
	if parallel := flag.Lookup("test.parallel"); parallel.Value.String() == parallel.DefValue && runtime.GOMAXPROCS(0) < 4 {
		parallel.Value.Set("4")
	}
	os.Exit(build(m))
}

func build(m *testing.M) int {
	dir, err := os.MkdirTemp("", "informed")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "informed")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build the program: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

const short = `format: informed/v1
id: short
version: 1.0.0
title: A short one
purpose: To try the program. This is an example.
items:
  - {id: hope, type: text, text: "What do you hope for?"}
  - id: promised
    type: yes-no
    text: Did someone promise you a cure?
    required: true
    outcomes:
      - {when: "yes", state: warning, do: Ask what share of people got better.}
      - {when: unsure, state: ask, do: Ask what was promised.}
    check: What was promised
`

// example gives the path of a questionnaire that is quickly walked.
func example(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "short.yaml")
	if err := os.WriteFile(name, []byte(short), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

var question = regexp.MustCompile(`Question (\d+) of (\d+)`)

// walk answers everything with its first option until the screen shows the words.
func (p *pane) walk(words string) string {
	p.t.Helper()
	for range 400 {
		shown := p.still()
		switch {
		case strings.Contains(shown, words):
			return shown
		case strings.Contains(shown, "Write ") || strings.Contains(shown, "Type your name"):
			p.press("-l", "Amina Example")
		case strings.Contains(shown, "( ) ") || strings.Contains(shown, "[ ] ") || question.MatchString(shown):
			p.press("1")
		}
		p.press("Enter")
		p.when("another screen", func(now string) bool { return now != shown })
	}
	p.t.Fatalf("the walk never came to %q; it is at\n%s", words, p.shown())
	return ""
}

func TestAWalkByKeysEndsInASavedFile(t *testing.T) {
	t.Parallel()
	p := open(t, 100, 30, example(t))
	p.await("A short one")
	p.enter()
	p.await("Question 1 of 2")
	p.press("-l", "To walk without pain")
	p.enter()
	p.await("Question 2 of 2")
	p.press("1")
	p.enter()
	p.await("Your answers")
	p.walk("Save a copy")
	shown := p.walk("Your copy is here")
	files, err := filepath.Glob(filepath.Join(p.dir, "*.md"))
	if err != nil || len(files) != 1 {
		t.Fatalf("copies %v, %v", files, err)
	}
	if !strings.Contains(strings.ReplaceAll(shown, "\n", ""), filepath.Base(files[0])) {
		t.Errorf("the screen does not say where the copy is:\n%s", shown)
	}
	if info, err := os.Stat(files[0]); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	b, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	warning, settled := strings.Index(string(b), "Ask what share of people got better."), strings.Index(string(b), "To walk without pain")
	if warning < 0 || settled < 0 || warning > settled {
		t.Errorf("the copy does not open with the warning:\n%s", b)
	}
	p.enter()
	p.ended("0", "To walk without pain", "promise you a cure")
}

func TestTheBuiltInQuestionnaireWalksToItsChecklist(t *testing.T) {
	t.Parallel()
	p := open(t, 100, 30)
	p.await("stem cell")
	shown := p.walk("Your checklist")
	for i, line := range strings.Split(shown, "\n") {
		if strings.Contains(line, "Warning signs") && i < 20 {
			return
		}
	}
	t.Errorf("the checklist does not open with the warnings:\n%s", shown)
}

func TestAResizeInTheMiddleKeepsEverything(t *testing.T) {
	t.Parallel()
	p := open(t, 100, 30, example(t))
	p.await("A short one")
	p.enter()
	p.await("Question 1 of 2")
	p.press("-l", "To walk without pain")
	p.await("To walk without pain")
	p.tmux("resize-window", "-x", "39", "-y", "14")
	p.await("too small")
	for _, size := range [][2]string{{"40", "15"}, {"200", "60"}, {"80", "24"}} {
		p.tmux("resize-window", "-x", size[0], "-y", size[1])
		p.await("Question 1 of 2")
		p.await("To walk without pain")
	}
	p.enter()
	p.await("Question 2 of 2")
}

func TestSignalsLeaveTheTerminalAsItWas(t *testing.T) {
	t.Parallel()
	for _, signal := range []string{"TERM", "INT", "HUP"} {
		t.Run(signal, func(t *testing.T) {
			t.Parallel()
			p := open(t, 80, 24, example(t))
			p.await("A short one")
			p.enter()
			p.await("Question 1 of 2")
			p.press("-l", "To walk without pain")
			p.await("To walk without pain")
			p.signal(signal)
			p.ended("130", "To walk without pain")
		})
	}
}

func TestStoppingAsksOnce(t *testing.T) {
	t.Parallel()
	p := open(t, 80, 24, example(t))
	p.await("A short one")
	p.press("C-c")
	p.await("Do you want to stop here?")
	p.press("Escape")
	p.await("A short one")
	p.press("C-q")
	p.await("Do you want to stop here?")
	p.press("2")
	p.enter()
	p.ended("130", "Do you want to stop here?")
}

// Who keeps nothing is told so, and finds nothing.
func TestNothingIsKeptWithoutAStore(t *testing.T) {
	t.Parallel()
	p := open(t, 80, 24, example(t), "--no-store")
	p.await("A short one")
	p.enter()
	p.await("Question 1 of 2")
	p.press("C-q")
	p.await("Your answers are not kept after you stop.")
	p.press("3")
	p.enter()
	p.ended("130")
	p.again()
	p.await("A short one")
}
