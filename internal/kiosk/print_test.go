package kiosk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestPrint(t *testing.T) {
	file := filepath.Join(t.TempDir(), "printed")
	p := Printer{Command: []string{"/bin/dd", "of=" + file, "status=none"}, Within: time.Minute}
	if err := p.Print([]byte(canary)); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != canary {
		t.Errorf("printed %q, %v", got, err)
	}
}

func TestPrintTellsWhatWentWrong(t *testing.T) {
	tests := []struct {
		name    string
		command []string
		within  time.Duration
		want    string
	}{
		{"failing", []string{"/bin/sh", "-c", "cat >&2; exit 3"}, time.Minute, "exit status 3"},
		{"absent", []string{"/nowhere/lp"}, time.Minute, "no such file"},
		{"hanging", []string{"/bin/sh", "-c", "sleep 100 & sleep 100"}, 100 * time.Millisecond, "took longer than 100ms"},
		{"not set", nil, time.Minute, "no program prints"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			began := time.Now()
			err := Printer{Command: test.command, Within: test.within}.Print([]byte(strings.Repeat(canary, 1<<12)))
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), canary) {
				t.Errorf("error %v, want %q", err, test.want)
			}
			if took := time.Since(began); took > 10*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
