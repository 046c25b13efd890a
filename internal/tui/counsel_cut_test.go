package tui

import (
	"regexp"
	"strings"
	"testing"
)

// Every word of both sides can be read by scrolling, at every size: the question with its options, the explanation, the
// picture's words, guidance, notes and sources.
func TestNothingOfAnItemIsCut(t *testing.T) {
	patients := []string{"Did someone promise you a cure?", "Think of talks, letters and adverts.", "(•) Yes (chosen)", "( ) Not sure",
		"A promise is a warning sign.", "Had a bad reaction", "10 of 100 did, 90 of 100 did not", "Within 12 months",
		"An example of a source with a long title that has to wrap, Example Press, 2026"}
	own := []string{"[!] Warning sign: Promises", "Answer: Yes", "To do: Ask how many people did not get better.", "N Write a note", "O Where it came out",
		"CANARY-CURE. Ask who promised it, and when.", "Say what the law asks of adverts.", "Asked twice, and then once more, in other words.",
		"known through another text", "https://example.org/one", "Last checked: 2026-11-01"}
	for _, size := range [][2]int{{40, 15}, {60, 20}, {80, 24}, {119, 15}, {120, 15}, {140, 40}, {200, 60}} {
		d := counsel(t, size[0], size[1])
		d.sitting.Session().Note("cure", "Asked twice, and then once more, in other words.")
		d.press("1")
		for side, words := range map[string][]string{"the counsellor's": own, "the patient's": patients} {
			read := d.column(side == "the patient's")
			for _, w := range words {
				if !strings.Contains(read, w) {
					t.Errorf("%d columns, %d rows: %q is not on %s side:\n%s", size[0], size[1], w, side, read)
				}
			}
		}
	}
}

// What stands between words that are read as one sentence.
var (
	blanks = regexp.MustCompile(`\s+`)
	icons  = strings.NewReplacer("■", "", "○", "")
)

// column reads one side of an item from its top to its end, line by line, and gives its words without breaks.
func (d *desk) column(patients bool) string {
	d.t.Helper()
	if name := "> " + d.sitting.Words.Text("beside.patient"); strings.Contains(d.shown(), name) != patients {
		d.press("f4")
	}
	d.press("home")
	read := d.body(patients)
	for range 80 {
		d.press("down")
		body := d.body(patients)
		read = append(read, body[len(body)-1])
	}
	return blanks.ReplaceAllString(icons.Replace(strings.Join(read, " ")), " ")
}

// body gives the lines of one side between the names of the sides and the line that tells whether there is more.
func (d *desk) body(patients bool) []string {
	lines := strings.Split(d.shown(), "\n")
	top, end := 0, 0
	for y, line := range lines {
		if strings.Contains(line, d.sitting.Words.Text("beside.patient")) || strings.Contains(line, d.sitting.Words.Text("beside.own")) {
			top = y + 1
		}
		if strings.Contains(line, "Esc To the list") {
			end = y - 1
			break
		}
	}
	body := lines[top:end]
	for i, line := range body {
		if left, right, both := strings.Cut(line, d.sitting.Glyphs.Rule); both && patients {
			body[i] = left
		} else if both {
			body[i] = right
		}
	}
	return body
}
