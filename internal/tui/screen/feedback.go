package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// feedback shows at once what is right, in words for the answer that was given. It neither scores nor blames.
type feedback struct {
	*Sitting
	prompt session.Prompt
}

func newFeedback(s *Sitting, p session.Prompt) *feedback { return &feedback{s, p} }

func (f *feedback) Update(msg tea.Msg) ui.Step { return reading(f.Sitting, f.prompt, msg) }

func (f *feedback) View(width int) ui.Block {
	b := ui.Block{Paged: true}
	r := f.prompt.Result
	for _, line := range text.Wrap(f.prompt.Probe.Text, width) {
		b.Add(f.Theme.Strong.Render(line))
	}
	say := func(sentence string) {
		if sentence != "" {
			b.Add("")
			b.Add(text.Wrap(sentence, width)...)
		}
	}
	say(f.Words.Text("feedback.chosen", map[string]any{"Answer": f.Words.Or(r.Chosen.Text, "option."+r.Chosen.Value)}))
	if !r.Correct {
		say(f.Words.Text("feedback.right", map[string]any{"Answer": r.Right.Text}))
	}
	if r.Correct {
		say(f.Words.Text("feedback.yes"))
	}
	words := r.Chosen.Feedback
	if words == "" {
		words = r.Right.Feedback
	}
	if words != "" {
		b.Add("")
		b.Add(f.prose(words, width)...)
	}
	switch {
	case r.Again:
		say(f.Words.Text("feedback.again"))
	case !r.Correct:
		say(f.Words.Text("feedback.review"))
	}
	return b
}

func (f *feedback) Head() ui.Head { return head(f.Sitting, f.prompt) }

func (f *feedback) Hints() []ui.Hint { return readingHints(f.Sitting, f.prompt) }
