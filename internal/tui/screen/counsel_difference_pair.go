package screen

import (
	"strings"

	"informed/internal/text"
)

// pair draws a text as it was and as it is: next to each other where there is room, else one under the other.
func (d *difference) pair(before, now string, width int) []string {
	labels := []string{d.Words.Text("difference.before"), d.Words.Text("difference.now")}
	texts := []string{before, now}
	const besides = 72
	if width < besides {
		lines := hang("  ", labels[0]+" "+texts[0], width)
		return append(lines, hang("  ", labels[1]+" "+texts[1], width)...)
	}
	half := (width - 7) / 2
	left := append([]string{labels[0]}, text.Wrap(texts[0], half)...)
	right := append([]string{labels[1]}, text.Wrap(texts[1], half)...)
	lines := make([]string, max(len(left), len(right)))
	for i := range lines {
		cells := [2]string{}
		if i < len(left) {
			cells[0] = left[i]
		}
		if i < len(right) {
			cells[1] = right[i]
		}
		lines[i] = strings.TrimRight("  "+text.PadRight(cells[0], half)+" "+d.Glyphs.Rule+" "+cells[1], " ")
	}
	return lines
}

// hang wraps words behind a sign, and sets all lines in by its width.
func hang(sign, words string, width int) []string {
	lines := text.Wrap(words, width-text.Width(sign))
	for i := range lines {
		if i == 0 {
			lines[i] = sign + lines[i]
		} else {
			lines[i] = strings.Repeat(" ", text.Width(sign)) + lines[i]
		}
	}
	return lines
}
