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
	"testing"
	"time"

	"filippo.io/age"
)

var (
	sessions = flag.Int("sessions", 6, "how many patients come to the kiosk, one after the other")
	screens  = flag.Int("screens", 1, "on how many screens every signal is tried, up to three")
)

// faulty builds the program with two faults: F9 panics with the answers in hand, and F8 makes it believe that nobody did
// anything for ever. Nothing else differs.
func faulty(t *testing.T) string {
	t.Helper()
	const guard = "../../internal/tui/guard.go"
	source, err := os.ReadFile(guard)
	if err != nil {
		t.Fatal(err)
	}
	const healthy = "	g.last = came.at\n"
	sick := strings.Replace(string(source), healthy, `	if key, ok := came.msg.(tea.KeyMsg); ok && ui.Key(key) == "f9" {
		panic(g.sitting.Session().Entries())
	} else if ok && ui.Key(key) == "f8" {
		g.last = time.Time{}
		return g.look(), true
	}
`+healthy, 1)
	if sick == string(source) {
		t.Fatalf("%s is another: nothing can be planted", guard)
	}
	dir := t.TempDir()
	path, err := filepath.Abs(guard)
	if err != nil {
		t.Fatal(err)
	}
	replace := filepath.Join(dir, "guard.go")
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{path: replace}})
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{replace: []byte(sick), filepath.Join(dir, "overlay.json"): overlay} {
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	built := filepath.Join(dir, "informed")
	build := exec.CommandContext(t.Context(), "go", "build", "-overlay", filepath.Join(dir, "overlay.json"), "-o", built, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the program with faults: %v\n%s", err, out)
	}
	return built
}

// ways are the ways in which a session ends.
func (p *pane) ways() []func() {
	return []func(){
		func() { // finished
			p.enter()
			p.await("Question 2 of 2")
			p.press("1")
			p.enter()
			p.walk("This screen is then cleared")
			p.enter()
		},
		func() { p.press("F8") }, // nobody did anything
		func() { // staff
			p.press("F10")
			p.await("Type the PIN")
			p.press("-l", "2718")
			p.enter()
			p.await("ended")
			p.again()
		},
		func() { p.hurt("KILL") },
		func() { p.hurt("QUIT") },
		func() { p.press("F9") }, // a panic
	}
}

// Whatever way a session ends, the next person meets the same screen as the first, byte for byte, and nothing of who was
// there before is anywhere that the kiosk can read.
func TestTheNextPatientMeetsACleanScreen(t *testing.T) {
	t.Parallel()
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "kiosk.yaml")
	config := "clinic: An Example Clinic\nquestionnaire: " + example(t) + "\nrecipients: " + key.Recipient().String() + "\n" + hashed(t, "2718")
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	p := openProgram(t, faulty(t), 80, 24, "kiosk", "--config", file)
	p.await(attract)
	p.still()
	fresh := p.everything()
	ways := p.ways()
	for i := range *sessions {
		p.write(fmt.Sprintf("canary-%d", i))
		ways[i%len(ways)]()
		p.waiting()
		p.still()
		if got := p.everything(); got != fresh {
			t.Fatalf("after session %d the next patient meets\n%s\nwant\n%s", i, got, fresh)
		}
	}
	supervisor, _ := p.process()
	if err := exec.Command("kill", "-TERM", supervisor).Run(); err != nil {
		t.Fatal(err)
	}
	p.ended("0", "canary-", "Example Clinic")
	for _, name := range holding(t, p.dir, "canary-") {
		t.Errorf("%s holds what a patient wrote", name)
	}
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
	p := kiosk(t, "")
	p.write("canary-plain")
	p.enter()
	p.await("Question 2 of 2")
	p.hurt("KILL")
	p.waiting()
	if len(holding(t, p.dir, "canary-plain")) == 0 {
		t.Error("the search finds nothing")
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
