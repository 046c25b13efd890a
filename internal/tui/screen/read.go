package screen

import (
	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// read is a text to read: the introduction of a group, or a display with its picture.
type read struct{ reading }

func newRead(s *Sitting, p session.Prompt) *read { return &read{newReading(s, p)} }

func (r *read) View(width int) ui.Block {
	it := r.prompt.Entry.Item
	b := ui.Block{Paged: true}
	if it.Type == questionnaire.TypeDisplay && it.Title != "" { // a group's stands in the header
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
