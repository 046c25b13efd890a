package terminal

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// screen is the least terminal that shows what a painter writes. Whatever it
// does not know fails the test.
type screen struct {
	t      *testing.T
	cells  [][]string // each with the style before it; the second half of a wide one is empty
	x, y   int
	style  string
	cursor bool
	sync   bool
	parser *ansi.Parser
}

func newScreen(t *testing.T, width, height int) *screen {
	s := &screen{t: t, parser: ansi.NewParser()}
	s.resize(width, height)
	return s
}

// resize leaves junk everywhere, as a terminal may.
func (s *screen) resize(width, height int) {
	s.cells = make([][]string, height)
	for y := range s.cells {
		s.cells[y] = make([]string, width)
		for x := range s.cells[y] {
			s.cells[y][x] = "#"
		}
	}
	s.x, s.y = 0, 0
}

func (s *screen) write(b []byte) {
	for rest := string(b); len(rest) > 0; {
		sequence, width, n, _ := ansi.DecodeSequence(rest, ansi.NormalState, s.parser)
		rest = rest[n:]
		if width > 0 {
			s.print(sequence, width)
		} else {
			s.control(sequence)
		}
	}
}

func (s *screen) print(text string, width int) {
	row := s.cells[s.y]
	if s.x+width > len(row) {
		s.t.Fatalf("%q is printed beyond the edge of row %d", text, s.y)
	}
	row[s.x] = s.style + text
	for i := 1; i < width; i++ {
		row[s.x+i] = ""
	}
	s.x += width
}

func (s *screen) control(sequence string) {
	switch {
	case strings.HasSuffix(sequence, "H"):
		y, _ := s.parser.Param(0, 1)
		x, _ := s.parser.Param(1, 1)
		if y > len(s.cells) || x > len(s.cells[0]) {
			s.t.Fatalf("the cursor is moved off the screen by %q", sequence)
		}
		s.x, s.y = x-1, y-1
	case sequence == eraseLine:
		if s.x == len(s.cells[s.y]) {
			s.t.Fatalf("row %d is erased from beyond its end", s.y)
		}
		for x := s.x; x < len(s.cells[s.y]); x++ {
			s.cells[s.y][x] = s.style + " "
		}
	case sequence == plainStyle, sequence == "\x1b[0m":
		s.style = ""
	case sgrLength(sequence) == len(sequence):
		s.style += sequence
	case sequence == cursorOn, sequence == cursorOff:
		s.cursor = sequence == cursorOn
	case sequence == syncOn, sequence == syncOff:
		s.sync = sequence == syncOn
	default:
		s.t.Fatalf("%q is none of what may be written", sequence)
	}
}

// looks gives the cells that f shall give on a screen of this size.
func looks(t *testing.T, f Frame, width, height int) [][]string {
	s := newScreen(t, width, height)
	for y := range height {
		s.x, s.y, s.style = 0, y, ""
		s.control(eraseLine)
		if y < len(f.Lines) {
			s.write([]byte(f.Lines[y]))
		}
	}
	return s.cells
}
