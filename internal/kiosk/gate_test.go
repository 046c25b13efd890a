package kiosk

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func at(now *time.Time) func() time.Time { return func() time.Time { return *now } }

// tried gives how many of ten thousand tries of a machine, one a second, were looked at. The program is started anew after each
// hundred, with a file that restarted may do something to.
func tried(t *testing.T, restarted func(file string)) (looked int) {
	t.Helper()
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	file := filepath.Join(t.TempDir(), "pin.json")
	var g Gate
	for i := range 10_000 {
		if i%100 == 0 {
			restarted(file)
			g = Gate{File: file, Now: at(&now), Opens: func(string) bool { looked++; return false }}
		}
		if open, _, err := g.Try(fmt.Sprintf("%04d", i)); open || err != nil {
			t.Fatal(open, err)
		}
		now = now.Add(time.Second)
	}
	return looked
}

func TestTriesOfAMachineAreFew(t *testing.T) {
	looked := tried(t, func(string) {})
	t.Logf("%d of 10,000 tries were looked at", looked)
	// Five at once, five while the wait grows to 15 minutes (930 s), and one in each 15 minutes that remain.
	most := 5 + 5 + (10_000-930)/900 + 1
	if looked > most || looked < 10 {
		t.Errorf("%d tries were looked at, want at most %d", looked, most)
	}
	if looked := tried(t, func(file string) { os.Remove(file) }); looked <= most {
		t.Errorf("the control: with a count that is lost at each start, %d tries were looked at", looked)
	}
}

func TestAGateOpensAndForgets(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	g := Gate{File: filepath.Join(t.TempDir(), "pin.json"), Now: at(&now), Opens: func(pin string) bool { return pin == "right" }}
	for range 3 {
		for range freeTries - 1 {
			if open, wait, err := g.Try("wrong"); open || wait > 0 || err != nil {
				t.Fatal(open, wait, err)
			}
		}
		if open, wait, err := g.Try("right"); !open || wait > 0 || err != nil {
			t.Fatal(open, wait, err)
		}
	}
}

func TestTheRightPINDoesNotOpenWhileOneHasToWait(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	g := Gate{File: filepath.Join(t.TempDir(), "pin.json"), Now: at(&now), Opens: func(pin string) bool { return pin == "right" }}
	for range freeTries {
		g.Try("wrong")
	}
	if open, wait, _ := g.Try("right"); open || wait != firstWait {
		t.Errorf("open %v, wait %v", open, wait)
	}
	now = now.Add(-24 * time.Hour)
	if _, wait, _ := g.Try("right"); wait != longWait {
		t.Errorf("a clock that was set back keeps staff out for %v", wait)
	}
	now = now.Add(24*time.Hour + firstWait)
	if open, _, _ := g.Try("right"); !open {
		t.Error("shut for ever")
	}
}

func TestADamagedFileKeepsTheGateShut(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	for _, content := range []string{"{", "{}x", `{"failed":-1}`, "\x00\x00\x00"} {
		g := Gate{File: filepath.Join(t.TempDir(), "pin.json"), Now: at(&now), Opens: func(string) bool { return true }}
		if err := os.WriteFile(g.File, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if open, wait, err := g.Try("right"); open || wait != longWait || err != nil {
			t.Errorf("%q: open %v, wait %v, %v", content, open, wait, err)
		}
	}
	g := Gate{File: filepath.Join(t.TempDir(), "missing", "pin.json"), Now: at(&now), Opens: func(string) bool { return true }}
	if open, _, err := g.Try("right"); open || err == nil {
		t.Errorf("tries that cannot be counted: open %v, %v", open, err)
	}
}

func TestHash(t *testing.T) {
	hash, err := Hash("271828")
	if err != nil {
		t.Fatal(err)
	}
	lock, err := NewLock(hash)
	if err != nil {
		t.Fatal(err)
	}
	for pin, want := range map[string]bool{"271828": true, "271829": false, "": false, "2718280": false} {
		if lock.Opens(pin) != want {
			t.Errorf("%q opens: %v", pin, !want)
		}
	}
	if again, _ := Hash("271828"); again == hash {
		t.Error("two hashes have the same salt")
	}
	for _, pin := range []string{"", "123", "12 34", "12345a", "1234567890123"} {
		if _, err := Hash(pin); err == nil {
			t.Errorf("%q is taken for a PIN", pin)
		}
	}
}

func TestNewLockRefuses(t *testing.T) {
	const salt, key = "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
	tests := map[string]string{
		"nothing":        "",
		"another hash":   "$argon2i$v=19$m=65536,t=3,p=1$" + salt + "$" + key,
		"too weak":       "$argon2id$v=19$m=8,t=3,p=1$" + salt + "$" + key,
		"too much":       "$argon2id$v=19$m=9999999,t=3,p=1$" + salt + "$" + key,
		"too slow":       "$argon2id$v=19$m=65536,t=99,p=1$" + salt + "$" + key,
		"no lane":        "$argon2id$v=19$m=65536,t=3,p=0$" + salt + "$" + key,
		"a short key":    "$argon2id$v=19$m=65536,t=3,p=1$" + salt + "$AAAA",
		"no parameters":  "$argon2id$v=19$$" + salt + "$" + key,
		"no base 64":     "$argon2id$v=19$m=65536,t=3,p=1$" + salt + "$!!!!",
		"too many parts": "$argon2id$v=19$m=65536,t=3,p=1$" + salt + "$" + key + "$",
	}
	for name, hash := range tests {
		if _, err := NewLock(hash); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	if _, err := NewLock("$argon2id$v=19$m=65536,t=3,p=1$" + salt + "$" + key); err != nil {
		t.Errorf("the control: %v", err)
	}
}
