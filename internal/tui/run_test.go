package tui

import (
	"io"
	"testing"

	"informed/internal/tui/screen"
	"informed/internal/tui/terminal"
)

func TestHowItEnded(t *testing.T) {
	tests := []struct {
		name     string
		reason   terminal.Reason
		finished bool
		fault    error
		want     End
	}{
		{"at the end", terminal.Quit, true, nil, Finished},
		{"before the end", terminal.Quit, false, nil, Stopped},
		{"unsaved", terminal.Quit, false, io.ErrShortWrite, Unsaved},
		{"by a signal", terminal.Interrupted, false, nil, Interrupted},
		{"by a signal at the end", terminal.Interrupted, true, nil, Interrupted},
		{"the terminal went away", terminal.HungUp, false, nil, HungUp},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := ended(test.reason, &screen.Sitting{Finished: test.finished, Fault: test.fault}); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
