package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// counsel is how a consultation stands at this screen. Nothing of it is in the record.
type counsel struct {
	turned bool              // only what the patient should see is shown
	last   string            // item that was talked about last
	drafts map[string]string // what the counsellor began to write
}

// away reports whether somebody else than the counsellor uses the keyboard.
func (s *Sitting) away() bool {
	hand, _ := s.Session().Hand()
	return hand == session.ByPatient || hand == session.ByRepresentative
}

// Turned reports whether the screen shows only what the patient should see: also whenever the keyboard is theirs.
func (s *Sitting) Turned() bool {
	return s.Journal != nil && s.Session().Consulting() && (s.counsel.turned || s.away())
}

// turn turns the screen to the patient, or back to the counsellor, who then has the keyboard again.
func (s *Sitting) turn() {
	if s.counsel.turned = !s.Turned(); s.counsel.turned {
		return
	}
	if s.away() {
		s.Session().HandTo(session.ByCounsellor, "")
	}
}

// inOwnVoice lets a counsellor do what is theirs also while they type for the patient: the hands are the same. Where the
// questions are walked they then go on typing for the patient.
func (s *Sitting) inOwnVoice(act func() *questionnaire.Problem) *questionnaire.Problem {
	hand, why := s.Session().Hand()
	if hand != session.ForPatient {
		return act()
	}
	s.Session().HandTo(session.ByCounsellor, "")
	p := act()
	if at := s.Session().Prompt().Kind; at != session.Agenda && at != session.Discuss {
		s.Session().HandTo(session.ForPatient, why)
	}
	return p
}

// handback stands in front of what is the counsellor's alone while the screen is turned, and asks for the keyboard where that is
// with somebody else.
type handback struct{ *Sitting }

func (t *handback) Update(msg tea.Msg) ui.Step {
	if key, ok := msg.(tea.KeyMsg); ok && ui.Key(key) == "f2" { // Enter is what a patient's hand has got used to
		t.turn()
		return ui.To(ui.Follow)
	}
	return ui.Step{}
}

func (t *handback) View(width int) ui.Block {
	b := ui.Block{Paged: true}
	name := map[string]any{"Name": t.Session().Counsellor().Name}
	said := t.Words.Text("turn.wait", name)
	if t.away() {
		said = t.Words.Text("turn.give-back", name)
	}
	for _, line := range text.Wrap(said, width) {
		b.Add(t.Theme.Strong.Render(line))
	}
	b.Add("")
	b.Add(text.Wrap(t.Words.Text("turn.saved"), width)...)
	b.Add("")
	b.Add(text.Wrap(t.Words.Text("turn.how", name), width)...)
	return b
}

func (t *handback) Head() ui.Head { return ui.Head{Title: t.Session().Questionnaire().Title} }

func (t *handback) Hints() []ui.Hint {
	return []ui.Hint{t.hint("f2", "turn-back"), t.hint("ctrl+q", "stop")}
}
