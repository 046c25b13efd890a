package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/summary"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// The things to do on the save screen.
const (
	saveCopy    = "save"
	savePrivate = "save-private"
	saveNothing = "leave"
)

// save tells where a copy would go, before anything is written, and asks.
type save struct {
	*Sitting
	menu
	summary summary.Summary
	targets []app.Target // nil until they are known
	busy    bool
}

// planned is where the copies would go.
type planned struct {
	targets []app.Target
	err     error
}

// written is the result of writing the copies.
type written struct {
	targets []app.Target
	private bool
	err     error
}

// openSave lays the save screen over another, and finds out where a copy would go.
func openSave(s *Sitting) ui.Step {
	over := newSave(s)
	return ui.Step{Used: true, Move: ui.Push, Open: over, Cmd: over.plan()}
}

// plan gives the command that finds out where a copy would go.
func (s *save) plan() tea.Cmd {
	copies, sum := s.Copies, s.summary
	return func() tea.Msg {
		targets, err := copies.Targets(sum)
		return ui.Answer{To: s, Result: planned{targets: targets, err: err}}
	}
}

func newSave(s *Sitting) *save {
	sum := s.summary()
	options := []questionnaire.Option{{Value: saveCopy, Text: s.Words.Text("save.copy")}}
	if sum.HasPrivate() {
		options[0].Text = s.Words.Text("save.without-private")
		options = append(options, questionnaire.Option{Value: savePrivate, Text: s.Words.Text("save.with-private")})
	}
	options = append(options, questionnaire.Option{Value: saveNothing, Text: s.Words.Text("save.nothing")})
	return &save{Sitting: s, summary: sum, menu: newMenu(s, options)}
}

func (s *save) Update(msg tea.Msg) ui.Step {
	switch msg := msg.(type) {
	case planned:
		return s.planned(msg)
	case written:
		return s.done(msg)
	}
	if s.busy {
		return ui.Used()
	}
	return s.take(msg, s.choose)
}

func (s *save) choose() ui.Step {
	switch v := s.input.Value(); {
	case v.Has(saveNothing):
		return ui.Over(newSaved(s.Sitting))
	case v.IsZero():
		s.warning = s.Words.Text("save.choose")
		return ui.Used()
	case s.targets == nil: // nothing is written before the person could read where
		return ui.Step{Used: true, Cmd: s.plan()}
	default:
		s.busy = true
		return ui.Step{Used: true, Cmd: s.write(v.Has(savePrivate))}
	}
}

// write gives the command that writes the copies. It takes all it needs with it and touches nothing of the screen.
func (s *save) write(private bool) tea.Cmd {
	copies, sum, words := s.Copies, s.summary, s.Words
	return func() tea.Msg {
		targets, err := copies.Write(sum, words, private)
		return ui.Answer{To: s, Result: written{targets: targets, private: private, err: err}}
	}
}

func (s *save) planned(p planned) ui.Step {
	s.targets = p.targets
	if p.err != nil {
		s.warning = s.failed(p.err)
	}
	return ui.Used()
}

func (s *save) failed(err error) string {
	return s.Words.Text("save.failed", map[string]any{"Why": text.CleanLine(err.Error())})
}

func (s *save) done(w written) ui.Step {
	s.busy = false
	s.keep(w.targets)
	for _, t := range w.targets {
		s.Session().Copied(t.Format, w.private || t.Whole)
	}
	if w.err != nil {
		s.warning = s.failed(w.err)
		return ui.Used()
	}
	return ui.Step{Used: true, Move: ui.Push, Open: newSaved(s.Sitting), Cmd: s.plan()} // the next copy needs another name
}

// keep adds to the copies that the person is told of. What goes to standard output is not there yet: the last one counts.
func (s *save) keep(targets []app.Target) {
	for _, t := range targets {
		if t.Path == app.Stdout {
			s.Written = nil
		}
		s.Written = append(s.Written, t)
	}
}

func (s *save) View(width int) ui.Block {
	var b ui.Block
	b.Add(text.Wrap(s.Words.Text("save.intro"), width)...)
	b.Add(places(s.Sitting, s.targets, width)...)
	b.Add(text.Wrap(s.Words.Text("save.care"), width)...)
	b.Add("")
	b.Append(s.input.View(width))
	problem := s.warning
	if s.busy {
		problem = s.Words.Text("save.busy")
	}
	s.warn(&b, problem, width)
	return b
}

func (s *save) Head() ui.Head { return ui.Head{Title: s.Words.Text("save.head")} }

func (s *save) Hints() []ui.Hint {
	return []ui.Hint{s.enterHint(s.input), s.hint("esc", "back"), s.hint("ctrl+q", "stop")}
}

// places lists where copies go, in words that a terminal may show whatever the folders are called.
func places(s *Sitting, targets []app.Target, width int) []string {
	var lines []string
	for _, t := range targets {
		place := text.CleanLine(t.Path)
		if t.Path == app.Stdout {
			place = s.Words.Text("save.stdout")
		}
		lines = append(lines, inset(place, width)...)
	}
	return lines
}

// inset wraps words set in by two columns.
func inset(words string, width int) []string {
	lines := text.Wrap(words, width-2)
	for i := range lines {
		lines[i] = "  " + lines[i]
	}
	return lines
}
