package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"informed/internal/app"
	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/tui/screen"
)

// desk is a person at a terminal that needs none: keys go in, frames come out. Its clock is always late enough for Enter
// to count.
type desk struct {
	t       testing.TB
	program *program
	sitting *screen.Sitting
	policy  Policy
	w, h    int
}

func load(t testing.TB, file string) *questionnaire.Questionnaire {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	q, found := yamlform.Load(filepath.Base(file), data)
	if q == nil {
		t.Fatal(found)
	}
	return q
}

// sit puts a person in front of a questionnaire whose answers are kept nowhere.
func sit(t testing.TB, q *questionnaire.Questionnaire, w, h int) *desk {
	t.Helper()
	now := tick()
	d := prepare(t, Options{Now: now})
	d.sitting.Journal = records.Unkept(session.Start(q, example(), session.Scribe{Now: now}))
	return d.open(w, h)
}

// tick makes a clock that goes on by a second at each look.
func tick() func() time.Time {
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	return func() time.Time {
		at = at.Add(time.Second)
		return at
	}
}

func example() session.Begin {
	return session.Begin{Record: "EXAMPLE", Language: "en", Mode: "patient"}
}

// prepare makes a desk at which nothing is shown yet.
func prepare(t testing.TB, o Options) *desk {
	t.Helper()
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	o.Words, o.Color, o.Env = words, "never", func(string) string { return "" }
	o.Copies = app.Copies{Out: filepath.Join(t.TempDir(), "copy.md")}
	return &desk{t: t, sitting: sitting(t.Context(), o), policy: o.Policy}
}

func (d *desk) open(w, h int) *desk {
	d.program = newProgram(d.sitting, newKeeper(d.t.Context()), d.policy)
	d.resize(w, h)
	return d
}

func (d *desk) resize(w, h int) {
	d.w, d.h = w, h
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
}

// send delivers a message and whatever its commands come to. It reports whether the program ended.
func (d *desk) send(msg tea.Msg) (ended bool) { return d.run(d.program.Update(msg)) }

func (d *desk) run(cmd tea.Cmd) (ended bool) {
	d.program.Frame()
	if cmd == nil {
		return false
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		return true
	case tea.BatchMsg:
		for _, cmd := range msg {
			ended = d.run(cmd) || ended
		}
	default:
		return d.send(msg)
	}
	return ended
}

// press types keys by name: "enter", "down", or letters.
func (d *desk) press(keys ...string) {
	d.t.Helper()
	for _, key := range keys {
		d.send(keyOf(key))
	}
}

func keyOf(name string) tea.KeyMsg {
	types := map[string]tea.KeyType{
		"enter": tea.KeyEnter, "esc": tea.KeyEsc, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft,
		"right": tea.KeyRight, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "tab": tea.KeyTab, "home": tea.KeyHome,
		"end": tea.KeyEnd, "backspace": tea.KeyBackspace, "ctrl+q": tea.KeyCtrlQ, "ctrl+c": tea.KeyCtrlC,
		"ctrl+t": tea.KeyCtrlT, "f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6, "f10": tea.KeyF10, "f12": tea.KeyF12, "ctrl+z": tea.KeyCtrlZ, "delete": tea.KeyDelete,
	}
	switch t, ok := types[name]; {
	case ok:
		return tea.KeyMsg{Type: t}
	case name == "space":
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	default:
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
	}
}

// shown gives the screen as text, without styles and trailing blanks.
func (d *desk) shown() string {
	var out strings.Builder
	for _, line := range d.program.Frame().Lines {
		out.WriteString(strings.TrimRight(ansi.Strip(line), " ") + "\n")
	}
	return out.String()
}
