package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// read is a text to read: the introduction of a group, or a display with its picture.
type read struct {
	*Sitting
	prompt session.Prompt
}

func newRead(s *Sitting, p session.Prompt) *read { return &read{s, p} }

func (r *read) Update(msg tea.Msg) ui.Step { return reading(r.Sitting, r.prompt, msg) }

func (r *read) View(width int) ui.Block {
	it := r.prompt.Entry.Item
	b := ui.Block{Paged: true}
	if it.Title != "" {
		for _, line := range text.Wrap(it.Title, width) {
			b.Add(r.Theme.Strong.Render(line))
		}
		b.Add("")
	}
	b.Add(r.prose(it.Text, width)...)
	if it.Picture != nil {
		b.Add("")
		b.Add(picture(r.Sitting, it.Picture, width)...)
	}
	return b
}

func (r *read) Head() ui.Head { return head(r.Sitting, r.prompt) }

func (r *read) Hints() []ui.Hint { return readingHints(r.Sitting, r.prompt) }
