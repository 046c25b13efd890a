package kiosk

import (
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// silence is how long a process may be silent: longer than one takes to start, which is slow where short tests are wanted, for
// those are what the race detector runs.
func silence() time.Duration {
	if testing.Short() {
		return 4 * time.Second
	}
	return time.Second
}

// A process that is stopped, or does something for ever, is ended, and the screen is wiped of what it showed.
func TestAProcessThatGivesNoSignIsEnded(t *testing.T) {
	for name, key := range map[string]string{"stopped": "z", "busy for ever": "l"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := patiently(t, os.Args[0], silence())
			r.await("code[]")
			sent := time.Now()
			r.press(key)
			r.await(wiped)
			if took := time.Since(sent); took > 10*silence() {
				t.Errorf("it took %v", took)
			}
			r.await("code[" + (ending{stuck: true}).code() + "]")
			r.press("s")
			r.over()
			if !strings.Contains(r.log.String(), "no sign of life") {
				t.Errorf("the log is %q", r.log.String())
			}
		})
	}
}

func TestTheControlWithoutLooksAStoppedProcessStays(t *testing.T) {
	r := start(t, os.Args[0])
	r.await("code[]")
	r.press("z")
	<-time.After(2 * silence())
	r.mu.Lock()
	wasWiped := strings.Contains(string(r.screen), wiped)
	r.mu.Unlock()
	if wasWiped {
		t.Errorf("something else ends it: the test of what ends it shows nothing; the log is %q", r.log.String())
	}
	out, err := exec.Command("pgrep", "-P", strconv.Itoa(os.Getpid())).Output()
	if err != nil {
		t.Fatal(err)
	}
	stopped, err := strconv.Atoi(strings.Fields(string(out))[0])
	if err != nil {
		t.Fatal(err)
	}
	unix.Kill(stopped, unix.SIGKILL)
	r.await("code[" + (ending{signal: unix.SIGKILL}).code() + "]")
	r.press("s")
	r.over()
}

func TestAProcessThatGivesSignsIsLeftAlone(t *testing.T) {
	r := patiently(t, os.Args[0], silence())
	r.await("code[]")
	r.press("a")
	r.await(wiped)
	r.await("code[]")
	r.press("s")
	r.over()
	if r.log.Len() > 0 {
		t.Error(r.log.String())
	}
}

// A key of the console can stop what is shown, with answers in view.
func TestOutputThatSomebodyStoppedGoesOn(t *testing.T) {
	r := patiently(t, os.Args[0], silence())
	r.await("code[]")
	r.press("f")
	r.await(canary)
	r.await("code[]")
	r.press("s")
	r.over()
}

func TestThaw(t *testing.T) {
	stops := map[string]func(keys, tty *os.File) error{
		"by an order": func(_, tty *os.File) error { return unix.IoctlSetInt(int(tty.Fd()), unix.TCXONC, unix.TCOOFF) },
		"by a key": func(keys, tty *os.File) error {
			_, err := keys.WriteString("\x13\n")
			if err == nil {
				_, err = tty.Read(make([]byte, 1)) // the line that came after it
			}
			return err
		},
	}
	for name, stop := range stops {
		t.Run(name, func(t *testing.T) {
			keys, tty, err := pty.Open()
			if err != nil {
				t.Fatal(err)
			}
			defer keys.Close()
			defer tty.Close()
			if err := stop(keys, tty); err != nil {
				t.Fatal(err)
			}
			came := make(chan error, 1)
			go func() { _, err := tty.WriteString("x"); came <- err }()
			select {
			case <-came:
				t.Fatal("the control: nothing has stopped it")
			case <-time.After(50 * time.Millisecond):
			}
			thaw(tty)
			select {
			case err := <-came:
				if err != nil {
					t.Error(err)
				}
			case <-time.After(20 * time.Second):
				t.Error("it does not go on")
			}
		})
	}
}
