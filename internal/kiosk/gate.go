package kiosk

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"
)

// Gate lets staff through by their PIN, and nobody else by trying. How often it was tried is in a file, so that neither the
// end of a process nor of the machine gives new tries.
type Gate struct {
	File  string                // in a folder that is there
	Opens func(pin string) bool // says whether this is the PIN
	Now   func() time.Time
}

// The first tries cost no time. Each that fails after them doubles the wait.
const (
	freeTries = 5
	firstWait = 30 * time.Second
	longWait  = 15 * time.Minute
)

// tries is what the file of a gate holds.
type tries struct {
	Failed int       `json:"failed"`
	Until  time.Time `json:"until,omitzero"` // before then nobody may try
}

// Try reports whether the PIN opens the gate. wait is above zero where this was no try, for there were too many: it says how
// long until the next. A try is on the disk before it is looked at. Where it cannot be, the gate stays shut, with an error.
func (g Gate) Try(pin string) (open bool, wait time.Duration, err error) {
	f, err := os.OpenFile(g.File, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return false, 0, fmt.Errorf("count the tries of a PIN: %w", err)
	}
	defer f.Close()
	if err := exclude(f); err != nil {
		return false, 0, fmt.Errorf("count the tries of a PIN: %w", err)
	}
	t, now := read(f, g.Now()), g.Now()
	if t.Until.Sub(now) > longWait { // the clock was set back
		t.Until = now.Add(longWait)
	}
	if wait := t.Until.Sub(now); wait > 0 {
		return false, wait, nil
	}
	t.Failed++
	t.Until = now.Add(pause(t.Failed))
	if err := write(f, t); err != nil {
		return false, 0, err
	}
	if !g.Opens(pin) {
		return false, 0, nil
	}
	return true, 0, write(f, tries{})
}

// pause is how long nobody may try after so many tries failed.
func pause(failed int) time.Duration {
	if failed < freeTries {
		return 0
	}
	wait := firstWait
	for range failed - freeTries {
		wait = min(2*wait, longWait)
	}
	return wait
}

// read gives what a file holds. One that was tampered with, or cut by a power cut, counts as if everybody had tried.
func read(f *os.File, now time.Time) tries {
	var t tries
	data, err := io.ReadAll(io.LimitReader(f, 1<<10))
	if err == nil && len(data) == 0 {
		return t
	}
	if err != nil || json.Unmarshal(data, &t) != nil || t.Failed < 0 {
		return tries{Failed: 2 * freeTries, Until: now.Add(longWait)}
	}
	return t
}

// write brings the tries to the disk. Spaces at the end take the place of what was longer, for a file that is cut to nothing
// first would be one without tries after a power cut.
func write(f *os.File, t tries) error {
	data, err := json.Marshal(t)
	if err == nil {
		_, err = f.WriteAt(fmt.Appendf(nil, "%-127s\n", data), 0)
	}
	if err == nil {
		err = f.Sync()
	}
	if err != nil {
		return fmt.Errorf("count the tries of a PIN: %w", err)
	}
	return nil
}
