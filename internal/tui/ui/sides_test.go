package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"informed/internal/text"
)

// spread is a page with a second side.
type spread struct {
	page
	right int // lines of the second side
	front int
	alone bool
}

func (s *spread) Side(width int) Block {
	var b Block
	for i := range s.right {
		b.Add(text.Truncate(fmt.Sprintf("right line %d %s", i, strings.Repeat("y", 120)), width))
		b.Zones = append(b.Zones, Zone{Span: Span{i, i + 1}, Message: "right " + fmt.Sprint(i)})
	}
	return b
}

func (s *spread) Sides() Sides {
	return Sides{Names: [2]string{"What you see", "What I see"}, Front: s.front, Alone: s.alone}
}

func opened(t *testing.T, s *spread, width, height int) *desk {
	d := newDesk(t, &s.page)
	d.Lay(s)
	d.Resize(width, height)
	d.Frame()
	d.clock.at = d.clock.at.Add(time.Second)
	return d
}

func (d *desk) shows(words string) bool {
	return slices.ContainsFunc(plain(d.Frame()), func(line string) bool { return strings.Contains(line, words) })
}

func TestTwoSidesStandNextToEachOtherWhereThereIsRoom(t *testing.T) {
	for width, want := range map[int][2]bool{40: {true, false}, 119: {true, false}, 120: {true, true}, 200: {true, true}} {
		s := &spread{page: page{name: "left", lines: 60}, right: 60}
		d := opened(t, s, width, 24)
		if got := [2]bool{d.shows("left line 0"), d.shows("right line 0")}; got != want {
			t.Errorf("%d columns: in view are %v, want %v", width, got, want)
		}
		for _, line := range d.Frame().Lines {
			if w := text.Width(line); w > width {
				t.Errorf("a line of %d cells on %d columns", w, width)
			}
		}
		s.front = 1
		if !d.shows("> What I see") || !d.shows("right line 0") || d.shows("left line 0") != want[1] {
			t.Errorf("%d columns, the second in front:\n%s", width, strings.Join(plain(d.Frame()), "\n"))
		}
		if s.alone = true; d.shows("right line 0") || d.shows("What I see") || !d.shows("left line 0") {
			t.Errorf("%d columns: the second side is shown where there is none", width)
		}
	}
}

func TestEachSideIsScrolledByItself(t *testing.T) {
	s := &spread{page: page{name: "left", lines: 60}, right: 60}
	d := opened(t, s, 140, 24)
	d.press("down", "down")
	if !d.shows("left line 2 ") || d.shows("left line 1 ") || !d.shows("right line 0 ") {
		t.Errorf("arrows scroll\n%s", strings.Join(plain(d.Frame()), "\n"))
	}
	s.front = 1
	d.Frame()
	d.press("down")
	if !d.shows("left line 2 ") || d.shows("right line 0 ") || !d.shows("right line 1 ") {
		t.Errorf("arrows scroll, the second in front\n%s", strings.Join(plain(d.Frame()), "\n"))
	}
	d.update(tea.MouseMsg{X: 5, Y: 10, Button: tea.MouseButtonWheelDown})
	if !d.shows("left line 5 ") || !d.shows("right line 1 ") {
		t.Errorf("the wheel scrolls\n%s", strings.Join(plain(d.Frame()), "\n"))
	}
}

func TestAClickIsForTheSideUnderIt(t *testing.T) {
	s := &spread{page: page{name: "left", lines: 60}, right: 60}
	d := opened(t, s, 140, 24)
	d.Frame()
	click := func(x int) {
		d.update(tea.MouseMsg{X: x, Y: d.top().head + 3, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	}
	click(5)
	click(100)
	if diff := cmp.Diff([]string{"3", "right 3"}, s.got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
