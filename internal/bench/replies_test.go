package main

import "testing"

func TestAnswer(t *testing.T) {
	tests := []struct{ name, written, reply, rest string }{
		{"nothing asked", "hello", "", "hello"},
		{"the end is kept", "0123456789", "", "3456789"},
		{"in the order asked", "\x1b]11;?\x1b\\text\x1b[6n", "\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[1;1R", ""},
		{"in the other order", "\x1b[6n\x1b]11;?\x07", "\x1b[1;1R\x1b]11;rgb:0000/0000/0000\x07", ""},
		{"twice", "\x1b[c\x1b[c.", "\x1b[?62;22c\x1b[?62;22c", "."},
		{"half a query", "\x1b]11;?\x1b", "", "\x1b]11;?\x1b"},
	}
	for _, test := range tests {
		reply, rest := answer([]byte(test.written))
		if string(reply) != test.reply || string(rest) != test.rest {
			t.Errorf("%s: got %q and %q, want %q and %q", test.name, reply, rest, test.reply, test.rest)
		}
	}
}

func TestLongestQuery(t *testing.T) {
	most := 0
	for _, e := range exchanges {
		most = max(most, len(e.query))
	}
	if longest != most {
		t.Errorf("got %d, want %d", longest, most)
	}
}
