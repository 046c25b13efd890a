package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/export"
	"informed/internal/tui/ui"
)

// checklist shows the summary, the same Markdown that a copy holds, private part included: it is the person's own. While the
// screen is turned to them, what was noted in a consultation is left to the copy.
type checklist struct {
	*Sitting
	width int
	bare  bool     // without what was noted
	lines []string // rendered for width
}

func newChecklist(s *Sitting) *checklist { return &checklist{Sitting: s} }

func (c *checklist) markdown() string {
	sum := c.summary()
	if c.bare {
		sum.Notes = nil
	}
	return string(export.Markdown(sum, c.Words, export.Options{Private: true}))
}

func (c *checklist) Update(msg tea.Msg) ui.Step {
	key, ok := msg.(tea.KeyMsg)
	if !ok {
		return ui.Step{}
	}
	switch ui.Key(key) {
	case "enter":
		if c.Session().Consulting() {
			return onward(c.Sitting)
		}
		return give(c.Sitting)
	case "s", "S":
		return give(c.Sitting)
	case "esc":
		return back(c.Sitting)
	}
	return ui.Step{}
}

// give leads to what the person can take with them: a copy in a place of their own, or what the place has for them.
func give(s *Sitting) ui.Step {
	if s.Place != nil {
		return ui.Over(newThanks(s))
	}
	return openSave(s)
}

func (c *checklist) View(width int) ui.Block {
	if bare := c.Turned(); c.width != width || c.bare != bare {
		c.width, c.bare = width, bare
		c.lines = c.prose(c.markdown(), width)
	}
	return ui.Block{Lines: c.lines, Paged: true}
}

func (c *checklist) Head() ui.Head { return ui.Head{Title: c.Words.Text("checklist.head")} }

func (c *checklist) Hints() []ui.Hint {
	hints := []ui.Hint{c.hint("enter", "next"), c.hint("esc", "back")}
	if c.Place == nil {
		hints = append(hints, c.hint("s", "save"))
	}
	return append(hints, c.hint("ctrl+q", "stop"))
}
