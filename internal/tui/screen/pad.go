package screen

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/text"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

// Pad takes a number, by keys or by touch. It stands over all other screens, so it has no sitting.
type Pad struct {
	ui.Env
	PadWords
	Done   func(digits string) tea.Cmd // takes what was typed
	Cancel func()                      // takes the pad away

	digits  string
	warning string
	busy    bool
}

// PadWords is what a pad says.
type PadWords struct {
	Title string
	Said  string
	Shows bool // what is typed; else only how much
}

// mostTyped is how many digits a pad takes.
const mostTyped = 12

// digit is what a touch of a digit means, cleared one of the words that take all of them away.
type (
	digit   string
	cleared struct{}
)

// Wait makes the pad take nothing until it is told to refuse.
func (p *Pad) Wait() { p.busy = true }

// Refuse takes what was typed away, and says why.
func (p *Pad) Refuse(why string) { p.busy, p.digits, p.warning = false, "", why }

// Update takes a key or a touch.
func (p *Pad) Update(msg tea.Msg) ui.Step {
	if p.busy {
		return ui.Used()
	}
	switch msg := msg.(type) {
	case digit:
		p.add(string(msg))
	case cleared:
		p.digits = ""
	case tea.KeyMsg:
		return p.key(ui.Key(msg))
	}
	return ui.Used()
}

func (p *Pad) key(key string) ui.Step {
	switch {
	case key == "enter" && p.digits != "":
		return ui.Step{Used: true, Cmd: p.Done(p.digits)}
	case key == "esc":
		p.Cancel()
	case key == "backspace" && p.digits != "":
		p.digits = p.digits[:len(p.digits)-1]
	case len(key) == 1 && key >= "0" && key <= "9":
		p.add(key)
	}
	return ui.Used()
}

func (p *Pad) add(typed string) {
	p.warning = ""
	if len(p.digits) < mostTyped {
		p.digits += typed
	}
}

// View shows the field and, below, digits for whoever has no keys.
func (p *Pad) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(p.Said, width)...)
	typed := p.digits
	if !p.Shows {
		typed = strings.Repeat("*", len(typed))
	}
	b.Add("")
	p.field(&b, typed)
	b.Add("")
	b.Cursor = &terminal.Position{X: len(typed), Y: len(b.Lines) - 2}
	for _, row := range []string{"12345", "67890"} {
		line := ""
		for _, d := range row {
			b.Zones = append(b.Zones, ui.Zone{
				Span: ui.Span{From: len(b.Lines), To: len(b.Lines) + 1}, Left: len(line), Right: len(line) + 5, Message: digit(d),
			})
			line += fmt.Sprintf("[ %c ]  ", d)
		}
		b.Add(line[:len(line)-2], "")
	}
	for _, line := range text.Wrap(p.warning, width) {
		b.Add(p.Theme.Strong.Render(line))
	}
	return b
}

// field shows what was typed, and beside it words that take it away.
func (p *Pad) field(b *ui.Block, typed string) {
	clear := "[ " + p.Words.Text("pad.clear") + " ]"
	left := mostTyped + 2
	b.Zones = append(b.Zones, ui.Zone{
		Span: ui.Span{From: len(b.Lines), To: len(b.Lines) + 1}, Left: left, Right: left + text.Width(clear), Message: cleared{},
	})
	b.Add(p.Theme.Field.Render(fmt.Sprintf("%-*s", mostTyped, typed)) + "  " + clear)
}

// Head gives the title.
func (p *Pad) Head() ui.Head { return ui.Head{Title: p.Title} }

// Hints lists the keys.
func (p *Pad) Hints() []ui.Hint {
	return []ui.Hint{{Key: "enter", Label: p.Words.Text("footer.next")}, {Key: "esc", Label: p.Words.Text("footer.back")}}
}
