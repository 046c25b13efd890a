package widget

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/tui/ui"
)

// Input takes one answer.
type Input interface {
	// Update takes a message and says what came of it.
	Update(msg tea.Msg) Outcome
	// View draws the input for a width in cells.
	View(width int) ui.Block
	// Value gives the draft, zero where there is none.
	Value() questionnaire.Value
	// Typing reports whether letters and digits are being written, so that they mean nothing else.
	Typing() bool
	// Chooses reports whether Enter chooses what is focused, and does not go on yet.
	Chooses() bool
}

// Outcome is what came of a message.
type Outcome int

// Ignored: of no use here. Used: taken. Confirmed: the person is done with this question.
const (
	Ignored Outcome = iota
	Used
	Confirmed
)

// New makes the input for an item with the probe's options and an answer to start from.
func New(env ui.Env, it *questionnaire.Item, probe questionnaire.Probe, v questionnaire.Value) Input {
	switch {
	case it.Type == questionnaire.TypeChoices:
		return newList(env, probe.Options, v, true)
	case it.Type == questionnaire.TypeQuiz:
		return newList(env, probe.Options, questionnaire.Value{}, false)
	case it.Type.Coded():
		return newList(env, probe.Options, v, false)
	case it.Type == questionnaire.TypeScale:
		return newScale(env, it, v)
	default:
		return newEntry(env, it, v)
	}
}

// Menu makes a list of things to do, to choose one of.
func Menu(env ui.Env, options []questionnaire.Option) Input {
	return newList(env, options, questionnaire.Value{}, false)
}

// Line makes a line to write in, of at most so many letters, that begins with value. It is no answer: there is no "not sure".
// What is written is the Text of its Value.
func Line(env ui.Env, longest int, value string) Input {
	it := &questionnaire.Item{Type: questionnaire.TypeAttestation}
	return &entry{env: env, it: it, line: newLine(longest, value), silent: true}
}

// Ticks makes a list of things of which several may be chosen.
func Ticks(env ui.Env, options []questionnaire.Option) Input {
	return newList(env, options, questionnaire.Value{}, true)
}
