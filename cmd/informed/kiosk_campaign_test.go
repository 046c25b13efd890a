package main_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"filippo.io/age"
)

var (
	sessions = flag.Int("sessions", 7, "how many patients come to the kiosk, one after the other")
	screens  = flag.Int("screens", 1, "on how many screens every signal is tried, up to three")
)

// A fault is planted by putting something else in the place of what stands in a file.
type fault struct{ file, healthy, sick string }

// faults can be had at will in the program that faulty builds. F9 panics with the answers in hand, F8 makes it believe that
// nobody did anything for ever, F7 does something for ever. Where NO_WIPE is set, the terminal is wiped of nothing. A program
// that gives no sign is ended sooner. Nothing else differs.
func faults() []fault {
	return []fault{
		{"internal/tui/guard.go", "	g.last = came.at\n", `	if key, ok := came.msg.(tea.KeyMsg); ok && ui.Key(key) == "f9" {
		panic(g.sitting.Session().Entries())
	} else if ok && ui.Key(key) == "f8" {
		g.last = time.Time{}
		return g.look(), true
	} else if ok && ui.Key(key) == "f7" {
		for {
		}
	}
	g.last = came.at
`},
		{"internal/kiosk/supervisor.go", "	if _, err := s.Out.WriteString(wiped + blank)", `	wiped := wiped
	if os.Getenv("NO_WIPE") != "" {
		wiped = ""
	}
	if _, err := s.Out.WriteString(wiped + blank)`},
		{"internal/kiosk/patient.go", "Interval = 2 * time.Second", "Interval = 200 * time.Millisecond"},
		{"internal/cli/kiosk.go", "silence = 15 * time.Second", "silence = 3 * time.Second"},
	}
}

// faulty gives the path of the program with faults.
var faulty = sync.OnceValues(func() (string, error) {
	dir := filepath.Dir(program)
	replace := map[string]string{}
	for _, f := range faults() {
		path, err := filepath.Abs(filepath.Join("../..", f.file))
		if err != nil {
			return "", err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		sick := strings.Replace(string(source), f.healthy, f.sick, 1)
		if sick == string(source) {
			return "", fmt.Errorf("%s is another: nothing can be planted", f.file)
		}
		replace[path] = filepath.Join(dir, strings.ReplaceAll(f.file, "/", "-"))
		if err := os.WriteFile(replace[path], []byte(sick), 0o600); err != nil {
			return "", err
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "overlay.json"), overlay, 0o600)
	}
	if err != nil {
		return "", err
	}
	built := filepath.Join(dir, "faulty")
	if out, err := exec.Command("go", "build", "-overlay", filepath.Join(dir, "overlay.json"), "-o", built, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("build the program with faults: %w\n%s", err, out)
	}
	return built, nil
})

// every asks for everything that a person can write.
const every = `format: informed/v1
id: every
version: 1.0.0
title: Everything that one can write
purpose: To try the program. This is an example.
items:
  - {id: hope, type: text, text: "What do you hope for?"}
  - {id: doctor, type: string, text: "Who looks after you?"}
  - id: place
    type: choice
    text: Where do you live?
    options: [{value: home, text: At home}, {value: other, text: Somewhere else, open: true}]
  - {id: sure, type: yes-no, text: "Are you sure?", check: That it is sure}
  - {id: name, type: attestation, text: "Your name", statement: "I have answered these questions."}
`

// campaign is a kiosk at which one patient comes after the other. Its log is in its folder.
type campaign struct {
	*pane
	program string // its path; without it no patient can be served
}

