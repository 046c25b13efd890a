package screen

import (
	"strings"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/text"
)

// beside is the least width at which the words stand beside the drawing and not under it.
const beside = 56

// picture draws an icon array with its number in both framings, who was studied, for how long, and how sure it is. An
// unknown rate draws nothing: a picture would look like knowledge.
func picture(s *Sitting, p *questionnaire.Picture, width int) []string {
	var lines []string
	for _, line := range text.Wrap(p.Label, width) {
		lines = append(lines, s.Theme.Strong.Render(line))
	}
	notes := app.PictureNotes(s.Session().Questionnaire(), p, s.Words)
	if p.Certainty == questionnaire.Unknown {
		return append(lines, wrapAll(append([]string{s.Words.Text("picture.unknown")}, notes...), width)...)
	}
	icons := text.IconArray(p.Of, p.Count, width, s.Glyphs.ASCII)
	sentences := append(number(s, p, icons), notes...)
	lines = append(lines, "")
	if room := width - cells(icons.Rows) - 3; width >= beside && room >= beside/2 {
		return append(lines, columns(icons.Rows, wrapAll(sentences, room))...)
	}
	lines = append(append(lines, icons.Rows...), "")
	return append(lines, wrapAll(sentences, width)...)
}

// number says the rate in words, both ways round.
func number(s *Sitting, p *questionnaire.Picture, icons text.Icons) []string {
	out := []string{
		s.Words.Text("picture.legend", map[string]any{"Did": icons.Did, "DidNot": icons.DidNot}),
		s.Words.Text("picture.framing", map[string]any{"Count": p.Count, "Of": p.Of, "Rest": p.Of - p.Count}),
	}
	if icons.Per > 1 {
		out = append(out, s.Words.Count("picture.mark", icons.Per))
	}
	return out
}

func wrapAll(sentences []string, width int) []string {
	var lines []string
	for _, sentence := range sentences {
		lines = append(lines, text.Wrap(sentence, width)...)
	}
	return lines
}

func cells(rows []string) int {
	widest := 0
	for _, row := range rows {
		widest = max(widest, text.Width(row))
	}
	return widest
}

// columns puts two blocks side by side.
func columns(left, right []string) []string {
	width := cells(left) + 3
	out := make([]string, max(len(left), len(right)))
	for i := range out {
		row := ""
		if i < len(left) {
			row = left[i]
		}
		if i < len(right) {
			row = text.PadRight(row, width) + right[i]
		}
		out[i] = strings.TrimRight(row, " ")
	}
	return out
}
