package screen

import (
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// feedback shows at once what is right, in words for the answer that was given. It neither scores nor blames.
type feedback struct{ reading }

func newFeedback(s *Sitting, p session.Prompt) *feedback { return &feedback{newReading(s, p)} }

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
	words := r.Chosen.Feedback
	if words == "" {
		words = r.Right.Feedback
	}
	switch {
	case words != "":
		b.Add("")
		b.Add(f.prose(words, width)...)
	case r.Correct:
		say(f.Words.Text("feedback.yes"))
	}
	switch {
	case r.Again:
		say(f.Words.Text("feedback.again"))
	case !r.Correct && f.prompt.Kind == session.ProbeResult:
		say(f.Words.Text("feedback.together"))
	case !r.Correct:
		say(f.Words.Text("feedback.review"))
	}
	return b
}
