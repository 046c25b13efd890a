package widget

import (
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/text"
	"informed/internal/tui/terminal"
)

// line is a line of writing that wraps. It edits with the text input of bubbles and draws by itself, because that one
// scrolls sideways, where the beginning of what was written cannot be read, and paints a cursor of its own, which no
// screen reader follows. What is typed or pasted is cleaned first.
type line struct {
	input   textinput.Model
	initial string
	edited  bool
}

func newLine(longest int, value string) line {
	in := textinput.New()
	in.Prompt, in.CharLimit = "", longest
	in.Cursor.SetMode(cursor.CursorHide)
	in.KeyMap.Paste = key.NewBinding() // it would start a program to read the clipboard
	in.Focus()
	in.SetValue(value)
	in.CursorEnd()
	return line{input: in, initial: value}
}

// value gives what was written: until something is edited, the very text that it began with.
func (l *line) value() string {
	if !l.edited {
		return l.initial
	}
	return l.input.Value()
}

// update takes a key or a paste and reports whether it was of use.
func (l *line) update(msg tea.KeyMsg) bool {
	if msg.Type == tea.KeyRunes && !msg.Alt {
		msg.Runes = l.fitting(msg.Runes)
	}
	if (msg.Type == tea.KeyRunes && len(msg.Runes) == 0) || msg.Alt && msg.Type == tea.KeyRunes {
		return true
	}
	before, at := l.input.Value(), l.input.Position()
	l.input, _ = l.input.Update(msg)
	changed := l.input.Value() != before
	l.edited = l.edited || changed
	return changed || l.input.Position() != at || msg.Type == tea.KeyRunes || msg.Type == tea.KeySpace
}

// fitting cleans what was typed or pasted and cuts it to the room that is left, before anything copies it about.
func (l *line) fitting(runes []rune) []rune {
	room := max(0, l.input.CharLimit-utf8.RuneCountInString(l.input.Value()))
	const slack = 4 // cleaning shortens; look a little further than there is room for
	clean := []rune(text.CleanLine(string(runes[:min(len(runes), slack*room+slack)])))
	return clean[:min(len(clean), room)]
}

// full reports whether nothing more can be written.
func (l *line) full() bool { return utf8.RuneCountInString(l.input.Value()) >= l.input.CharLimit }

// view gives the writing in lines of at most width cells, and the cursor in them. Every character stays, the spaces at
// the ends of lines too, so that the cursor can stand on each.
func (l *line) view(width int) ([]string, terminal.Position) {
	return layOut([]rune(l.input.Value()), l.input.Position(), max(2, width))
}

// layOut breaks after spaces where there are some and anywhere else where there are none.
func layOut(runes []rune, cursor, width int) ([]string, terminal.Position) {
	var lines []string
	var at terminal.Position
	start, space := 0, 0 // of the line, and behind its last space
	flush := func(end int) {
		lines = append(lines, string(runes[start:end]))
		start = end
	}
	for i := range runes {
		if runes[i] == ' ' {
			space = i + 1
		}
		if text.Width(string(runes[start:i+1])) <= width {
			continue
		}
		if space > start && space <= i {
			flush(space)
		} else {
			flush(i)
		}
	}
	flush(len(runes))
	for y, from := 0, 0; y < len(lines); y++ {
		n := utf8.RuneCountInString(lines[y])
		if cursor < from+n || y == len(lines)-1 {
			at = terminal.Position{X: text.Width(string(runes[from:min(cursor, from+n)])), Y: y}
			break
		}
		from += n
	}
	return lines, at
}
