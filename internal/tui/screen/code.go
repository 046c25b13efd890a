package screen

import (
	"errors"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/text"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
	"informed/internal/visit"
)

// code asks for the code of a visit, before a record is opened. It is typed, read from a card that is held to a reader, or
// touched.
type code struct {
	opening
	typed string
}

// keyNone is the key of whoever has no code.
const keyNone = "f2"

// roomForCode is how many letters, digits and dashes can be typed.
const roomForCode = visit.Most + 4

// letter is what a touch of a letter or a digit means.
type letter rune

func newCode(s *Sitting) *code { return &code{opening: opening{Sitting: s}} }

func (c *code) Update(msg tea.Msg) ui.Step {
	if c.busy {
		if msg, ok := msg.(began); ok {
			return c.began(msg)
		}
		return ui.Used()
	}
	switch msg := msg.(type) {
	case letter:
		c.add(rune(msg))
		return ui.Used()
	case tea.KeyMsg:
		return c.key(msg)
	}
	return ui.Step{}
}

func (c *code) key(msg tea.KeyMsg) ui.Step {
	switch key := ui.Key(msg); {
	case key == "enter":
		return c.take()
	case key == "esc":
		return ui.To(ui.Quit) // whoever comes next gets a program of their own, in the first language
	case key == keyNone && !c.Place.Visit.Required:
		return c.open(c, "")
	case key == "backspace":
		c.warning = ""
		c.typed = c.typed[:max(0, len(c.typed)-1)]
	case msg.Type == tea.KeyRunes && !msg.Paste && !msg.Alt:
		for _, r := range msg.Runes { // a reader of cards is quicker than a hand
			c.add(r)
		}
	case key == "space" && c.typed != "":
		c.add(' ')
	default:
		return ui.Step{}
	}
	return ui.Used()
}

// add takes a letter, a digit or a dash.
func (c *code) add(r rune) {
	c.warning = ""
	r = []rune(strings.ToUpper(string(r)))[0]
	switch {
	case !strings.ContainsRune(figures+capitals+"- ", r):
		c.warning = c.Words.Text("visit.only")
	case len(c.typed) >= roomForCode:
		c.warning = c.Words.Text("widget.full")
	default:
		c.typed += string(r)
	}
}

// take reads what was typed, and opens a record or says what is wrong. What was typed stays, to be mended.
func (c *code) take() ui.Step {
	read, err := c.Place.Visit.Read(c.typed)
	switch {
	case err == nil:
		return c.open(c, read)
	case visit.Bare(c.typed) == "" && c.Place.Visit.Required:
		c.warning = c.Words.Text("visit.first")
	case visit.Bare(c.typed) == "":
		c.warning = c.Words.Text("visit.first-or-none")
	case errors.Is(err, visit.ErrMistyped):
		c.warning = c.Words.Text("visit.mistyped")
	case errors.Is(err, visit.ErrExample):
		c.warning = c.Words.Text("visit.not-the-example")
	default:
		c.warning = c.Words.Text("visit.form")
	}
	return ui.Used()
}

// View has the warning right under the field: on a small screen, the letters to touch are below the edge. The digits are kept
// in view with the field where there is room.
func (c *code) View(width int) ui.Block {
	var b ui.Block
	for _, sentence := range c.sentences() {
		b.Add(text.Wrap(sentence, width)...)
	}
	b.Add("")
	at, room := len(b.Lines), min(roomForCode, width-1)
	shown := c.typed[max(0, len(c.typed)-room):]
	b.Add(c.Theme.Field.Render(fmt.Sprintf("%-*s", room, shown)))
	b.Cursor = &terminal.Position{X: len(shown), Y: at}
	c.warn(&b, c.warning, width)
	b.Add("")
	c.keys(&b, figures, width)
	b.Focus = ui.Span{From: at, To: len(b.Lines) - 1}
	if c.Place.Visit.Letters {
		c.keys(&b, capitals, width)
	}
	b.Lines = b.Lines[:len(b.Lines)-1]
	return b
}

func (c *code) sentences() []string {
	said := []string{c.Words.Text("visit.ask"), c.Words.Text("visit.why")}
	if example := c.Place.Visit.Example; example != "" {
		said = append(said, c.Words.Text("visit.example", map[string]any{"Example": example}))
	}
	if c.Place.Visit.Required {
		return append(said, c.Words.Text("visit.required"))
	}
	return append(said, c.Words.Text("visit.optional"))
}

// What can be touched.
const (
	figures  = "1234567890"
	capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	keyCells = 7
)

// keys draws letters or digits for whoever has no keyboard, as many beside each other as there is room for. A finger gets the
// blanks around each too.
func (c *code) keys(b *ui.Block, all string, width int) {
	row := min(10, width/keyCells)
	if width >= 5*keyCells && row < 10 {
		row = 5
	}
	for len(all) > 0 {
		part, from, line := all[:min(row, len(all))], len(b.Lines), ""
		all = all[len(part):]
		for i, r := range part {
			b.Zones = append(b.Zones, ui.Zone{
				Span: ui.Span{From: from, To: from + 2}, Left: i * keyCells, Right: (i + 1) * keyCells, Message: letter(r),
			})
			line += fmt.Sprintf("[ %c ]  ", r)
		}
		b.Add(strings.TrimRight(line, " "), "")
	}
}

func (c *code) Head() ui.Head { return ui.Head{Title: c.Words.Or(c.Language.Visit, "visit.head")} }

func (c *code) Hints() []ui.Hint {
	hints := []ui.Hint{c.hint("enter", "next"), c.hint("esc", "back")}
	if !c.Place.Visit.Required {
		hints = append(hints, ui.Hint{Key: keyNone, Label: c.Words.Text("visit.none")})
	}
	return append(hints, ui.Hint{Key: "backspace", Label: c.Words.Text("visit.delete")})
}
