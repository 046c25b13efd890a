package terminal

import tea "github.com/charmbracelet/bubbletea"

type (
	resizedMsg struct{} // the terminal has another size
	resumedMsg struct{} // the process was stopped, and others had the terminal
)

// loop fits a Model to Bubble Tea, which calls it from one goroutine. In View,
// Bubble Tea asks for what to show; that is where frames are painted.
type loop struct {
	model    Model
	terminal *Terminal
	quit     func() // ends the program soon; does not wait
	failure  error  // for which the program ends
}

// Init also tells the model the terminal's size, so that the first frame fits.
func (l *loop) Init() (cmd tea.Cmd) {
	defer l.rescue(&cmd)
	first := l.model.Init()
	return tea.Batch(guard(first), guard(l.model.Update(l.size())))
}

// Update passes on msg to the model, unless it concerns the terminal alone.
func (l *loop) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	return l, l.update(msg)
}

func (l *loop) update(msg tea.Msg) (cmd tea.Cmd) {
	defer l.rescue(&cmd)
	if l.failure != nil {
		return nil
	}
	switch m := msg.(type) {
	case *Fault:
		l.fail(m)
		return nil
	case resizedMsg:
		l.terminal.measure()
		msg = l.size()
	case resumedMsg:
		if err := l.terminal.enter(); err != nil {
			l.fail(err)
			return nil
		}
		msg = l.size()
	}
	return l.pass(msg)
}

// pass gives msg to the model. Letters that were waiting together come in one
// message; they are passed on one by one, so that what the model gets does not
// hang on how busy it was. A paste stays whole.
func (l *loop) pass(msg tea.Msg) tea.Cmd {
	key, ok := msg.(tea.KeyMsg)
	if !ok || key.Type != tea.KeyRunes || key.Paste || len(key.Runes) < 2 {
		return guard(l.model.Update(msg))
	}
	var cmds []tea.Cmd
	for _, letter := range key.Runes {
		one := key
		one.Runes = []rune{letter}
		cmds = append(cmds, guard(l.model.Update(one)))
	}
	return tea.Batch(cmds...)
}

// View paints the model's frame. What it returns goes nowhere.
func (l *loop) View() string {
	defer l.rescue(nil)
	if l.failure != nil {
		return ""
	}
	if err := l.terminal.Paint(l.model.Frame()); err != nil {
		l.fail(err)
	}
	return ""
}

func (l *loop) size() tea.WindowSizeMsg {
	width, height := l.terminal.Size()
	return tea.WindowSizeMsg{Width: width, Height: height}
}

// fail ends the program for err.
func (l *loop) fail(err error) {
	l.failure = err
	l.quit()
}

// rescue, deferred, turns a panic into the program's end.
func (l *loop) rescue(cmd *tea.Cmd) {
	if value := recover(); value != nil {
		l.fail(newFault())
		if cmd != nil {
			*cmd = nil
		}
	}
}

// withoutStopping keeps messages from Bubble Tea that it would act on in ways that do not
// fit here: it stops the process although the terminal is not its own, and when
// interrupted it does not wait for its reader.
func withoutStopping(model tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.SuspendMsg:
		return nil
	case tea.InterruptMsg:
		model.(*loop).failure = tea.ErrInterrupted
		return tea.QuitMsg{}
	}
	return msg
}
