package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// The things to do where the last step could not be saved.
const (
	unsavedTry  = "try"
	unsavedStop = "stop"
)

// unsaved says that the last step could not be saved, what is safe, and what can be done. It leads nowhere else: no other
// step is taken on top of one that is not saved.
type unsaved struct {
	*Sitting
	menu
}

// NewUnsaved makes the screen for the sitting's fault.
func NewUnsaved(s *Sitting) ui.Screen {
	return &unsaved{Sitting: s, menu: newMenu(s, []questionnaire.Option{
		{Value: unsavedTry, Text: s.Words.Text("unsaved.try")},
		{Value: unsavedStop, Text: s.Words.Text("unsaved.stop")},
	})}
}

// Asks marks the screen as one that asks about stopping.
func (u *unsaved) Asks() {}

func (u *unsaved) Update(msg tea.Msg) ui.Step {
	if key, ok := msg.(tea.KeyMsg); ok && ui.Key(key) == "esc" {
		return ui.Used()
	}
	return u.take(msg, u.choose)
}

func (u *unsaved) choose() ui.Step {
	switch v := u.input.Value(); {
	case v.Has(unsavedTry):
		u.Fault = nil
		return ui.To(ui.Pop)
	case v.Has(unsavedStop):
		return ui.To(ui.Quit)
	default:
		u.warning = u.Words.Text("save.choose")
		return ui.Used()
	}
}

func (u *unsaved) View(width int) ui.Block {
	var b ui.Block
	say := func(sentence string) { b.Add(text.Wrap(sentence, width)...) }
	for _, line := range text.Wrap(u.said(), width) {
		b.Add(u.Theme.Strong.Render(line))
	}
	say(u.safe())
	b.Add("")
	say(u.Words.Text("fault." + records.Cause(u.Fault)))
	b.Add("")
	u.list(&b, width)
	b.Add("")
	if u.Journal.Stored() {
		if command := u.Journal.Resume(); command == "" {
			say(u.Words.Text("unsaved.later-sealed", map[string]any{"ID": u.id()}))
		} else {
			say(u.Words.Text("unsaved.later"))
			b.Add(inset(command, width)...)
		}
		b.Add("")
	}
	say(u.Words.Text("unsaved.detail", map[string]any{"Detail": app.Detail(u.Fault)}))
	u.warn(&b, u.warning, width)
	return b
}

func (u *unsaved) said() string {
	if u.Tries > 1 {
		return u.Words.Text("unsaved.again")
	}
	return u.Words.Text("unsaved.what")
}

// safe tells what is safe. Where nothing was saved before, the person has only read the first screen.
func (u *unsaved) safe() string {
	if u.Journal.Stored() {
		return u.Words.Text("unsaved.safe")
	}
	return u.Words.Text("unsaved.first")
}

func (u *unsaved) Head() ui.Head { return ui.Head{Title: u.Words.Text("unsaved.head")} }

func (u *unsaved) Hints() []ui.Hint { return []ui.Hint{u.enterHint(u.input)} }
