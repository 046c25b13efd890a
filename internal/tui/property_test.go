package tui

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/session"
	"informed/internal/text"
)

const stemCells = "../../questionnaires/stem-cell-therapy.yaml"

// sgr is the one kind of escape that a frame may hold.
var sgr = regexp.MustCompile("\x1b\\[[0-9;]*m")

// sound checks a frame against the promises: no larger than the terminal, no escapes but styles, no control and no bidi
// characters, the cursor on the screen.
func sound(t *testing.T, d *desk) {
	t.Helper()
	f := d.program.Frame()
	if len(f.Lines) > d.h {
		t.Fatalf("%d lines on %d rows", len(f.Lines), d.h)
	}
	for _, line := range f.Lines {
		if w := text.Width(line); w > max(2, d.w) {
			t.Fatalf("a line of %d cells on %d columns: %q", w, d.w, line)
		}
		if bad := text.Check(sgr.ReplaceAllString(line, "")); bad != nil {
			t.Fatalf("%v in %q", bad, line)
		}
	}
	if c := f.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= max(1, d.w) || c.Y >= max(1, d.h)) {
		t.Fatalf("cursor at %+v on %d×%d", *c, d.w, d.h)
	}
}

// event makes something that a person or a terminal may do at any moment.
func event(r *rand.Rand, d *desk) tea.Msg {
	keys := []string{"up", "down", "left", "right", "pgup", "pgdown", "home", "end", "tab", "space", "esc", "backspace",
		"?", "t", "f1", "ctrl+t", "ctrl+z", "1", "2", "3", "7", "0", "x", "é", "文"}
	pastes := []string{"To walk.\n\x1b[2J", "\u202eabc\u2066", strings.Repeat("long ", 400), "\x1b]52;c;eA==\a", "ก็ดี", "سلام", "\xff\xfe"}
	switch n := r.IntN(20); {
	case n < 9:
		return keyOf("enter")
	case n < 16:
		return keyOf(keys[r.IntN(len(keys))])
	case n < 17:
		return tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune(pastes[r.IntN(len(pastes))])}
	case n < 18:
		return tea.WindowSizeMsg{Width: 40 + r.IntN(161), Height: 15 + r.IntN(46)}
	default:
		buttons := []tea.MouseButton{tea.MouseButtonLeft, tea.MouseButtonLeft, tea.MouseButtonWheelDown, tea.MouseButtonWheelUp, tea.MouseButtonRight}
		return tea.MouseMsg{X: r.IntN(d.w), Y: r.IntN(d.h), Button: buttons[r.IntN(len(buttons))], Action: tea.MouseActionPress}
	}
}

func TestNoEventBreaksAFrame(t *testing.T) {
	q := load(t, stemCells)
	kinds := map[session.Kind]int{}
	left := 10_000
	if testing.Short() {
		left = 1_500
	}
	for seed := uint64(1); left > 0; seed++ {
		r := rand.New(rand.NewPCG(seed, 5))
		d := sit(t, q, 40+r.IntN(161), 15+r.IntN(46))
		d.sitting.Copies.Out = app.Stdout
		for n := 0; n < 1500 && left > 0; n++ {
			left--
			msg := event(r, d)
			if size, ok := msg.(tea.WindowSizeMsg); ok {
				d.w, d.h = size.Width, size.Height
			}
			if d.send(msg) {
				break
			}
			sound(t, d)
			kinds[d.sitting.Session().Prompt().Kind]++
		}
	}
	for _, kind := range []session.Kind{session.Welcome, session.Read, session.Question, session.Feedback, session.Review, session.Decide, session.Done} {
		if kinds[kind] == 0 && !testing.Short() {
			t.Errorf("no event happened at %s: the test shows less than it says", kind)
		}
	}
	t.Log(kinds)
}

// The checks above must be able to fail.
func TestABrokenFrameIsFound(t *testing.T) {
	for name, line := range map[string]string{
		"wide": strings.Repeat("x", 81), "escape": "\x1b[2Jx", "title": "\x1b]0;x\a", "c1": "a\u009bK", "bidi": "a\u202eb",
	} {
		if text.Width(line) <= 80 && text.Check(sgr.ReplaceAllString(line, "")) == nil {
			t.Errorf("%s: %q passes", name, line)
		}
	}
}
