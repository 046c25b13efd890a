package terminal

import "testing"

func TestProfileFor(t *testing.T) {
	type env = map[string]string
	tests := []struct {
		name   string
		choice string
		env    env
		pipe   bool
		want   Profile
	}{
		{name: "nothing known", want: NoColor},
		{name: "dumb", env: env{"TERM": "dumb", "COLORTERM": "truecolor"}, want: NoColor},
		{name: "old hardware", env: env{"TERM": "vt220"}, want: NoColor},
		{name: "console", env: env{"TERM": "linux"}, want: ANSI16},
		{name: "xterm", env: env{"TERM": "xterm"}, want: ANSI16},
		{name: "xterm in colour", env: env{"TERM": "xterm-color"}, want: ANSI16},
		{name: "256 colours", env: env{"TERM": "xterm-256color"}, want: ANSI256},
		{name: "kitty", env: env{"TERM": "xterm-kitty"}, want: TrueColor},
		{name: "foot by ssh", env: env{"TERM": "foot"}, want: TrueColor},
		{name: "direct", env: env{"TERM": "xterm-direct"}, want: TrueColor},
		{name: "true colour", env: env{"TERM": "xterm-256color", "COLORTERM": "truecolor"}, want: TrueColor},
		{name: "some colour", env: env{"TERM": "vt220", "COLORTERM": "yes"}, want: ANSI16},
		{name: "screen", env: env{"TERM": "screen", "COLORTERM": "truecolor"}, want: ANSI256},
		{name: "tmux as screen", env: env{"TERM": "screen", "COLORTERM": "24bit", "TERM_PROGRAM": "tmux"}, want: TrueColor},
		{name: "pipe", env: env{"TERM": "xterm"}, pipe: true, want: NoColor},
		{name: "never", choice: "never", env: env{"TERM": "xterm", "CLICOLOR_FORCE": "1"}, want: NoColor},
		{name: "always", choice: "always", env: env{"TERM": "dumb", "NO_COLOR": "1"}, pipe: true, want: ANSI16},
		{name: "always keeps more", choice: "always", env: env{"TERM": "xterm-256color"}, want: ANSI256},
		{name: "NO_COLOR is no truth value", env: env{"TERM": "xterm", "NO_COLOR": "yes"}, want: NoColor},
		{name: "NO_COLOR=0 counts", env: env{"TERM": "xterm", "NO_COLOR": "0"}, want: NoColor},
		{name: "NO_COLOR empty does not", choice: "auto", env: env{"TERM": "xterm", "NO_COLOR": ""}, want: ANSI16},
		{name: "NO_COLOR beats force", env: env{"TERM": "xterm", "NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, want: NoColor},
		{name: "force into a pipe", env: env{"TERM": "xterm", "CLICOLOR_FORCE": "1"}, pipe: true, want: ANSI16},
		{name: "force=0 does not", env: env{"TERM": "xterm", "CLICOLOR_FORCE": "0"}, pipe: true, want: NoColor},
		{name: "CLICOLOR=0", env: env{"TERM": "xterm", "CLICOLOR": "0"}, want: NoColor},
		{name: "CLICOLOR=1", env: env{"TERM": "xterm", "CLICOLOR": "1"}, want: ANSI16},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			getenv := func(name string) string { return tt.env[name] }
			if got := ProfileFor(tt.choice, getenv, !tt.pipe); got != tt.want {
				t.Errorf("ProfileFor = %d, want %d", got, tt.want)
			}
		})
	}
}
