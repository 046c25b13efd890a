package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"informed/internal/i18n"
	"informed/internal/text"
	"informed/internal/tui/terminal"
)

// page is a screen of numbered lines that remembers what it was told.
type page struct {
	name  string
	lines int
	paged bool
	got   []string
	step  map[string]Step // by key
	focus Span
	kept  bool
}

func (p *page) Update(msg tea.Msg) Step {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		p.got = append(p.got, Key(msg))
		return p.step[Key(msg)]
	default:
		p.got = append(p.got, fmt.Sprint(msg))
		return Used()
	}
}

func (p *page) View(width int) Block {
	b := Block{Paged: p.paged, Focus: p.focus}
	for i := range p.lines {
		b.Add(text.Truncate(fmt.Sprintf("%s line %d %s", p.name, i, strings.Repeat("x", 120)), width))
		b.Zones = append(b.Zones, Zone{Span: Span{i, i + 1}, Message: i})
	}
	return b
}

func (p *page) Head() Head {
	return Head{Title: p.name, Progress: "Question 1 of 2", Done: 1, Total: 2}
}

func (p *page) Hints() []Hint {
	return []Hint{{"enter", "Next"}, {"esc", "Back"}, {"?", "Explain"}, {"t", "Talk about this"}, {"ctrl+q", "Stop"}}
}

func (p *page) Keep() { p.kept = true }

type asking struct{ page }

func (a *asking) Asks() {}

// clock is a time that stands still until it is moved.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

type desk struct {
	*Router
	clock *clock
	made  []*page
}

func newDesk(t *testing.T, pages ...*page) *desk {
	t.Helper()
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{clock: &clock{time.Unix(0, 0)}}
	env := Env{Words: words, Theme: NewTheme(terminal.NoColor), Glyphs: GlyphsFor(func(string) string { return "" }), Now: d.clock.now}
	next := func() Screen {
		p := pages[len(d.made)%len(pages)]
		d.made = append(d.made, p)
		return p
	}
	d.Router = NewRouter(env, next, func() Screen { return &asking{page{name: "stop", lines: 1, step: map[string]Step{"esc": To(Pop)}}} })
	d.Resize(80, 24)
	d.Frame()
	return d
}

func (d *desk) update(msg tea.Msg) tea.Cmd { return d.Update(msg, d.clock.at) }

// press types a key after a while.
func (d *desk) press(keys ...string) {
	for _, key := range keys {
		d.clock.at = d.clock.at.Add(time.Second)
		d.update(press(key))
		d.Frame()
	}
}

func plain(f terminal.Frame) []string {
	var lines []string
	for _, line := range f.Lines {
		lines = append(lines, strings.TrimRight(ansi.Strip(line), " "))
	}
	return lines
}

func TestASecondEnterInFlightStopsAtTheNextScreen(t *testing.T) {
	follow := map[string]Step{"enter": To(Follow)}
	a, b := &page{name: "a", lines: 3, step: follow}, &page{name: "b", lines: 3, step: follow}
	d := newDesk(t, a, b)
	d.press("enter")
	d.update(press("enter")) // at the same moment
	if d.Top() != Screen(b) || len(b.got) != 0 {
		t.Errorf("the second Enter reached the next screen: %v", b.got)
	}
	d.press("enter")
	if d.Top() != Screen(a) {
		t.Error("an Enter after a while is not taken")
	}
}

func TestAHeldEnterIsOneEnter(t *testing.T) {
	follow := map[string]Step{"enter": To(Follow)}
	a, b := &page{name: "a", step: follow}, &page{name: "b", step: follow}
	d := newDesk(t, a, b, &page{name: "c"})
	d.press("enter")
	for range 60 {
		d.clock.at = d.clock.at.Add(33 * time.Millisecond)
		d.update(press("enter"))
	}
	if d.Top() != b || len(b.got) > 0 {
		t.Errorf("a held Enter reached the next screen: %v", b.got)
	}
	d.press("enter")
	if len(b.got) != 1 {
		t.Error("an Enter after a while is not taken")
	}
}

func TestEnterReadsDownBeforeItLeaves(t *testing.T) {
	long := &page{name: "long", lines: 45, paged: true, step: map[string]Step{"enter": To(Follow)}}
	d := newDesk(t, long, &page{name: "next", lines: 1})
	if got := plain(d.Frame()); !strings.Contains(strings.Join(got, "\n"), "Enter Read on") {
		t.Errorf("the footer does not say that there is more:\n%s", strings.Join(got, "\n"))
	}
	presses := 0
	seen := map[string]bool{}
	for d.Top() == Screen(long) {
		for _, line := range plain(d.Frame()) {
			if fields := strings.Fields(line); len(fields) > 2 {
				seen[fields[2]] = true
			}
		}
		d.press("enter")
		presses++
	}
	for i := range 45 {
		if !seen[fmt.Sprint(i)] {
			t.Errorf("line %d never came into view", i)
		}
	}
	if presses < 3 {
		t.Errorf("left after %d presses", presses)
	}
}

