package terminal

import (
	"bytes"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadJoinsWhatCameInParts(t *testing.T) {
	tests := []struct {
		name  string
		parts []string
	}{
		{"arrow", []string{"\x1b[", "A"}},
		{"mouse", []string{"\x1b[<0", ";10", ";20M"}},
		{"letter", []string{"\xd8", "\xb3"}},
		{"start of a paste", []string{"\x1b[20", "0~"}},
		{"last of many", []string{strings.Repeat("\x1b[A", chunk/3-1) + "\x1b[1;", "5A"}},
		{"cut by the chunk", []string{strings.Repeat("x", chunk-3) + "\x1b[<0;10;20M"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in, keyboard := newInput(t)
			go func() {
				for _, part := range tt.parts {
					keyboard.WriteString(part)
				}
			}()
			var buffer [256]byte
			n, err := in.Read(buffer[:])
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Join(tt.parts, ""), string(buffer[:n])); diff != "" {
				t.Errorf("first read (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadGivesEscapeAlone(t *testing.T) {
	in, keyboard := newInput(t)
	keyboard.WriteString("\x1b")
	var buffer [256]byte
	if n, err := in.Read(buffer[:]); n != 1 || err != nil || buffer[0] != escape {
		t.Errorf("Read = %q, %v, want the key alone", buffer[:n], err)
	}
}

func TestReadTellsOfTheEnd(t *testing.T) {
	in, keyboard := newInput(t)
	keyboard.Close()
	var buffer [256]byte
	if n, err := in.Read(buffer[:]); n != 0 || err != errHungUp {
		t.Errorf("Read = %d, %v, want %v", n, err, errHungUp)
	}
}

func TestReadCutsALongPaste(t *testing.T) {
	in, keyboard := newInput(t)
	go func() {
		keyboard.WriteString(pasteStart + strings.Repeat("x", 1<<20) + pasteEnd + "q")
		keyboard.Close()
	}()
	var got bytes.Buffer
	var buffer [256]byte
	for {
		n, err := in.Read(buffer[:])
		if err == errHungUp {
			break
		}
		if n == len(buffer) {
			t.Fatal("a read fills the buffer")
		}
		got.Write(buffer[:n])
	}
	want := pasteStart + strings.Repeat("x", pasteLimit) + pasteEnd + "q"
	if got.String() != want {
		t.Errorf("%d bytes, ending with %q; want %d", got.Len(), got.Bytes()[got.Len()-10:], len(want))
	}
}

// newInput is an input and the other end of its line.
func newInput(t *testing.T) (*input, *os.File) {
	t.Helper()
	out, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { out.Close(); in.Close() })
	return &input{File: out}, in
}

func TestFilterGivesTheSameHoweverPastesAreCut(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		var in input
		var sent, want, got, chunk []byte
		for range rng.IntN(8) {
			event, seen := anyEvent(rng)
			sent, want = append(sent, event...), append(want, seen...)
			for i, c := range []byte(event) {
				chunk = append(chunk, c)
				last := i == len(event)-1
				if last || strings.HasPrefix(event, pasteStart) && i >= len(pasteStart) && rng.IntN(3) == 0 {
					b := append(in.held, chunk...)
					got = append(got, b[:in.filter(b)]...)
					chunk = chunk[:0]
				}
			}
		}
		if !bytes.Equal(got, want) {
			t.Fatalf("of %q came %q, want %q", sent, got, want)
		}
	}
}

// anyEvent is an event, and what of it Bubble Tea shall see.
func anyEvent(rng *rand.Rand) (event, seen string) {
	events := []string{"a", "é", "\r", "\x1b", "\x1b[A", "\x1b[<35;1;2M", "\x1b[24;80R", "\x1b]"}
	replies := []string{"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1bP>|name\x1b\\", "\x1b]11;?\a"}
	pasted := []string{"", "text\r\nmore", "\x1b", "\x1b[201", "\x1b\x1b[20\x1b[20", "\x1b[200~"}
	switch rng.IntN(3) {
	case 0:
		return replies[rng.IntN(len(replies))], ""
	case 1:
		event = pasteStart + pasted[rng.IntN(len(pasted))] + pasteEnd
	default:
		event = events[rng.IntN(len(events))]
	}
	return event, event
}
