package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/text"
	"informed/internal/tui/ui"
)

// saved is the last screen: where the copy is, how to tell it from another, and what to do next.
type saved struct{ *Sitting }

func newSaved(s *Sitting) *saved { return &saved{s} }

func (s *saved) Update(msg tea.Msg) ui.Step {
	key, ok := msg.(tea.KeyMsg)
	if !ok {
		return ui.Step{}
	}
	switch ui.Key(key) {
	case "enter":
		s.Finished = !s.Journal.Unfinished()
		return ui.To(ui.Quit)
	case "esc":
		return ui.To(ui.Pop)
	}
	return ui.Step{}
}

func (s *saved) View(width int) ui.Block {
	b := ui.Block{Paged: true}
	say := func(sentence string) { b.Add(text.Wrap(sentence, width)...) }
	if s.kept() {
		say(s.record())
		b.Add(inset(s.id(), width)...)
		b.Add("")
	}
	if len(s.Written) == 0 {
		say(s.Words.Text("saved.nothing"))
		b.Add("")
		say(s.Words.Text("saved.back"))
	} else {
		say(s.Words.Count("saved.where", len(s.Written)))
		b.Add(places(s.Sitting, s.Written, width)...)
		b.Add("")
		say(s.Words.Text("saved.fingerprint"))
		b.Add(inset(s.Session().Record().Fingerprint, width)...)
		b.Add("")
		say(s.Words.Text("saved.next"))
	}
	b.Add("")
	say(s.Words.Text("saved.leave"))
	return b
}

// record says that the record is kept, and whether there is more to come.
func (s *saved) record() string {
	if !s.Journal.Unfinished() {
		return s.Words.Text("saved.record")
	}
	return s.Words.Text("saved.so-far")
}

func (s *saved) Head() ui.Head { return ui.Head{Title: s.Words.Text("saved.head")} }

func (s *saved) Hints() []ui.Hint {
	return []ui.Hint{s.hint("enter", "finish"), s.hint("esc", "back")}
}
