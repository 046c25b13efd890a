package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/i18n"
	"informed/internal/records"
	"informed/internal/tui/ui"
	"informed/internal/visit"
)

// Place is where a terminal stands that is nobody's own, and what it says there.
type Place struct {
	Clinic    string                                    // its name
	Languages []Language                                // that people can choose from; while nobody has, the terminal speaks the first
	Pickup    bool                                      // the last screen shows a code for the desk
	Print     func(record string, content []byte) error // prints a copy of a record, which takes time; nil where nothing prints
	Visit     *Codes                                    // people are asked for the code of their visit; nil where they are not
	Code      string                                    // of the fault that broke the sitting before off, "" for none; to be told first
}

// Language is one that people can choose, with what is said and asked in it.
type Language struct {
	Words   *i18n.Words
	Name    string // what its speakers call it
	Welcome string // Markdown for whoever comes; "" for the program's own words
	Thanks  string // Markdown for whoever is done; "" for the program's own words
	Visit   string // what the clinic calls the code of a visit; "" for the program's own words
	// Begin opens a new record of the visit with the code, "" for none. It takes time.
	Begin func(visit string) (*records.Journal, error)
}

// Codes says that people are asked for the code of their visit.
type Codes struct {
	visit.Form
	Required bool // nobody begins without one
}

// Engaged reports whether somebody is in front of a terminal that is nobody's own.
func (s *Sitting) Engaged() bool { return s.Journal != nil || s.came || s.Place.Code != "" }

// Speak lets the sitting go on in a language.
func (s *Sitting) Speak(l Language) {
	s.Language, s.Words = l, l.Words
}

// newBefore gives what stands before a record is opened.
func newBefore(s *Sitting) ui.Screen {
	switch {
	case s.Place.Code != "":
		return &sorry{s}
	case s.came && s.Place.Visit != nil:
		return newCode(s)
	default:
		return newAttract(s)
	}
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

// open gives the step that opens a record of a visit. The result comes to a screen.
func (o *opening) open(to ui.Screen, visit string) ui.Step {
	o.busy, o.warning = true, ""
	begin := o.Begin
	if choose := o.Language.Begin; choose != nil {
		begin = func() (*records.Journal, error) { return choose(visit) }
	}
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
