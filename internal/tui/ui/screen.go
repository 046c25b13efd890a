package ui

import tea "github.com/charmbracelet/bubbletea"

// Screen is one screen of the program. Screens are pointers. They do no I/O: what takes time goes into a command.
type Screen interface {
	// Update takes a message: a key, a paste, a Zone's message, or the result of a command of its own.
	Update(msg tea.Msg) Step
	// View gives the body for a width in cells, 20 at least.
	View(width int) Block
	// Head gives the words of the header.
	Head() Head
	// Hints lists the keys of the footer, five at most, in the order of all screens: on, back, explain, talk, stop.
	Hints() []Hint
}

// Head is what stands above a screen. Bar is the same as Progress in a picture.
type Head struct {
	Title    string
	Progress string
	Done     int // of Total
	Total    int // 0 for no bar
}

// Hint is a key and what it does, in words. A click on it is the key.
type Hint struct {
	Key   string // as [Key] gives it: "enter", "esc", "ctrl+q", "t"
	Label string
}

// Step is what a screen answers a message with. The zero Step means that the message was of no use, and lets the
// router scroll.
type Step struct {
	Used bool
	Move Move
	Open Screen // with Push and Swap
	Cmd  tea.Cmd
}

// Move is where to go.
type Move int

// The moves. Follow asks what comes next and shows it in this screen's place; Push lays a screen on top; Swap lays it in this
// screen's place; Pop takes this screen off the one below; Quit ends the program.
const (
	Stay Move = iota
	Follow
	Push
	Swap
	Pop
	Quit
)

// Used is the step that stays.
func Used() Step { return Step{Used: true} }

// To is the step that moves.
func To(move Move) Step { return Step{Used: true, Move: move} }

// Over is the step that lays a screen on top.
func Over(s Screen) Step { return Step{Used: true, Move: Push, Open: s} }
