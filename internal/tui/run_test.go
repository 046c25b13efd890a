package tui

import (
	"testing"

	"informed/internal/tui/terminal"
)

func TestHowItEnded(t *testing.T) {
	tests := []struct {
		name     string
		reason   terminal.Reason
		finished bool
		want     End
	}{
		{"at the end", terminal.Quit, true, Finished},
		{"before the end", terminal.Quit, false, Stopped},
		{"by a signal", terminal.Interrupted, false, Interrupted},
		{"by a signal at the end", terminal.Interrupted, true, Interrupted},
		{"the terminal went away", terminal.HungUp, false, HungUp},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := ended(test.reason, test.finished); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
