package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/session"
	"informed/internal/tui/ui"
)

// reading answers the keys of a screen that is only read.
func reading(s *Sitting, p session.Prompt, msg tea.Msg) ui.Step {
	key, ok := msg.(tea.KeyMsg)
	if !ok {
		return ui.Step{}
	}
	switch ui.Key(key) {
	case "enter":
		return onward(s)
	case "esc":
		return back(s)
	case "?", "f1":
		return explain(s, p)
	}
	return ui.Step{}
}

// readingHints names those keys.
func readingHints(s *Sitting, p session.Prompt) []ui.Hint {
	hints := []ui.Hint{s.hint("enter", "next"), s.hint("esc", "back")}
	if explains(s, p) {
		hints = append(hints, s.hint("?", "explain"))
	}
	return append(hints, s.hint("ctrl+q", "stop"))
}
