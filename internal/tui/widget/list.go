package widget

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/tui/ui"
)

// list is options to choose from: one, or several.
//
// Arrows move the focus, digits and Space choose. Enter chooses what is focused if nothing is chosen yet or, of one, if
// something else is; otherwise it goes on. Up from nowhere leads to the last option, so that the last is as near as the
// first.
type list struct {
	env     ui.Env
	options []questionnaire.Option
	several bool
	chosen  map[string]bool
	focus   int             // -1 for none
	words   map[string]line // of open options
}

// pick is the message of a click on an option.
type pick int

func newList(env ui.Env, options []questionnaire.Option, v questionnaire.Value, several bool) *list {
	l := &list{env: env, options: options, several: several, chosen: map[string]bool{}, focus: -1, words: map[string]line{}}
	for i, o := range options {
		if v.Has(o.Value) {
			l.chosen[o.Value] = true
			l.focus = i
		}
		if o.Open {
			l.words[o.Value] = newLine(questionnaire.MaxAnswer, v.Words[o.Value])
		}
	}
	return l
}

func (l *list) Update(msg tea.Msg) Outcome {
	switch msg := msg.(type) {
	case pick:
		l.focus = int(msg)
		l.choose(l.focus)
		return Used
	case tea.KeyMsg:
		return l.key(msg)
	}
	return Ignored
}

func (l *list) key(msg tea.KeyMsg) Outcome {
	key := ui.Key(msg)
	switch key {
	case "up", "shift+tab":
		return l.move(-1)
	case "down", "tab":
		return l.move(1)
	case "enter":
		return l.enter()
	}
	if l.Typing() {
		return l.write(msg)
	}
	if key == "space" && l.focus >= 0 {
		l.choose(l.focus)
		return Used
	}
	if n := digit(key); n > 0 && n <= len(l.options) {
		l.focus = n - 1
		l.choose(l.focus)
		return Used
	}
	return Ignored
}

// digit gives the number that a key types, or 0.
func digit(key string) int {
	if len(key) == 1 && '1' <= key[0] && key[0] <= '9' {
		return int(key[0] - '0')
	}
	return 0
}

func (l *list) move(by int) Outcome {
	to := l.focus + by
	switch {
	case l.focus < 0 && by < 0:
		to = len(l.options) - 1
	case to < 0 || to >= len(l.options):
		return Ignored
	}
	l.focus = to
	return Used
}

func (l *list) enter() Outcome {
	if !l.Chooses() {
		return Confirmed
	}
	l.choose(l.focus)
	return Used
}

func (l *list) Chooses() bool {
	return l.focus >= 0 && !l.chosen[l.options[l.focus].Value] && !(l.several && len(l.chosen) > 0)
}

// choose marks an option; of several, it takes a mark off again, and what stands alone drives out the rest.
func (l *list) choose(i int) {
	o := l.options[i]
	if l.several && l.chosen[o.Value] {
		delete(l.chosen, o.Value)
		return
	}
	for _, other := range l.options {
		if !l.several || o.Exclusive || other.Exclusive {
			delete(l.chosen, other.Value)
		}
	}
	l.chosen[o.Value] = true
}

// Typing reports whether the focus is on own words.
func (l *list) Typing() bool {
	return l.focus >= 0 && l.options[l.focus].Open && l.chosen[l.options[l.focus].Value]
}

func (l *list) write(msg tea.KeyMsg) Outcome {
	value := l.options[l.focus].Value
	words := l.words[value]
	used := words.update(msg)
	l.words[value] = words
	if used {
		return Used
	}
	return Ignored
}

func (l *list) Value() questionnaire.Value {
	var v questionnaire.Value
	for _, o := range l.options {
		if !l.chosen[o.Value] {
			continue
		}
		v.Codes = append(v.Codes, o.Value)
		if words := l.words[o.Value]; o.Open && words.value() != "" {
			if v.Words == nil {
				v.Words = map[string]string{}
			}
			v.Words[o.Value] = words.value()
		}
	}
	return v
}
