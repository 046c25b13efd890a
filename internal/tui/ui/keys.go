package ui

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Key gives the name of a key as hints use it, "" for a paste. Space is "space"; letters keep their case.
func Key(msg tea.KeyMsg) string {
	switch {
	case msg.Paste:
		return ""
	case msg.Type == tea.KeySpace:
		return "space"
	default:
		return msg.String()
	}
}

// grace is how long a screen takes no Enter and no click after it came up: a second press that was on its way belongs to
// the screen before.
const grace = 250 * time.Millisecond

// repeat is longer than the time between two presses that a keyboard makes of one key that is held down, and shorter than
// that between two of a hand.
const repeat = 100 * time.Millisecond

// press makes the message of a key from a hint's name, for clicks.
func press(key string) tea.KeyMsg {
	types := map[string]tea.KeyType{
		"enter": tea.KeyEnter, "esc": tea.KeyEsc, "space": tea.KeySpace, "backspace": tea.KeyBackspace,
		"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5,
		"ctrl+q": tea.KeyCtrlQ, "ctrl+t": tea.KeyCtrlT, "up": tea.KeyUp, "down": tea.KeyDown,
	}
	if t, ok := types[key]; ok {
		return tea.KeyMsg{Type: t}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(key)}
}

// Caption gives a key's name as the footer shows it: "Enter", "Ctrl+Q", "T".
func Caption(key string) string {
	parts := strings.Split(key, "+")
	for i, part := range parts {
		parts[i] = strings.ToUpper(part[:1]) + part[1:]
	}
	return strings.Join(parts, "+")
}
