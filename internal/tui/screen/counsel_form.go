package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/text"
	"informed/internal/tui/ui"
	"informed/internal/tui/widget"
)

// form asks for one thing after the other. What was given stays while one goes back and forth.
type form struct {
	*Sitting
	title   string
	fields  []field
	at      int
	problem string
	done    func(values map[string]string) (ui.Step, *questionnaire.Problem) // takes what was given, after the last field
	leave   func() ui.Step                                                   // goes back from the first field
}

// field is one thing that a form asks for.
type field struct {
	key      string
	asks     string // in words
	input    widget.Input
	optional bool
}

// mostLetters is how much a field takes.
const mostLetters = 200

// write makes a field to write in.
func (s *Sitting) write(key, asks, value string) field {
	return field{key: key, asks: asks, input: widget.Line(s.Env, mostLetters, value)}
}

// choose makes a field with options, of which value may be chosen already: "" for none.
func (s *Sitting) choose(key, asks, value string, options ...questionnaire.Option) field {
	var v questionnaire.Value
	if value != "" {
		v = questionnaire.Codes(value)
	}
	it := &questionnaire.Item{Type: questionnaire.TypeChoice}
	return field{key: key, asks: asks, input: widget.New(s.Env, it, questionnaire.Probe{Options: options}, v)}
}

func (f *field) value() string {
	v := f.input.Value()
	if len(v.Codes) > 0 {
		return v.Codes[0]
	}
	return v.Text
}

func (f *form) Update(msg tea.Msg) ui.Step {
	switch f.fields[f.at].input.Update(msg) {
	case widget.Confirmed:
		return f.next()
	case widget.Used:
		f.problem = ""
		return ui.Used()
	}
	if key, ok := msg.(tea.KeyMsg); ok && ui.Key(key) == "esc" {
		f.problem = ""
		if f.at == 0 {
			return f.leave()
		}
		f.at--
		return ui.Used()
	}
	return ui.Step{}
}

func (f *form) next() ui.Step {
	here := &f.fields[f.at]
	switch {
	case here.value() == "" && !here.optional:
		f.problem = f.Words.Text("problem.required")
		return ui.Used()
	case f.at+1 < len(f.fields):
		f.at++
		return ui.Used()
	}
	return f.finish()
}

// finish gives all to whoever wanted it. What is refused stays on the screen.
func (f *form) finish() ui.Step {
	values := map[string]string{}
	for i := range f.fields {
		values[f.fields[i].key] = f.fields[i].value()
	}
	step, p := f.done(values)
	if p == nil {
		return step
	}
	if step, asks := handOver(f.Sitting, p, f.finish); asks {
		return step
	}
	f.problem = f.Sitting.problem(p)
	return ui.Used()
}

func (f *form) View(width int) ui.Block {
	var b ui.Block
	here := f.fields[f.at]
	for _, line := range text.Wrap(here.asks, width) {
		b.Add(f.Theme.Strong.Render(line))
	}
	if here.optional {
		b.Add(text.Wrap(f.Words.Text("form.optional"), width)...)
	}
	b.Add("")
	b.Append(here.input.View(width))
	f.warn(&b, f.problem, width)
	return b
}

func (f *form) Head() ui.Head {
	h := ui.Head{Title: f.title}
	if len(f.fields) > 1 {
		h.Done, h.Total = f.at+1, len(f.fields)
		h.Progress = f.Words.Text("form.progress", map[string]any{"Number": h.Done, "Total": h.Total})
	}
	return h
}

func (f *form) Hints() []ui.Hint {
	return []ui.Hint{f.enterHint(f.fields[f.at].input), f.hint("esc", "back"), f.hint("ctrl+q", "stop")}
}
