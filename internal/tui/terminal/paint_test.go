package terminal

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
)

func TestDrawWritesOnlyWhatChanged(t *testing.T) {
	tests := []struct {
		name   string
		before Frame
		after  Frame
		want   string // between the synchronization marks
	}{
		{"nothing", Frame{Lines: []string{"a", "b"}}, Frame{Lines: []string{"a", "b"}}, ""},
		{"a row", Frame{Lines: []string{"a", "b"}}, Frame{Lines: []string{"a", "c"}}, "\x1b[2;1Hc\x1b[K"},
		{"a styled row", Frame{}, Frame{Lines: []string{"\x1b[1mbold"}}, "\x1b[1;1H\x1b[1mbold\x1b[m\x1b[K"},
		{"a full row", Frame{}, Frame{Lines: []string{"1234567890"}}, "\x1b[1;1H1234567890"},
		{"a row that goes", Frame{Lines: []string{"a", "b"}}, Frame{Lines: []string{"a"}}, "\x1b[2;1H\x1b[K"},
		{"the cursor comes", Frame{}, Frame{Cursor: &Position{X: 3, Y: 1}}, "\x1b[2;4H\x1b[?25h"},
		{"the cursor moves", Frame{Cursor: &Position{}}, Frame{Cursor: &Position{X: 1}}, "\x1b[1;2H"},
		{"the cursor stays", Frame{Cursor: &Position{}}, Frame{Cursor: &Position{}}, ""},
		{"the cursor goes", Frame{Cursor: &Position{}}, Frame{}, "\x1b[?25l"},
		{
			"a row under the cursor", Frame{Cursor: &Position{}},
			Frame{Lines: []string{"", "b"}, Cursor: &Position{}}, "\x1b[2;1Hb\x1b[K\x1b[1;1H",
		},
		{"the cursor is off the screen", Frame{}, Frame{Cursor: &Position{X: 99, Y: -1}}, "\x1b[1;10H\x1b[?25h"},
		{"a line too wide", Frame{}, Frame{Lines: []string{"123456789漢"}}, "\x1b[1;1H123456789\x1b[K"},
		{"lines too many", Frame{}, Frame{Lines: []string{"", "", "", "x"}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var p painter
			p.resize(10, 3)
			p.draw(tt.before)
			want := tt.want
			if want != "" {
				want = syncOn + want + syncOff
			}
			if diff := cmp.Diff(want, string(p.draw(tt.after))); diff != "" {
				t.Errorf("draw (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDrawShowsAnyFrames(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var p painter
		s := newScreen(t, 1, 1)
		for step := range 30 {
			if step == 0 || rng.IntN(8) == 0 {
				width, height := 1+rng.IntN(30), 1+rng.IntN(8)
				p.resize(width, height)
				s.resize(width, height)
			}
			f := anyFrame(rng, p.width, p.height)
			s.write(p.draw(f))
			compareScreen(t, s, f)
		}
	}
}

func compareScreen(t *testing.T, s *screen, f Frame) {
	t.Helper()
	height, width := len(s.cells), len(s.cells[0])
	if diff := cmp.Diff(looks(t, f, width, height), s.cells); diff != "" {
		t.Fatalf("%d×%d cells of %q (-want +got):\n%s", width, height, f.Lines, diff)
	}
	if s.style != "" || s.sync {
		t.Fatalf("style %q or synchronization %v is left on", s.style, s.sync)
	}
	if s.cursor != (f.Cursor != nil) {
		t.Fatalf("cursor shown: %v, want %v", s.cursor, f.Cursor != nil)
	}
	if f.Cursor != nil && *f.Cursor != (Position{s.x, s.y}) {
		t.Fatalf("cursor at %v, want %v", Position{s.x, s.y}, *f.Cursor)
	}
}

// anyFrame is a frame that keeps the promises. Its pieces are few, so that one
// frame often shares rows with the next.
func anyFrame(rng *rand.Rand, width, height int) Frame {
	pieces := []string{"a", "bc", " ", "漢", "é", "سلام", "\x1b[1m", "\x1b[7;4m", "\x1b[38;5;42m", "\x1b[m"}
	var f Frame
	for range rng.IntN(height + 1) {
		line := ""
		for range rng.IntN(4) {
			next := line + pieces[rng.IntN(len(pieces))]
			if ansi.StringWidth(next) <= width {
				line = next
			}
		}
		f.Lines = append(f.Lines, line)
	}
	if rng.IntN(3) > 0 {
		f.Cursor = &Position{X: rng.IntN(width), Y: rng.IntN(height)}
	}
	return f
}

func TestWipeBlanksEveryRow(t *testing.T) {
	var p painter
	p.resize(4, 3)
	s := newScreen(t, 4, 3)
	s.write(p.draw(Frame{Lines: []string{"wxyz", "ab", "\x1b[7mwxyz"}}))
	s.style, s.sync = "\x1b[7m", true
	s.write(p.wipe())
	compareScreen(t, s, Frame{})
}

// page is a frame of the usual look: some styles, some accents, cursor shown.
func page(width, height, counter int) Frame {
	f := Frame{Cursor: &Position{X: 2, Y: 9}}
	for y := range height {
		text := fmt.Sprintf("\x1b[1m%2d\x1b[m  Which of these fits the care — thé one — you think about?", y)
		f.Lines = append(f.Lines, text+strings.Repeat(" ", width-ansi.StringWidth(text)))
	}
	f.Lines[9] = fmt.Sprintf("\x1b[7m> %d\x1b[m", counter)
	return f
}

func BenchmarkDraw(b *testing.B) {
	pages := []Frame{page(100, 30, 0), page(100, 30, 1)}
	b.Run("one row", func(b *testing.B) {
		var p painter
		p.resize(100, 30)
		p.draw(pages[0])
		for i := 0; b.Loop(); i++ {
			p.draw(pages[i%2])
		}
	})
	b.Run("all rows", func(b *testing.B) {
		var p painter
		p.resize(100, 30)
		for b.Loop() {
			p.stale = true
			p.draw(pages[0])
		}
	})
}
