package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/records"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// Place is where a terminal stands that is nobody's own, and what it says there.
type Place struct {
	Clinic  string                                    // its name
	Welcome string                                    // Markdown for whoever comes; "" for the program's own words
	Thanks  string                                    // Markdown for whoever is done; "" for the program's own words
	Pickup  bool                                      // the last screen shows a code for the desk
	Print   func(record string, content []byte) error // prints a copy of a record, which takes time; nil where nothing prints
	Code    string                                    // of the fault that broke the sitting before off, "" for none; to be told first
}

// Engaged reports whether somebody is in front of a terminal that is nobody's own.
func (s *Sitting) Engaged() bool { return s.Journal != nil || s.Place.Code != "" }

// newBefore gives what stands before a record is opened.
func newBefore(s *Sitting) ui.Screen {
	if s.Place.Code != "" {
		return &sorry{s}
	}
	return &attract{Sitting: s}
}

// attract waits for the next person. Any key begins, and a touch anywhere.
type attract struct {
	*Sitting
	busy    bool
	warning string
}

// touched is what a touch of a screen means that takes it anywhere.
type touched struct{}

// anywhere is a zone as high as any terminal.
func anywhere() []ui.Zone { return []ui.Zone{{Span: ui.Span{To: 1 << 16}, Message: touched{}}} }

func (a *attract) Update(msg tea.Msg) ui.Step {
	switch msg := msg.(type) {
	case began:
		return a.began(msg)
	case tea.KeyMsg, touched:
		if a.busy {
			return ui.Used()
		}
		a.busy = true
		return ui.Step{Used: true, Cmd: a.begin()}
	}
	return ui.Step{}
}

// begin gives the command that opens a record.
func (a *attract) begin() tea.Cmd {
	begin := a.Begin
	return func() tea.Msg {
		j, err := begin()
		return ui.Answer{To: a, Result: began{journal: j, err: err}}
	}
}

func (a *attract) began(b began) ui.Step {
	a.busy = false
	if b.err != nil {
		a.warning = a.Words.Text("place.failed", map[string]any{"Why": a.Words.Text("fault." + records.Cause(b.err))})
		return ui.Used()
	}
	a.Journal = b.journal
	return ui.To(ui.Follow)
}

func (a *attract) View(width int) ui.Block {
	b := ui.Block{Zones: anywhere()}
	b.Add(a.prose(a.Words.Or(a.Place.Welcome, "place.welcome"), width)...)
	b.Add("")
	for _, line := range text.Wrap(a.Words.Text("place.begin"), width) {
		b.Add(a.Theme.Strong.Render(line))
	}
	a.warn(&b, a.warning, width)
	return b
}

func (a *attract) Head() ui.Head { return ui.Head{Title: a.Place.Clinic} }

func (a *attract) Hints() []ui.Hint { return []ui.Hint{a.hint("enter", "start")} }
