package widget

import (
	"fmt"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/text"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

// scale is a row of whole numbers with words at each end, and "not sure" under it. Left and right choose, and so do
// digits; a second digit right after makes a number of two.
type scale struct {
	env      ui.Env
	it       *questionnaire.Item
	min, max int
	chosen   int // nowhere for none
	typed    string
	unsure   bool
	below    bool
}

// nowhere is outside of every scale.
const nowhere = -1 << 30

// at is the message of a click on a number.
type at int

func newScale(env ui.Env, it *questionnaire.Item, v questionnaire.Value) *scale {
	lo, _ := strconv.Atoi(it.Min)
	hi, _ := strconv.Atoi(it.Max)
	s := &scale{env: env, it: it, min: lo, max: hi, chosen: nowhere, unsure: v.IsUnsure(), below: v.IsUnsure()}
	if n, err := strconv.Atoi(v.Number); err == nil {
		s.chosen = n
	}
	return s
}

func (s *scale) Update(msg tea.Msg) Outcome {
	switch msg := msg.(type) {
	case at:
		s.choose(int(msg))
		return Used
	case pick:
		s.below, s.unsure, s.chosen = true, true, nowhere
		return Used
	case tea.KeyMsg:
		return s.key(ui.Key(msg))
	}
	return Ignored
}

func (s *scale) choose(n int) {
	s.chosen, s.unsure, s.below = n, false, false
}

func (s *scale) key(key string) Outcome {
	typed := s.typed
	s.typed = ""
	switch key {
	case "enter":
		return s.enter()
	case "left":
		return s.step(-1)
	case "right":
		return s.step(1)
	case "down", "tab":
		return s.sink(true)
	case "up", "shift+tab":
		return s.sink(false)
	case "space":
		if s.below {
			s.unsure, s.chosen = !s.unsure, nowhere
			return Used
		}
		return Ignored
	}
	return s.digits(typed, key)
}

func (s *scale) enter() Outcome {
	if s.Chooses() {
		s.unsure, s.chosen = true, nowhere
		return Used
	}
	return Confirmed
}

// step moves the choice; from nowhere it begins at the end that one comes from.
func (s *scale) step(by int) Outcome {
	switch {
	case s.chosen != nowhere:
		s.choose(max(s.min, min(s.max, s.chosen+by)))
	case by > 0:
		s.choose(s.min)
	default:
		s.choose(s.max)
	}
	return Used
}

func (s *scale) sink(below bool) Outcome {
	if s.below == below {
		return Ignored
	}
	s.below = below
	return Used
}

func (s *scale) digits(before, key string) Outcome {
	if len(key) != 1 || key[0] < '0' || key[0] > '9' {
		return Ignored
	}
	for _, number := range []string{before + key, key} {
		if n, err := strconv.Atoi(number); err == nil && s.min <= n && n <= s.max {
			s.choose(n)
			s.typed = number
			return Used
		}
	}
	return Used
}

func (s *scale) Value() questionnaire.Value {
	switch {
	case s.unsure:
		return questionnaire.Codes(questionnaire.Unsure)
	case s.chosen == nowhere:
		return questionnaire.Value{}
	default:
		return questionnaire.Value{Number: strconv.Itoa(s.chosen)}
	}
}

func (s *scale) Typing() bool { return false }

func (s *scale) Chooses() bool { return s.below && !s.unsure }

// View draws the numbers in as many rows as they need, and what was chosen in words as well.
func (s *scale) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(s.end(s.min, s.it.MinLabel), width)...)
	b.Add(text.Wrap(s.end(s.max, s.it.MaxLabel), width)...)
	b.Add("")
	cell := 2 + max(len(strconv.Itoa(s.min)), len(strconv.Itoa(s.max)))
	row := max(1, (width-2)/cell)
	from := len(b.Lines)
	for n := s.min; n <= s.max; n += row {
		s.row(&b, n, min(s.max, n+row-1), cell)
	}
	if !s.below {
		b.Focus = ui.Span{From: from, To: len(b.Lines)}
	}
	b.Add("")
	b.Add(text.Wrap(s.said(), width)...)
	b.Add("")
	s.notSure(&b)
	return b
}

func (s *scale) end(n int, label string) string {
	return s.env.Words.Text("widget.scale-end", map[string]any{"Number": n, "Label": label})
}

func (s *scale) row(b *ui.Block, from, to, cell int) {
	var line strings.Builder
	line.WriteString(s.pointer(!s.below && (from <= s.chosen && s.chosen <= to || s.chosen == nowhere && from == s.min)))
	for n := from; n <= to; n++ {
		number := fmt.Sprintf("%*d ", cell-1, n)
		x := 2 + (n-from)*cell
		if n == s.chosen {
			number = s.env.Theme.Focus.Bold(true).Render(fmt.Sprintf("[%*d]", cell-2, n))
		}
		if !s.below && (n == s.chosen || s.chosen == nowhere && n == s.min) {
			b.Cursor = &terminal.Position{X: x, Y: len(b.Lines)}
		}
		span := ui.Span{From: len(b.Lines), To: len(b.Lines) + 1}
		b.Zones = append(b.Zones, ui.Zone{Span: span, Left: x, Right: x + cell, Message: at(n)})
		line.WriteString(number)
	}
	b.Add(line.String())
}

func (s *scale) pointer(on bool) string {
	if on {
		return s.env.Glyphs.Focus + " "
	}
	return "  "
}

// said tells the choice in words: a mark alone is easily missed.
func (s *scale) said() string {
	switch {
	case s.chosen == nowhere && s.below:
		return s.env.Words.Text("widget.scale-none")
	case s.chosen == nowhere:
		return s.env.Words.Text("widget.scale-none") + " " + s.env.Words.Text("widget.unsure")
	}
	return s.env.Words.Text("widget.scale-chosen", map[string]any{"Number": s.chosen})
}

func (s *scale) notSure(b *ui.Block) {
	mark, words := s.env.Glyphs.Free, s.env.Words.Text("option.unsure")
	if s.unsure {
		mark = s.env.Glyphs.Chosen
	}
	span := ui.Span{From: len(b.Lines), To: len(b.Lines) + 1}
	if s.below {
		words = s.env.Theme.Focus.Render(words)
		b.Focus, b.Cursor = span, &terminal.Position{X: 0, Y: len(b.Lines)}
	}
	b.Zones = append(b.Zones, ui.Zone{Span: span, Message: pick(0)})
	b.Add(s.pointer(s.below) + mark + " " + words)
}
