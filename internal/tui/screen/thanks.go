package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/records"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// thanks is the last screen of a sitting in a place that is nobody's own: what the person can take with them, and how they
// leave.
type thanks struct {
	*Sitting
	busy bool
	told string // what became of the print
}

// printed is the result of printing.
type printed struct{ err error }

func newThanks(s *Sitting) *thanks { return &thanks{Sitting: s} }

func (t *thanks) Update(msg tea.Msg) ui.Step {
	switch msg := msg.(type) {
	case printed:
		return t.printed(msg)
	case tea.KeyMsg:
		if t.busy {
			return ui.Used()
		}
		return t.key(ui.Key(msg))
	}
	return ui.Step{}
}

func (t *thanks) key(key string) ui.Step {
	switch {
	case key == "enter":
		t.Finished = true
		return ui.To(ui.Quit)
	case key == "esc":
		return ui.To(ui.Pop)
	case (key == "p" || key == "P") && t.Place.Print != nil:
		t.busy = true
		return ui.Step{Used: true, Cmd: t.print()}
	}
	return ui.Step{}
}

// print gives the command that prints a copy without what is private: others may stand at the printer.
func (t *thanks) print() tea.Cmd {
	copies, print, sum, words := t.Copies, t.Place.Print, t.summary(), t.Words
	copies.Formats, copies.Out, copies.Envelope = []string{"text"}, app.Stdout, nil
	return func() tea.Msg {
		made, err := copies.Write(sum, words, false)
		if err == nil {
			err = print(sum.Record.ID, made[0].Content)
		}
		return ui.Answer{To: t, Result: printed{err}}
	}
}

func (t *thanks) printed(p printed) ui.Step {
	t.busy = false
	if p.err != nil {
		t.told = t.Words.Text("place.unprinted")
		return ui.Used()
	}
	t.told = t.Words.Text("place.printed")
	t.Session().Copied("text", false)
	return ui.Used()
}

func (t *thanks) View(width int) ui.Block {
	b := ui.Block{Paged: true}
	say := func(sentence string) { b.Add(text.Wrap(sentence, width)...) }
	b.Add(t.prose(t.Words.Or(t.Language.Thanks, "place.thanks"), width)...)
	b.Add("")
	if t.Place.Pickup {
		say(t.Words.Text("place.pickup"))
		b.Add("", "  "+t.Theme.Strong.Render(records.Pickup(t.id())))
	} else {
		say(t.Words.Text("place.number"))
		b.Add(inset(t.id(), width)...)
	}
	b.Add("")
	say(t.Words.Text("saved.leave"))
	if t.busy {
		t.warn(&b, t.Words.Text("place.printing"), width)
	} else {
		t.warn(&b, t.told, width)
	}
	return b
}

func (t *thanks) Head() ui.Head { return ui.Head{Title: t.Words.Text("saved.head")} }

func (t *thanks) Hints() []ui.Hint {
	hints := []ui.Hint{t.hint("enter", "finish"), t.hint("esc", "back")}
	if t.Place.Print != nil {
		hints = append(hints, ui.Hint{Key: "p", Label: t.Words.Text("place.print")})
	}
	return hints
}