func TestPushAndPop(t *testing.T) {
	over := &page{name: "over", lines: 1, step: map[string]Step{"esc": To(Pop)}}
	under := &page{name: "under", lines: 1, step: map[string]Step{"?": Over(over)}}
	d := newDesk(t, under)
	d.press("?")
	if d.Top() != Screen(over) {
		t.Fatal("nothing was laid on top")
	}
	d.press("esc", "x")
	if diff := cmp.Diff([]string{"?", "x"}, under.got); diff != "" {
		t.Error(diff)
	}
}

func TestStopAsksOnceAndKeepsTheDraft(t *testing.T) {
	a := &page{name: "a", lines: 1}
	d := newDesk(t, a)
	d.press("ctrl+q", "ctrl+q")
	if _, asks := d.Top().(Asker); !asks || len(d.stack) != 2 {
		t.Fatalf("%d screens after asking twice", len(d.stack))
	}
	if !a.kept {
		t.Error("the draft below was not kept")
	}
	d.press("esc")
	if d.Top() != Screen(a) {
		t.Error("Esc does not go on")
	}
}

func TestStopKeepsTheDraftUnderAnOverlay(t *testing.T) {
	under := &page{name: "under", lines: 1, step: map[string]Step{"?": Over(&page{name: "over", lines: 1})}}
	d := newDesk(t, under)
	d.press("?", "ctrl+q")
	if !under.kept {
		t.Error("the draft below the overlay was not kept")
	}
}

// A window that stays too small must not hold anyone: the question cannot be read there.
func TestStopInASmallWindow(t *testing.T) {
	d := newDesk(t, &page{name: "a", lines: 1})
	d.Resize(30, 10)
	stop := func() bool {
		cmd := d.update(press("ctrl+q"))
		if cmd == nil {
			return false
		}
		_, quit := cmd().(tea.QuitMsg)
		return quit
	}
	if stop() {
		t.Error("stopped without a question")
	}
	if got := strings.Join(plain(d.Frame()), " "); !strings.Contains(got, "Ctrl+Q") {
		t.Errorf("the notice does not say how to stop: %q", got)
	}
	d.Resize(80, 24)
	if stop() {
		t.Error("stopped where the question can be read")
	}
	d.Resize(30, 10)
	if !stop() {
		t.Error("there is no way out of a small window")
	}
}

func TestASecondClickInFlightStopsAtTheNextScreen(t *testing.T) {
	over := &page{name: "over", lines: 3}
	d := newDesk(t, &page{name: "under", lines: 3, step: map[string]Step{"x": Over(over)}})
	d.press("x")
	click := tea.MouseMsg{X: 10, Y: 4, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress}
	d.update(click) // at the same moment
	if len(over.got) > 0 {
		t.Errorf("the second click reached the next screen: %v", over.got)
	}
	d.clock.at = d.clock.at.Add(time.Second)
	d.update(click)
	if len(over.got) != 1 {
		t.Error("a click after a while is not taken")
	}
}

