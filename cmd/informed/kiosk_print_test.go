package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var pickup = regexp.MustCompile(`(?m)^ +([0-9A-Z]{3}-[0-9A-Z]{3})$`)

// Whatever becomes of a print, the patient is told, the desk finds the record by its code, and the next patient comes.
func TestPrintsAndPickupCodes(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ command, told string }{
		"printed": {"[/bin/dd, of=printed]", "Your list is printed."},
		"failing": {"[/bin/false]", "It could not be printed."},
		"absent":  {"[/nowhere/lp]", "It could not be printed."},
		"hanging": {"[/bin/sleep, \"1000\"]\n  within: 1s", "It could not be printed."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "data")
			command := strings.ReplaceAll(test.command, "of=", "of="+dir+"/")
			store := filepath.Join(dir, "records.db")
			p := kiosk(t, "store: "+store+"\ncopies:\n  pickup: true\n  print: "+command+"\n")
			p.write("canary-print")
			p.enter()
			p.await("Question 2 of 2")
			p.press("1")
			p.enter()
			p.walk("This screen is then cleared")
			code := pickup.FindStringSubmatch(p.shown())
			p.press("p")
			p.await(test.told)
			p.enter()
			p.await(attract)
			if code == nil {
				t.Fatal("the last screen shows no code")
			}
			show := exec.CommandContext(t.Context(), program, "records", "show", "--store", store, "--pickup", strings.ToLower(code[1]))
			if out, err := show.CombinedOutput(); err != nil || !strings.Contains(string(out), "canary-print") {
				t.Errorf("the desk finds by %s: %v: %s", code[1], err, out)
			}
			printed, _ := os.ReadFile(filepath.Join(dir, "printed"))
			queue, _ := os.ReadFile(filepath.Join(dir, "not-printed.txt"))
			if was := strings.Contains(string(printed), "canary-print"); was != (name == "printed") || was == (len(queue) > 0) {
				t.Errorf("printed %q, queued %q", printed, queue)
			}
			if strings.Contains(string(queue), "canary") {
				t.Errorf("the queue holds an answer: %s", queue)
			}
		})
	}
}