// opened opens a kiosk whose answers only others can read. The setting goes into its environment.
func opened(t *testing.T, setting string) campaign {
	t.Helper()
	built, err := faulty()
	if err != nil {
		t.Fatal(err)
	}
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	own := filepath.Join(dir, "informed")
	content, err := os.ReadFile(built)
	if err == nil {
		err = os.WriteFile(own, content, 0o700)
	}
	if err != nil {
		t.Fatal(err)
	}
	config := "clinic: An Example Clinic\nlanguages: [en, es]\nquestionnaire: {en: " + filepath.Join(dir, "every.yaml") + ", es: " + filepath.Join(dir, "todo.yaml") +
		"}\nvisit: {pattern: '[A-Z]{6}\\d{1,4}', label: {en: Your number, es: Su número}}\nrecipients: " + key.Recipient().String() + "\n" + hashed(t, "2718")
	start := "#!/bin/sh\n" + setting + ` exec "` + own + `" "$@" 2>>"$HOME/log"` + "\n"
	for name, content := range map[string]string{
		"kiosk.yaml": config, "start": start, "every.yaml": every, "todo.yaml": strings.Replace(every, "title:", "language: es\ntitle:", 1),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	p := openProgram(t, filepath.Join(dir, "start"), 80, 60, "kiosk", "--config", filepath.Join(dir, "kiosk.yaml"))
	p.await(bothLanguages)
	return campaign{p, own}
}

// marks are what a patient writes: the one in all answers and the name, the other as the code of their visit.
func marks(i int) (canary, code string) {
	return fmt.Sprintf("canary-%d", i), fmt.Sprintf("CANARY%d", i)
}

// begin begins the session of a patient, each second one in Spanish, with a code, and writes a canary into the first question.
func (c campaign) begin(i int) (canary string) {
	c.t.Helper()
	canary, code := marks(i)
	language, number, welcome := "1", "Your number", "Your answers are kept for An Example Clinic"
	if i%2 == 1 {
		language, number, welcome = "2", "Su número", "Le damos la bienvenida"
	}
	c.press(language)
	c.await(number)
	c.press("-l", code)
	c.await(code)
	c.enter()
	c.await(welcome)
	c.enter()
	c.await("What do you hope for?")
	c.press("-l", canary)
	c.await(canary)
	return canary
}

// next waits for the screen that waits for the next patient, past what tells of a fault.
func (c campaign) next() {
	c.t.Helper()
	shown := c.when("the screen that waits", func(shown string) bool {
		return strings.Contains(shown, bothLanguages) || strings.Contains(shown, "tell them this code")
	})
	if !strings.Contains(shown, bothLanguages) {
		c.press("x")
		c.await(bothLanguages)
	}
}

// finish writes a canary wherever something can be written, and comes to the end.
func (c campaign) finish(canary string) {
	c.t.Helper()
	asked := func(shown, words string) bool { return question.MatchString(shown) && strings.Contains(shown, words) }
	c.enter()
	c.await("Question 2 of 4")
	for range 40 {
		switch shown := c.still(); {
		case strings.Contains(shown, "This screen is then cleared"):
			c.press("Enter")
			return
		case asked(shown, "Where do you live?"):
			c.press("-l", "2"+canary)
			c.await(canary)
		case asked(shown, "Who looks after you?"), strings.Contains(shown, "Type your name"):
			c.press("-l", canary)
			c.await(canary)
		case asked(shown, "Are you sure?"):
			c.press("1")
		}
		before := c.shown()
		c.press("Enter")
		c.when("another screen", func(now string) bool { return now != before })
	}
	c.t.Fatalf("the session never ends; it is at\n%s", c.shown())
}

// stranded kills the process of a patient when no other can be started, and gives what the terminal then holds.
func (c campaign) stranded() string {
	c.t.Helper()
	if err := os.Chmod(c.program, 0); err != nil {
		c.t.Fatal(err)
	}
	c.hurt("KILL")
	c.await("is out of order")
	held := c.everything()
	if err := os.Chmod(c.program, 0o700); err != nil {
		c.t.Fatal(err)
	}
	return held
}

// ways are the ways in which a session ends that a canary was written in.
func (c campaign) ways() []func(canary string) {
	return []func(string){
		c.finish,
		func(string) { c.press("F8") }, // nobody did anything
		func(string) { // staff
			c.press("F10")
			c.await("Type the PIN")
			c.press("-l", "2718")
			c.enter()
			c.await("ended")
			c.again()
		},
		func(canary string) {
			if held := c.stranded(); strings.Contains(held, canary) {
				c.t.Errorf("after %s was killed, the terminal holds\n%s", canary, held)
			}
		},
		func(string) { c.hurt("QUIT") },
		func(string) { c.press("F9") },  // a panic
		func(string) { c.hurt("STOP") }, // no sign of life
		func(string) { c.press("F7") },  // nor here
	}
}

// Whatever way a session ends, the next person meets the same screen as the first, byte for byte, and nothing of who was
// there before is anywhere that the kiosk can read.
func TestTheNextPatientMeetsACleanScreen(t *testing.T) {
	t.Parallel()
	c := opened(t, "")
	c.still()
	fresh, ways, first := c.everything(), c.ways(), resources{}
	for i := range *sessions {
		canary := c.begin(i)
		ways[i%len(ways)](canary)
		c.next()
		c.still()
		if got := c.everything(); got != fresh {
			t.Fatalf("after session %d the next patient meets\n%s\nwant\n%s", i, got, fresh)
		}
		if i%len(ways) == 2 { // staff were the last to start it
			first = c.uses()
		}
	}
	if last := c.uses(); last.files > first.files || last.threads > first.threads+2 || last.memory > first.memory+4<<10 {
		t.Errorf("the supervisor holds %+v, and held %+v", last, first)
	}
	supervisor, _ := c.process()
	if err := exec.Command("kill", "-TERM", supervisor).Run(); err != nil {
		t.Fatal(err)
	}
	c.ended("0", "canary-", "CANARY", "Example Clinic")
	for _, name := range append(holding(t, c.dir, "canary-"), holding(t, c.dir, "CANARY")...) {
		t.Errorf("%s holds what a patient wrote", name)
	}
	if log, err := os.ReadFile(filepath.Join(c.dir, "log")); err != nil || *sessions > 3 && !strings.Contains(string(log), "session broke off") {
		t.Errorf("the log is %q, %v", log, err)
	}
}

// A terminal that is not wiped must be found out by the same campaign.
func TestTheControlAMissingWipeIsFound(t *testing.T) {
	t.Parallel()
	c := opened(t, "NO_WIPE=1")
	canary := c.begin(0)
	if held := c.stranded(); !strings.Contains(held, canary) {
		t.Errorf("the terminal holds\n%s", held)
	}
}

// resources are what a process holds of the machine's.
type resources struct{ files, threads, memory int } // memory in KiB

// uses gives what the supervisor holds.
func (c campaign) uses() (held resources) {
	c.t.Helper()
	supervisor, _ := c.process()
	files, err := os.ReadDir(filepath.Join("/proc", supervisor, "fd"))
	if err != nil {
		return held // it lets nobody look
	}
	held.files = len(files)
	status, err := os.ReadFile(filepath.Join("/proc", supervisor, "status"))
	if err != nil {
		c.t.Fatal(err)
	}
	for _, line := range strings.Split(string(status), "\n") {
		fmt.Sscanf(line, "Threads: %d", &held.threads)
		fmt.Sscanf(line, "VmRSS: %d kB", &held.memory)
	}
	return held
}

// holding lists the files below a folder that hold some words, in letters of one or two bytes.
func holding(t *testing.T, dir, words string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		if bytes.Contains(bytes.ReplaceAll(content, []byte{0}, nil), []byte(words)) {
			found = append(found, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// Without recipients the answers are in the store: a search that finds them there would find them elsewhere.
func TestTheControlAnswersThatAreNotSealedAreFound(t *testing.T) {
	t.Parallel()
	p := bilingual(t, visitCode)
	p.press("1")
	p.await("Your code")
	p.press("-l", "271825")
	p.enter()
	p.await("Your answers are kept for An Example Clinic")
	p.enter()
	p.await("Question 1 of 2")
	p.press("-l", "canary-plain")
	p.await("canary-plain")
	p.enter()
	p.await("Question 2 of 2")
	p.hurt("KILL")
	p.await("tell them this code")
	for _, written := range []string{"canary-plain", "271825"} {
		if len(holding(t, p.dir, written)) == 0 {
			t.Errorf("the search does not find %s", written)
		}
	}
}

// unblockable are the signals that no program can do anything about.
var unblockable = map[int]bool{9: true, 19: true}

// Whatever signal a process of the kiosk gets, what a patient wrote is cleared within a second, or the patient can go on.
func TestEverySignal(t *testing.T) {
	t.Parallel()
	p := kiosk(t, "")
	reach := []func(){
		func() { p.write("canary-signal") },
		func() { p.write("canary-signal"); p.press("C-q"); p.await("Do you want to stop here?") },
		func() { p.write("canary-signal"); p.press("F12"); p.await("you need this number") },
	}
	supervisor, _ := p.process()
	for _, screen := range reach[:min(*screens, len(reach))] {
		screen()
		before := p.shown()
		for signal := 1; signal < 32; signal++ {
			if unblockable[signal] {
				continue
			}
			if signal != 15 { // which is how the kiosk is told to end
				if err := exec.Command("kill", fmt.Sprint("-", signal), supervisor).Run(); err != nil {
					t.Fatalf("signal %d to the kiosk: %v", signal, err)
				}
			}
			p.hurt(fmt.Sprint(signal))
			sent := time.Now()
			if p.shown() != before || signal == 1 || signal == 2 || signal == 3 || signal == 15 {
				p.when("a clean screen", func(shown string) bool { return shown != before })
				if took := time.Since(sent); took > time.Second {
					t.Errorf("signal %d: the screen was cleared after %v", signal, took)
				}
				p.waiting()
				screen()
				before = p.shown()
			}
		}
		p.hurt("KILL")
		p.waiting()
	}
	if after, _ := p.process(); after != supervisor {
		t.Error("the kiosk is another process")
	}
}
