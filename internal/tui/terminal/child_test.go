package terminal

import (
	"context"
	"fmt"
	"os"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// secret is in view, and is the value of every panic.
const secret = "some answer"

// hanging is shown by a program that has stopped to react.
const hanging = "hanging"

// TestMain makes the test binary double as a program on a terminal, so that
// signals end a process of its own.
func TestMain(m *testing.M) {
	if os.Getenv("TERMINAL_TEST_PROGRAM") == "" {
		os.Exit(m.Run())
	}
	end, err := Run(context.Background(), os.Stdin, os.Stdout, &probe{})
	fmt.Fprintf(os.Stderr, "%d %v %v", end.Reason, end.Signal, err)
}

// probe is a program that tells its size, counts keys, and does harm on request.
type probe struct {
	size tea.WindowSizeMsg
	keys int
	last string
	view bool // panic there
}

func (p *probe) Init() tea.Cmd { return nil }

func (p *probe) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.size = msg
	case tea.KeyMsg:
		p.keys++
		p.last = msg.String()
		return p.obey(p.last)
	}
	return nil
}

func (p *probe) obey(key string) tea.Cmd {
	harm := func() tea.Msg { panic(secret) }
	switch key {
	case "q":
		return tea.Quit
	case "u":
		panic(secret)
	case "v":
		p.view = true
	case "c":
		return harm
	case "s":
		return tea.Sequence(func() tea.Msg { return nil }, tea.Batch(tea.Batch(nil, harm), tea.HideCursor))
	case "z":
		return tea.Suspend
	case "i":
		return tea.Interrupt
	case "h":
		os.Stdout.WriteString(hanging)
		select {}
	}
	return nil
}

func (p *probe) Frame() Frame {
	if p.view {
		panic(secret)
	}
	return Frame{
		Lines: []string{
			fmt.Sprintf("size %d×%d.", p.size.Width, p.size.Height),
			fmt.Sprintf("keys %d, last %q.", p.keys, p.last),
			secret,
		},
		Cursor: &Position{Y: 1},
	}
}
