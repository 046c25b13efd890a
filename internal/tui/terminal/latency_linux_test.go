package terminal

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// counter is a program whose page changes in one row with each key.
type counter struct{ keys int }

func (c *counter) Init() tea.Cmd { return nil }
func (c *counter) Frame() Frame  { return page(100, 30, c.keys) }

func (c *counter) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(tea.KeyMsg); ok {
		c.keys++
	}
	return nil
}

// BenchmarkKeyToFrame is the time from a key at the person's end of the terminal
// until the row that it changes has come out there.
func BenchmarkKeyToFrame(b *testing.B) {
	e := newEmulator(b)
	e.resize(100, 30)
	ctx, cancel := context.WithCancel(b.Context())
	ended := make(chan error)
	go func() {
		_, err := Run(ctx, e.slave, e.slave, &counter{})
		ended <- err
	}()
	read := func(want string) {
		var seen []byte
		for buffer := make([]byte, 4096); !bytes.Contains(seen, []byte(want)); {
			n, err := e.master.Read(buffer)
			if err != nil {
				b.Fatal(err)
			}
			seen = append(seen, buffer[:n]...)
		}
	}
	read("> 0")
	for i := 1; b.Loop(); i++ {
		e.press("x")
		read(fmt.Sprintf("> %d\x1b", i))
	}
	e.watch()
	cancel()
	if err := <-ended; err != nil {
		b.Error(err)
	}
}
