package terminal

import "testing"

func TestEventLength(t *testing.T) {
	tests := []struct {
		name, bytes string
		want        int
		whole       bool
	}{
		{"letter", "ab", 1, true},
		{"control", "\rb", 1, true},
		{"accent", "éa", 2, true},
		{"half an accent", "\xc3", 1, false},
		{"no character", "\xffa", 1, true},
		{"escape", "\x1b", 1, false},
		{"escape twice", "\x1b\x1b", 1, true},
		{"alt and a letter", "\x1bab", 2, true},
		{"alt and half an accent", "\x1b\xc3", 2, false},
		{"arrow", "\x1b[Ab", 3, true},
		{"half an arrow", "\x1b[", 2, false},
		{"arrow with control", "\x1b[1;5A", 6, true},
		{"half a function key", "\x1b[15", 4, false},
		{"broken", "\x1b[1\x1b[A", 3, true},
		{"application arrow", "\x1bOAb", 3, true},
		{"half an application arrow", "\x1bO", 2, false},
		{"console F1", "\x1b[[Ab", 4, true},
		{"half a console F1", "\x1b[[", 3, false},
		{"mouse", "\x1b[<0;10;20Mx", 11, true},
		{"half a mouse", "\x1b[<0;10;", 8, false},
		{"old mouse", "\x1b[M \xff!x", 6, true},
		{"half an old mouse", "\x1b[M ", 4, false},
		{"colour reply", "\x1b]11;rgb:0/0/0\x1b\\x", 16, true},
		{"colour reply with bell", "\x1b]11;rgb:0/0/0\ax", 15, true},
		{"half a colour reply", "\x1b]11;rgb:0/0/0\x1b", 15, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, whole := eventLength([]byte(tt.bytes))
			if n != tt.want || whole != tt.whole {
				t.Errorf("eventLength(%q) = %d, %v, want %d, %v", tt.bytes, n, whole, tt.want, tt.whole)
			}
		})
	}
}

func FuzzEventLength(f *testing.F) {
	for _, seed := range []string{"a", "é", "\x1b[1;5A", "\x1bOP", "\x1b[[A", "\x1b[M !!", "\x1b]11;?\x1b\\", "\x1b\x1b[A"} {
		f.Add([]byte(seed), []byte("x"))
	}
	f.Fuzz(func(t *testing.T, b, after []byte) {
		if len(b) == 0 {
			return
		}
		n, whole := eventLength(b)
		if n < 1 || n > len(b) || !whole && n < len(b) {
			t.Fatalf("eventLength(%q) = %d, %v", b, n, whole)
		}
		if !whole {
			return
		}
		if m, _ := eventLength(append(b[:len(b):len(b)], after...)); m != n {
			t.Errorf("eventLength(%q) = %d, but %d with %q after it", b, n, m, after)
		}
	})
}