// Whatever an author calls a section, the keys stay on the screen and every word of the title can be read.
func TestALongTitleScrolls(t *testing.T) {
	title := strings.Repeat("many words ", 80) + "end."
	a := &page{name: title, lines: 3, paged: true, focus: Span{0, 1}, step: map[string]Step{"x": Used()}}
	d := newDesk(t, a)
	d.Resize(40, 15)
	var shown strings.Builder
	for range 40 {
		got := strings.Join(plain(d.Frame()), "\n")
		shown.WriteString(got)
		if !strings.Contains(got, "Ctrl+Q Stop") || !strings.Contains(got, "Question 1 of 2") {
			t.Fatalf("the keys or the progress are cut:\n%s", got)
		}
		d.press("down")
	}
	if !strings.Contains(shown.String(), "end.") {
		t.Error("the end of the title never came into view")
	}
	d.press("x")
	row := len(d.top().block.Lines) - a.lines // of the first line under the title
	d.update(tea.MouseMsg{X: 10, Y: d.top().head + row - d.top().pane.top, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	if got := a.got[len(a.got)-1]; got != "0" {
		t.Errorf("a click on the first line means %q", got)
	}
}

func TestAResultReachesItsScreenOrNobody(t *testing.T) {
	a, b := &page{name: "a", lines: 1, step: map[string]Step{"x": To(Follow)}}, &page{name: "b", lines: 1}
	d := newDesk(t, a, b)
	d.update(Answer{To: a, Result: "first"})
	d.press("x")
	d.update(Answer{To: a, Result: "late"})
	if diff := cmp.Diff([]string{"first", "x"}, a.got); diff != "" {
		t.Error(diff)
	}
	if len(b.got) != 0 {
		t.Errorf("a result went to the wrong screen: %v", b.got)
	}
}

func TestClicks(t *testing.T) {
	a := &page{name: "a", lines: 60, step: map[string]Step{"t": Used()}}
	d := newDesk(t, a)
	d.clock.at = d.clock.at.Add(time.Second)
	click := func(x, y int) {
		d.update(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		d.update(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
	}
	click(10, d.top().head+2) // third line
	d.update(tea.MouseMsg{Button: tea.MouseButtonWheelDown})
	d.Frame()
	click(10, d.top().head) // scrolled by three
	rows := plain(d.Frame())
	last := rows[len(rows)-1]
	click(strings.Index(last, "Talk"), len(rows)-1)
	click(1, 1) // the header means nothing
	if diff := cmp.Diff([]string{"2", "3", "t"}, a.got); diff != "" {
		t.Error(diff)
	}
}

func TestTheFocusComesIntoView(t *testing.T) {
	a := &page{name: "a", lines: 60, step: map[string]Step{"x": Used()}, focus: Span{50, 51}}
	d := newDesk(t, a)
	if !strings.Contains(strings.Join(plain(d.Frame()), "\n"), "a line 0 ") {
		t.Error("a new screen does not begin at its top")
	}
	d.press("x")
	if !strings.Contains(strings.Join(plain(d.Frame()), "\n"), "a line 50 ") {
		t.Error("the focused line is out of view after a key")
	}
}

// Arrows that move nothing scroll, also away from the focus, and a focus taller than the window shows its beginning.
func TestScrollingLeavesTheFocus(t *testing.T) {
	a := &page{name: "a", lines: 60, step: map[string]Step{"x": Used()}, focus: Span{20, 50}}
	d := newDesk(t, a)
	d.press("x")
	if got := d.top().pane.top; got != 20 {
		t.Errorf("begins at line %d, want the first of the focus", got)
	}
	d.press("home", "down", "down")
	if got := d.top().pane.top; got != 2 {
		t.Errorf("scrolled to line %d, want 2", got)
	}
}

// Whoever holds the terminal at another angle finds what they were at: what is focused in view stays in view.
func TestResizingKeepsTheFocusInView(t *testing.T) {
	a := &page{name: "a", lines: 60, step: map[string]Step{"x": Used()}, focus: Span{30, 31}}
	d := newDesk(t, a)
	d.press("x")
	d.Resize(80, 16)
	if !strings.Contains(strings.Join(plain(d.Frame()), "\n"), "a line 30 ") {
		t.Error("the focus went out of view")
	}
	d.press("home")
	d.Resize(80, 24)
	d.Frame()
	if got := d.top().pane.top; got != 0 {
		t.Errorf("the window jumped to line %d, away from what was read", got)
	}
}

// A screen that is covered may take a result, and lead nowhere by it.
func TestOnlyTheScreenInFrontMoves(t *testing.T) {
	over := &page{name: "over", lines: 1}
	under := &page{name: "under", lines: 1, step: map[string]Step{"?": Over(over), "late": To(Follow)}}
	d := newDesk(t, under)
	d.press("?")
	d.update(Answer{To: under, Result: press("late")})
	if d.Top() != Screen(over) || len(under.got) != 2 {
		t.Errorf("the screen in front is %v; the one below was told %v", d.Top(), under.got)
	}
}

func TestASmallWindowSaysWhatItNeeds(t *testing.T) {
	a := &page{name: "a", lines: 5}
	d := newDesk(t, a)
	d.Resize(39, 15)
	got := strings.Join(plain(d.Frame()), " ")
	if !strings.Contains(got, "40") || !strings.Contains(got, "39") {
		t.Errorf("notice %q", got)
	}
	d.press("enter", "x")
	if len(a.got) != 0 {
		t.Errorf("a screen out of sight took keys: %v", a.got)
	}
}

func TestNoFrameIsLargerThanTheTerminal(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	a := &page{name: strings.Repeat("Long title ", 12), lines: 70, step: map[string]Step{"x": Used()}}
	d := newDesk(t, a)
	for range 3000 {
		switch r.IntN(4) {
		case 0:
			d.Resize(r.IntN(220), r.IntN(70))
		case 1:
			from := r.IntN(70)
			a.focus, a.lines = Span{from, from + 1 + r.IntN(30)}, r.IntN(90)
		default:
			d.press([]string{"up", "down", "pgup", "pgdown", "home", "end", "x", "enter"}[r.IntN(8)])
		}
		f := d.Frame()
		if len(f.Lines) > d.height {
			t.Fatalf("%d lines on %d rows", len(f.Lines), d.height)
		}
		for _, line := range f.Lines {
			if w := text.Width(line); w > max(2, d.width) {
				t.Fatalf("a line of %d cells on %d columns: %q", w, d.width, line)
			}
		}
		if c := f.Cursor; c != nil && (c.X >= d.width || c.Y >= d.height) {
			t.Fatalf("cursor at %v on %d×%d", *c, d.width, d.height)
		}
	}
}
