package screen

import (
	"informed/internal/questionnaire"
	"informed/internal/text"
)

// picture draws an icon array with its number in both framings, who was studied, for how long, and how sure it is. An
// unknown rate draws nothing: a picture would look like knowledge.
func picture(s *Sitting, p *questionnaire.Picture, width int) []string {
	var lines []string
	say := func(sentence string) { lines = append(lines, text.Wrap(sentence, width)...) }
	for _, line := range text.Wrap(p.Label, width) {
		lines = append(lines, s.Theme.Strong.Render(line))
	}
	if p.Certainty == questionnaire.Unknown {
		say(s.Words.Text("picture.unknown"))
	} else {
		lines = append(lines, "")
		icons := text.IconArray(p.Of, p.Count, width, s.Glyphs.ASCII)
		lines = append(lines, icons.Rows...)
		lines = append(lines, "")
		say(s.Words.Text("picture.legend", map[string]any{"Did": icons.Did, "DidNot": icons.Didnt}))
		if icons.Per > 1 {
			say(s.Words.Count("picture.mark", icons.Per))
		}
		say(s.Words.Text("picture.framing", map[string]any{"Count": p.Count, "Of": p.Of, "Rest": p.Of - p.Count}))
	}
	if p.Group != "" {
		say(s.Words.Text("picture.group", map[string]any{"Group": p.Group}))
	}
	if p.Months > 0 {
		say(s.Words.Count("picture.months", p.Months))
	}
	if p.Certainty != "" && p.Certainty != questionnaire.Unknown {
		say(s.Words.Text("certainty." + string(p.Certainty)))
	}
	if source, ok := s.Session.Questionnaire().Source(p.Source); ok {
		say(s.Words.Text("picture.source", map[string]any{"Source": cite(s, source)}))
	}
	return lines
}
