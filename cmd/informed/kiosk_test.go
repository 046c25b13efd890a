package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const attract = "Press any key, or touch the screen, to begin."

// kiosk starts a kiosk in a terminal; more is added to its file.
func kiosk(t *testing.T, more string) *pane {
	t.Helper()
	file := filepath.Join(t.TempDir(), "kiosk.yaml")
	if err := os.WriteFile(file, []byte("clinic: An Example Clinic\nquestionnaire: "+example(t)+"\n"+more), 0o600); err != nil {
		t.Fatal(err)
	}
	p := open(t, 80, 24, "kiosk", "--config", file)
	p.await(attract)
	return p
}

// waiting waits for the screen that waits, past what tells of a fault.
func (p *pane) waiting() {
	p.t.Helper()
	shown := p.when("the screen that waits", func(shown string) bool {
		return strings.Contains(shown, attract) || strings.Contains(shown, "tell them this code")
	})
	if !strings.Contains(shown, attract) {
		p.press("x")
		p.await(attract)
	}
}

// process gives the id of the supervisor, and of the process of the patient.
func (p *pane) process() (supervisor, patient string) {
	p.t.Helper()
	child := func(of string) string {
		out, err := exec.Command("pgrep", "-P", of).Output()
		if err != nil {
			p.t.Fatalf("find the child of %s: %v", of, err)
		}
		return strings.TrimSpace(string(out))
	}
	supervisor = child(strings.TrimSpace(p.tmux("display-message", "-p", "#{pane_pid}")))
	return supervisor, child(supervisor)
}

// everything is all that the terminal holds, with styles and scrollback.
func (p *pane) everything() string { return p.tmux("capture-pane", "-p", "-e", "-S", "-") }

// write begins a session and types a canary into the first question.
func (p *pane) write(canary string) {
	p.t.Helper()
	p.press("x")
	p.await("Your answers are kept for An Example Clinic")
	p.enter()
	p.await("Question 1 of 2")
	p.press("-l", canary)
	p.await(canary)
}

// hurt sends a signal to the process of the patient.
func (p *pane) hurt(signal string) {
	p.t.Helper()
	_, patient := p.process()
	if err := exec.Command("kill", "-"+signal, patient).Run(); err != nil {
		p.t.Fatalf("send %s: %v", signal, err)
	}
}

// A patient who was killed leaves what the patient wrote on the terminal: the wipe is what takes it away.
func TestTheControlAKilledProgramLeavesItsScreen(t *testing.T) {
	t.Parallel()
	p := open(t, 80, 24, example(t))
	p.await("A short one")
	p.enter()
	p.await("Question 1 of 2")
	p.press("-l", "canary-left")
	p.await("canary-left")
	p.signal("KILL")
	p.await("ended")
	if !strings.Contains(p.everything(), "canary-left") {
		t.Error("a killed program leaves nothing: the test of the wipe shows nothing")
	}
}

// hashed gives the line that lets staff leave with a PIN.
func hashed(t *testing.T, pin string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), program, "kiosk", "--set-pin")
	command.Stdin = strings.NewReader(pin + "\n")
	line, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(line)
}

func TestStaffLeaveTheKiosk(t *testing.T) {
	t.Parallel()
	p := kiosk(t, hashed(t, "2718"))
	p.write("canary-staff")
	try := func(pin string) {
		p.press("F10")
		p.await("Type the PIN")
		p.press("-l", pin)
		p.enter()
	}
	try("1234")
	p.await("This is not the PIN.")
	_, before := p.process()
	p.hurt("KILL") // a new process gives no new tries
	p.waiting()
	if _, after := p.process(); after == before {
		t.Error("the process of the patient is the same")
	}
	for range 4 {
		try("1234")
		p.await("This is not the PIN.")
		p.press("Escape")
		p.await(attract)
	}
	try("2718")
	p.await("Too many tries.")
	tries := filepath.Join(p.dir, ".local", "share", "informed", "kiosk-pin.json")
	if err := os.Remove(tries); err != nil {
		t.Fatal(err)
	}
	p.press("-l", "2718")
	p.enter()
	p.ended("0", "canary-", "Example Clinic")
}

// Nothing that a patient can press ends, stops or starts a program.
func TestKeysDoNotLeaveTheKiosk(t *testing.T) {
	t.Parallel()
	p := kiosk(t, "")
	_, before := p.process()
	screens := []func(){
		func() {},
		func() { p.write("canary-locked") },
	}
	for _, screen := range screens {
		screen()
		shown := p.still()
		p.press("C-c", "C-z", "C-\\", "C-d", "C-]")
		p.tmux("set-buffer", "rm -rf \x1b]52;c;aGk=\a\x1b[31m")
		p.tmux("paste-buffer", "-p")
		if got := p.still(); got != shown {
			t.Errorf("something happened:\n%s\nbefore\n%s", got, shown)
		}
	}
	_, after := p.process()
	if after != before {
		t.Error("the process of the patient is another")
	}
	if out, err := exec.Command("pgrep", "-P", after).Output(); err == nil {
		t.Errorf("it has started %s", out)
	}
}

var noDumps = regexp.MustCompile(`Max core file size +0 +0 `)

// What libraries write down for those who look for faults is not written, whatever the environment says.
func TestTheEnvironmentWritesNothingDown(t *testing.T) {
	t.Parallel()
	p := kiosk(t, "")
	_, patient := p.process()
	supervisor, _ := p.process()
	for id, want := range map[string]bool{supervisor: true, patient: false} {
		env, err := os.ReadFile(filepath.Join("/proc", id, "environ"))
		if err != nil {
			continue // it lets nobody look
		}
		limits, _ := os.ReadFile(filepath.Join("/proc", id, "limits"))
		status, _ := os.ReadFile(filepath.Join("/proc", id, "status"))
		if !noDumps.Match(limits) || !strings.Contains(string(status), "NoNewPrivs:\t1") {
			t.Errorf("process %s may leave dumps, or take rights:\n%s%s", id, limits, status)
		}
		if strings.Contains(string(env), "TEA_TRACE=") != want || strings.Contains(string(env), "XDG_CONFIG_HOME=") != want {
			t.Errorf("process %s has %q", id, env)
		}
	}
}

func TestAKioskSaysWhatIsWrongWithItsFile(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "kiosk.yaml")
	if err := os.WriteFile(file, []byte("clinic: A\nquestionaire: b\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), program, "kiosk", "--config", file).CombinedOutput()
	if err == nil || !strings.Contains(string(out), file+":2:1: error unknown-key") {
		t.Errorf("%v: %s", err, out)
	}
}
