package terminal

import (
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

func TestClean(t *testing.T) {
	tests := []struct {
		name, line, want string
		cells            int
		styled           bool
	}{
		{"empty", "", "", 0, false},
		{"plain", "plain text", "plain text", 10, false},
		{"styled", "\x1b[1;38:2::1:2:3mbold\x1b[0m", "\x1b[1;38:2::1:2:3mbold\x1b[0m", 4, true},
		{"wide", "漢字é", "漢字é", 5, false},
		{"cursor movement", "a\x1b[2Jb\x1b[10;10Hc", "abc", 3, false},
		{"private mode", "a\x1b[?1049lb", "ab", 2, false},
		{"modifyOtherKeys ends with m", "a\x1b[>4;2mb", "ab", 2, false},
		{"clipboard", "a\x1b]52;c;Zm9v\ab", "ab", 2, false},
		{"link", "\x1b]8;;http://x.example\x1b\\text\x1b]8;;\x1b\\", "text", 4, false},
		{"string without end", "a\x1bPq#0", "a", 1, false},
		{"escape alone", "a\x1b", "a", 1, false},
		{"control characters", "a\nb\tc\x7f", "a\ufffdb\ufffdc\ufffd", 6, false},
		{"C1 as UTF-8", "a\u009b31mb", "a\ufffd31mb", 6, false},
		{"C1 as a byte", "a\x9b31mb", "a\ufffd31mb", 6, false},
		{"not UTF-8", "a\xffb", "a\ufffdb", 3, false},
		{"the replacement character", "\ufffd", "\ufffd", 1, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, cells, styled := clean(tt.line)
			if text != tt.want || cells != tt.cells || styled != tt.styled {
				t.Errorf("clean(%q) = %q, %d, %v, want %q, %d, %v",
					tt.line, text, cells, styled, tt.want, tt.cells, tt.styled)
			}
		})
	}
}

func FuzzClean(f *testing.F) {
	for _, seed := range []string{"text", "\x1b[1mb\x1b[m", "\x1b]0;t\a", "\x1b\x1b[\x1b", "\x9b\u009d", "a\x1b[1\x1b[2mé\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		text, cells, _ := clean(line)
		if !utf8.ValidString(text) {
			t.Errorf("clean(%q) = %q, which is not UTF-8", line, text)
		}
		if width := ansi.StringWidth(text); cells != width {
			t.Errorf("clean(%q) says %d cells, want %d", line, cells, width)
		}
		for rest := text; rest != ""; {
			n := max(sgrLength(rest), textLength(rest))
			if n == 0 {
				t.Fatalf("clean(%q) leaves %q", line, rest)
			}
			rest = rest[n:]
		}
		if again, _, _ := clean(text); again != text {
			t.Errorf("clean(%q) = %q, then %q", line, text, again)
		}
	})
}
