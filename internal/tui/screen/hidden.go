package screen

import (
	"math"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/text"
	"informed/internal/tui/ui"
)

// Hidden stands in front of a sitting that somebody wants nobody to see.
type Hidden struct {
	ui.Env
	Number string               // that brings the sitting back, while it is shown; "" once it is not
	Left   func() time.Duration // until the sitting ends
	Soon   time.Duration        // what is left is told when it is less than this
}

// Update does nothing: whoever laid the screen takes it away.
func (h *Hidden) Update(tea.Msg) ui.Step { return ui.Used() }

// View shows the number, or else how to come back.
func (h *Hidden) View(width int) ui.Block {
	var b ui.Block
	if h.Number != "" {
		b.Add(text.Wrap(h.Words.Text("hide.number"), width)...)
		b.Add("", "  "+h.Theme.Strong.Render(h.Number), "")
		b.Add(text.Wrap(h.Words.Text("hide.keep"), width)...)
		return b
	}
	b.Add(text.Wrap(h.Words.Text("hide.back"), width)...)
	if left := h.Left(); left < h.Soon {
		b.Add("")
		b.Add(text.Wrap(h.Words.Count("idle.left", int(math.Ceil(left.Seconds()))), width)...)
	}
	return b
}

// Head gives the title.
func (h *Hidden) Head() ui.Head { return ui.Head{Title: h.Words.Text("hide.head")} }

// Hints lists the keys.
func (h *Hidden) Hints() []ui.Hint {
	return []ui.Hint{{Key: "enter", Label: h.Words.Text("footer.next")}}
}
