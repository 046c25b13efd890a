package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/session"
	"informed/internal/tui/ui"
)

// reading is what the screens have in common that are only read.
type reading struct {
	*Sitting
	prompt   session.Prompt
	explains bool // there is something to explain
}

func newReading(s *Sitting, p session.Prompt) reading {
	return reading{Sitting: s, prompt: p, explains: explains(s, p)}
}

func (r *reading) Update(msg tea.Msg) ui.Step {
	key, ok := msg.(tea.KeyMsg)
	if !ok {
		return ui.Step{}
	}
	switch ui.Key(key) {
	case "enter":
		return onward(r.Sitting)
	case "esc":
		return back(r.Sitting)
	case "?", "f1":
		return explain(r.Sitting, r.prompt)
	}
	return ui.Step{}
}

func (r *reading) Head() ui.Head { return head(r.Sitting, r.prompt) }

func (r *reading) Hints() []ui.Hint {
	hints := []ui.Hint{r.hint("enter", "next"), r.hint("esc", "back")}
	if r.explains {
		hints = append(hints, r.hint("?", "explain"))
	}
	return append(hints, r.hint("ctrl+q", "stop"))
}
