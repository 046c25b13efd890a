package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/text"
	"informed/internal/tui/ui"
)

// keys lists all keys of a screen, for what does not fit into its footer.
type keys struct {
	*Sitting
	hints []ui.Hint
}

func newKeys(s *Sitting, hints []ui.Hint) *keys { return &keys{Sitting: s, hints: hints} }

func (k *keys) Update(msg tea.Msg) ui.Step {
	if key, ok := msg.(tea.KeyMsg); ok {
		switch ui.Key(key) {
		case "enter", "esc", "?", "f3":
			return ui.To(ui.Pop)
		}
	}
	return ui.Step{}
}

func (k *keys) View(width int) ui.Block {
	b := ui.Block{Paged: true}
	const name = 8
	for _, h := range k.hints {
		for i, line := range text.Wrap(h.Label, width-name) {
			before := ""
			if i == 0 {
				before = k.Theme.Key.Render(ui.Caption(h.Key))
			}
			b.Add(text.PadRight(before, name) + line)
		}
	}
	return b
}

func (k *keys) Head() ui.Head { return ui.Head{Title: k.Words.Text("keys.head")} }

func (k *keys) Hints() []ui.Hint {
	return []ui.Hint{k.hint("enter", "close"), k.hint("esc", "back"), k.hint("ctrl+q", "stop")}
}

// help lists the keys of both sides.
func (b *pair) help() []ui.Hint {
	var hints []ui.Hint
	seen := map[string]bool{}
	add := func(more ...ui.Hint) {
		for _, h := range more {
			if !seen[h.Key] {
				seen[h.Key] = true
				hints = append(hints, h)
			}
		}
	}
	sides := []ui.Screen{b.patient, b.own}
	if b.acts {
		sides = []ui.Screen{b.own, b.patient}
	}
	for _, side := range sides {
		if more, ok := side.(interface{ Keys() []ui.Hint }); ok {
			add(more.Keys()...)
		}
		add(side.Hints()...)
	}
	add(b.hint("f2", "turn"), b.hint("f4", "other-side"), b.hint("f5", "agenda"), b.hint("ctrl+q", "stop"))
	return hints
}
