package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/i18n"
	"informed/internal/records"
	"informed/internal/tui/ui"
)

// Place is where a terminal stands that is nobody's own, and what it says there.
type Place struct {
	Clinic    string                                    // its name
	Languages []Language                                // that people can choose from; while nobody has, the terminal speaks the first
	Pickup    bool                                      // the last screen shows a code for the desk
	Print     func(record string, content []byte) error // prints a copy of a record, which takes time; nil where nothing prints
	Code      string                                    // of the fault that broke the sitting before off, "" for none; to be told first
}

// Language is one that people can choose, with what is said and asked in it.
type Language struct {
	Words   *i18n.Words
	Name    string // what its speakers call it
	Welcome string // Markdown for whoever comes; "" for the program's own words
	Thanks  string // Markdown for whoever is done; "" for the program's own words
	// Begin opens a new record, which takes time.
	Begin func() (*records.Journal, error)
}

// Engaged reports whether somebody is in front of a terminal that is nobody's own.
func (s *Sitting) Engaged() bool { return s.Journal != nil || s.came || s.Place.Code != "" }

// Speak lets the sitting go on in a language.
func (s *Sitting) Speak(l Language) {
	s.Language, s.Words, s.Begin = l, l.Words, l.Begin
}

// newBefore gives what stands before a record is opened.
func newBefore(s *Sitting) ui.Screen {
	if s.Place.Code != "" {
		return &sorry{s}
	}
	return newAttract(s)
}

// touched is what a touch of a screen means that takes it anywhere.
type touched struct{}

// anywhere is a zone as high as any terminal.
func anywhere() []ui.Zone { return []ui.Zone{{Span: ui.Span{To: 1 << 16}, Message: touched{}}} }

// opening opens a record before the first screen of the questionnaire.
type opening struct {
	*Sitting
	busy    bool
	warning string
}

// open gives the step that opens a record. The result comes to a screen.
func (o *opening) open(to ui.Screen) ui.Step {
	o.busy, o.warning = true, ""
	begin := o.Begin
	return ui.Step{Used: true, Cmd: func() tea.Msg {
		j, err := begin()
		return ui.Answer{To: to, Result: began{journal: j, err: err}}
	}}
}

func (o *opening) began(b began) ui.Step {
	o.busy = false
	if b.err != nil {
		o.warning = o.Words.Text("place.failed", map[string]any{"Why": o.Words.Text("fault." + records.Cause(b.err))})
		return ui.Used()
	}
	o.Journal = b.journal
	return ui.To(ui.Follow)
}
