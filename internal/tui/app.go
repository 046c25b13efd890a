package tui

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/tui/screen"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

// program is the root of the Bubble Tea program. It does four things: takes in the size, hands messages to the router,
// has saved what came of them, and draws.
//
// What is not saved is not shown. While something is being saved, the screen stays as it was, and what the person does
// waits.
type program struct {
	sitting *screen.Sitting
	router  *ui.Router
	keeper  keeper
	guard   *guard
	saving  bool
	after   []tea.Cmd // what is to be done once all is saved
	waiting []arrival // what came in the meantime
	shown   terminal.Frame
}

func newProgram(s *screen.Sitting, k keeper, policy Policy) *program {
	next := func() ui.Screen { return screen.Next(s) }
	stop := func() ui.Screen { return s.Stop(s) }
	return &program{sitting: s, router: ui.NewRouter(s.Env, next, stop), keeper: k, guard: newGuard(s, policy)}
}

// Init starts no clock but that of the guard: there is no animation.
func (p *program) Init() tea.Cmd { return p.guard.begin() }

// Update takes in a message.
func (p *program) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.resize(msg)
		return nil
	case slow:
		p.sayBusy()
		return nil
	case saved:
		return p.saved(msg)
	}
	came := arrival{msg, p.sitting.Now()}
	if cmd, taken := p.guard.take(came); taken {
		return cmd
	}
	if p.waits(msg) {
		p.wait(came)
		return nil
	}
	return p.take(came)
}

// resize takes in the size of the terminal. There is nothing to draw at it while something is being saved: the screen
// that is in sight has gone, and the one to come must not be seen yet.
func (p *program) resize(size tea.WindowSizeMsg) {
	p.router.Resize(size.Width, size.Height)
	p.guard.resize(size.Width, size.Height)
	if p.saving {
		p.shown = p.router.Notice(p.sitting.Words.Text("save.busy"))
	}
}

// take hands a message to the router, and has saved what came of it before anything else is done.
func (p *program) take(came arrival) tea.Cmd {
	cmd := p.router.Update(came.msg, came.at)
	p.router.Speak(p.sitting.Words)
	if !p.sitting.Unsaved() {
		return cmd
	}
	p.saving = true
	p.after = append(p.after, cmd)
	return p.keeper.save(p.sitting.Journal)
}

// saved goes on with what had to wait for a save, or says that it failed.
func (p *program) saved(result saved) tea.Cmd {
	p.saving = false
	if result.err != nil {
		p.sitting.Fault = result.err
		p.sitting.Tries++
		p.router.Lay(screen.NewUnsaved(p.sitting))
		return nil
	}
	p.sitting.Tries = 0
	after := p.after
	p.after = nil
	return tea.Batch(append(after, p.catchUp()...)...)
}

// sayBusy puts in the place of the keys, which do nothing now, that something is being saved.
func (p *program) sayBusy() {
	if len(p.shown.Lines) == 0 {
		return
	}
	lines := slices.Clone(p.shown.Lines)
	last := &lines[len(lines)-1]
	*last = (*last)[:len(*last)-len(strings.TrimLeft(*last, " "))] + p.router.Notice(p.sitting.Words.Text("save.busy")).Lines[0]
	p.shown.Lines = lines
}

// Frame draws the screen in front.
func (p *program) Frame() terminal.Frame {
	if over := p.guard.cover; over != nil {
		return over.Frame()
	}
	if !p.saving {
		p.shown = p.router.Frame()
	}
	return p.shown
}
