package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// guide is the counsellor's side of what a patient answers or reads: what the author says to it, and what was noted.
type guide struct{ topic }

func newGuide(s *Sitting, e *questionnaire.Entry) *guide { return &guide{*newTopic(s, e)} }

func (g *guide) Update(msg tea.Msg) ui.Step {
	if key, ok := msg.(tea.KeyMsg); ok && (ui.Key(key) == "n" || ui.Key(key) == "N") && g.entry.Type.Answerable() {
		return ui.Over(newNote(g.Sitting, g.entry))
	}
	return ui.Step{}
}

func (g *guide) View(width int) ui.Block {
	var b ui.Block
	if hand, why := g.Session().Hand(); hand == session.ForPatient {
		b.Add(text.Wrap(g.Words.Text("item.typing", map[string]any{"Why": why}), width)...)
	}
	guidance := g.prose(g.Guidance, width)
	if len(guidance) == 0 {
		guidance = text.Wrap(g.Words.Text("item.no-guidance"), width)
	}
	g.part(&b, g.Words.Text("item.guidance"), guidance)
	g.part(&b, g.Words.Text("item.remarks"), g.remarks(g.Remarks, width))
	g.part(&b, g.Words.Text("explain.sources"), g.cited(g.Cited, width))
	return b
}

// Keys lists what can be done beside a question.
func (g *guide) Keys() []ui.Hint {
	if !g.entry.Type.Answerable() {
		return nil
	}
	return []ui.Hint{g.hint("n", "note")}
}

func (g *guide) Hints() []ui.Hint {
	return append(g.Keys(), g.hint("enter", "to-question"))
}
