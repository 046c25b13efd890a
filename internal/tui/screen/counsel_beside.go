package screen

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/tui/ui"
)

// pair is a screen of a consultation. On one side is what the patient sees, on the other what is the counsellor's alone;
// turned, there is only the first. Either side is a screen by itself, and knows nothing of the other.
type pair struct {
	*Sitting
	patient ui.Screen
	own     ui.Screen // nil where the counsellor has nothing beside it
	acts    bool      // it is the counsellor who does something here, whichever side is in front
	front   int
}

// besideQuestion puts what a counsellor has to an item beside the screen that a patient walks.
func besideQuestion(s *Sitting, patient, own ui.Screen) *pair {
	return &pair{Sitting: s, patient: patient, own: own}
}

// besideItem puts something that a counsellor does beside what the patient sees of it.
func besideItem(s *Sitting, patient, own ui.Screen) *pair {
	return &pair{Sitting: s, patient: patient, own: own, acts: true, front: 1}
}

// mine marks a click on the counsellor's side.
type mine struct{ message tea.Msg }

func (b *pair) Update(msg tea.Msg) ui.Step {
	switch msg := msg.(type) {
	case mine:
		if b.alone() {
			return ui.Used()
		}
		b.front = 1
		return b.own.Update(msg.message)
	case tea.KeyMsg:
		return b.key(msg)
	case ui.Seen:
		return b.side().Update(msg)
	}
	if !b.acts {
		b.front = 0
	}
	return b.patient.Update(msg)
}

func (b *pair) key(msg tea.KeyMsg) ui.Step {
	key := ui.Key(msg)
	switch {
	case key == "f2":
		b.turn()
		return ui.Used()
	case key == "f5" && !b.Turned():
		b.Session().ToAgenda()
		return ui.To(ui.Follow)
	case b.alone():
		return b.patient.Update(msg)
	case key == "f4" || key == "f6":
		b.front = 1 - b.front
		return ui.Used()
	case key == "f3":
		return ui.Over(newKeys(b.Sitting, b.help()))
	}
	step := b.side().Update(msg)
	switch {
	case step.Used:
	case b.front == 0 && (b.acts || key != "enter" && key != "esc"):
		return b.own.Update(msg)
	case !b.acts && b.front == 1 && (key == "enter" || key == "esc"):
		b.front = 0
		return ui.Used()
	}
	return step
}

// side gives the side that the keys are for.
func (b *pair) side() ui.Screen {
	if b.front == 1 && !b.alone() {
		return b.own
	}
	return b.patient
}

// alone reports whether only the patient's side is shown.
func (b *pair) alone() bool { return b.own == nil || b.Turned() }

// Keep keeps the drafts of both sides.
func (b *pair) Keep() {
	for _, side := range []ui.Screen{b.patient, b.own} {
		if keeper, ok := side.(ui.Keeper); ok {
			keeper.Keep()
		}
	}
}

func (b *pair) View(width int) ui.Block { return b.patient.View(width) }

// Side draws the counsellor's side.
func (b *pair) Side(width int) ui.Block {
	block := b.own.View(width)
	for i := range block.Zones {
		block.Zones[i].Message = mine{block.Zones[i].Message}
	}
	return block
}

// Sides names the sides.
func (b *pair) Sides() ui.Sides {
	return ui.Sides{
		Names: [2]string{b.Words.Text("beside.patient"), b.Words.Text("beside.own")}, Front: b.front, Alone: b.alone(),
	}
}

func (b *pair) Head() ui.Head {
	if b.acts && !b.alone() {
		return b.own.Head()
	}
	return b.patient.Head()
}

// Hints are the first of the side in front, and those that lead to the other and turn the screen. Any others are told by F3.
func (b *pair) Hints() []ui.Hint {
	hints := slices.DeleteFunc(b.side().Hints(), func(h ui.Hint) bool { return h.Key == "ctrl+q" && (b.own != nil || b.Turned()) })
	switch {
	case b.Turned():
		return append(hints[:min(len(hints), 4)], b.hint("f2", "turn-back"))
	case b.own == nil:
		hints = hints[:min(len(hints), 4)]
		return slices.Insert(hints, len(hints)-1, b.hint("f5", "agenda")) // stopping is named last
	}
	other := "own-side"
	if b.front == 1 {
		other = "patients-side"
	}
	if b.acts && b.front == 0 {
		hints = b.own.Hints()
	}
	return append(hints[:min(len(hints), 2)], b.hint("f2", "turn"), b.hint("f4", other), b.hint("f3", "keys"))
}
