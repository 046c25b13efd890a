package screen

import (
	"math"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/text"
	"informed/internal/tui/ui"
)

// warning says that the sitting is about to end, and in how many seconds. It shows nothing of the answers: whoever gave
// them may be away.
type warning struct {
	ui.Env
	left func() time.Duration
}

// NewWarning makes the screen that warns; left gives the time that remains.
func NewWarning(env ui.Env, left func() time.Duration) ui.Screen {
	return &warning{Env: env, left: left}
}

func (w *warning) Update(tea.Msg) ui.Step { return ui.Used() }

func (w *warning) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(w.Words.Text("idle.there"), width)...)
	b.Add("")
	seconds := int(math.Ceil(w.left().Seconds()))
	for _, line := range text.Wrap(w.Words.Count("idle.left", seconds), width) {
		b.Add(w.Theme.Strong.Render(line))
	}
	b.Add("")
	b.Add(text.Wrap(w.Words.Text("idle.stay"), width)...)
	return b
}

func (w *warning) Head() ui.Head { return ui.Head{Title: w.Words.Text("idle.head")} }

func (w *warning) Hints() []ui.Hint {
	return []ui.Hint{{Key: "enter", Label: w.Words.Text("idle.go-on")}}
}
