package screen

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/text"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

// attract waits for the next person. Any key begins, and a touch anywhere; where there are languages to choose from, the
// number of one, a touch of it, or Enter once it is focused.
type attract struct {
	opening
	focus int // of the languages, -1 for none
}

func newAttract(s *Sitting) *attract { return &attract{opening: opening{Sitting: s}, focus: -1} }

// tongue is what a touch of a language means.
type tongue int

// chooses reports whether there is a choice.
func (a *attract) chooses() bool { return len(a.Place.Languages) > 1 }

func (a *attract) Update(msg tea.Msg) ui.Step {
	switch msg := msg.(type) {
	case began:
		return a.began(msg)
	case tongue:
		return a.choose(int(msg))
	case touched:
		return a.begin()
	case tea.KeyMsg:
		if a.chooses() {
			return a.key(ui.Key(msg))
		}
		return a.begin()
	}
	return ui.Step{}
}

// key chooses a language. A key that means nothing shows where one is: nobody must find out by themselves.
func (a *attract) key(key string) ui.Step {
	last := len(a.Place.Languages) - 1
	if len(key) == 1 && key >= "1" && key <= "9" && int(key[0]-'1') <= last {
		return a.choose(int(key[0] - '1'))
	}
	a.came = true
	switch {
	case key == "enter" && a.focus >= 0:
		return a.choose(a.focus)
	case key == "pgup", key == "pgdown", key == "home", key == "end", key == "space":
		return ui.Step{} // they scroll
	case key == "up" && a.focus == 0 || key == "down" && a.focus == last:
		return ui.Step{}
	case key == "up" && a.focus > 0:
		a.focus--
	case key == "down":
		a.focus++
	default:
		a.focus = max(a.focus, 0)
	}
	return ui.Used()
}

// choose goes on in a language.
func (a *attract) choose(i int) ui.Step {
	if a.busy {
		return ui.Used()
	}
	a.focus = i
	a.Speak(a.Place.Languages[i])
	return a.begin()
}

// begin lets a person in. Who has a code is asked for it first.
func (a *attract) begin() ui.Step {
	if a.busy {
		return ui.Used()
	}
	a.came = true
	if a.Place.Visit != nil {
		return ui.To(ui.Follow)
	}
	return a.open(a, "")
}

func (a *attract) View(width int) ui.Block {
	var b ui.Block
	if a.chooses() {
		a.languages(&b, width)
	}
	for _, words := range a.welcomes() {
		b.Add(a.prose(words, width)...)
		b.Add("")
	}
	if a.chooses() {
		b.Lines = b.Lines[:len(b.Lines)-1]
	} else {
		b.Zones = anywhere()
		a.strong(&b, a.Words.Text("place.begin"), width)
	}
	a.warn(&b, a.warning, width)
	return b
}

// welcomes gives what whoever comes is told, once in each language that differs.
func (a *attract) welcomes() []string {
	said := []string{a.Words.Or(a.Language.Welcome, "place.welcome")}
	if !a.chooses() {
		return said
	}
	said = nil
	for _, l := range a.Place.Languages {
		if words := l.Words.Or(l.Welcome, "place.welcome"); !slices.Contains(said, words) {
			said = append(said, words)
		}
	}
	return said
}

// languages asks for one in each of them, and lists them. A finger gets the line below too.
func (a *attract) languages(b *ui.Block, width int) {
	for _, l := range a.Place.Languages {
		a.strong(b, l.Words.Text("place.language"), width)
	}
	b.Add("")
	for i, l := range a.Place.Languages {
		from := len(b.Lines)
		b.Add(a.language(i, l, width)...)
		b.Zones = append(b.Zones, ui.Zone{Span: ui.Span{From: from, To: len(b.Lines) + 1}, Message: tongue(i)})
		if i == a.focus {
			b.Focus = ui.Span{From: from, To: len(b.Lines)}
			b.Cursor = &terminal.Position{Y: from}
		}
		b.Add("")
	}
}

func (a *attract) language(i int, l Language, width int) []string {
	pointer, number := " ", " "
	if i == a.focus {
		pointer = a.Glyphs.Focus
	}
	if i < 9 {
		number = fmt.Sprint(i + 1)
	}
	lines := text.Wrap(l.Name, width-4)
	for n, line := range lines {
		if i == a.focus {
			line = a.Theme.Focus.Render(line)
		}
		if lines[n] = "    " + line; n == 0 {
			lines[n] = pointer + " " + number + " " + line
		}
	}
	return lines
}

func (a *attract) strong(b *ui.Block, words string, width int) {
	for _, line := range text.Wrap(words, width) {
		b.Add(a.Theme.Strong.Render(line))
	}
}

func (a *attract) Head() ui.Head { return ui.Head{Title: a.Place.Clinic} }

func (a *attract) Hints() []ui.Hint { return []ui.Hint{a.hint("enter", "start")} }
