package export

import (
	"bytes"
	"strings"

	"informed/internal/i18n"
	"informed/internal/summary"
	"informed/internal/text"
)

// columns is the width of a plain copy. Only what must not be broken is wider.
const columns = 72

// Text writes a copy as plain lines. Headings begin at the left edge and nothing else does, until a seal follows. A line break that a person
// typed gives a line that is set in further than any of ours.
func Text(s summary.Summary, w *i18n.Words, o Options) []byte {
	var out bytes.Buffer
	short := false
	for _, p := range compose(s, w, o) {
		lines := p.text()
		if len(lines) == 0 {
			continue
		}
		apart := !short || p.mark == none || len(lines) > 1
		if out.Len() > 0 && apart {
			out.WriteByte('\n')
		}
		out.WriteString(strings.Join(lines, "\n") + "\n")
		short = p.mark != none && len(lines) == 1
	}
	return out.Bytes()
}

// text gives the lines of the part. Those after the first are set in.
func (p part) text() []string {
	lead := map[mark]string{none: "  ", point: "  - ", todo: "  [ ] ", done: "  [x] "}[p.mark]
	inset, more := strings.Repeat(" ", len(lead)), "  "
	if p.mark == none {
		more = ""
	}
	if p.level == 1 || p.level == 2 {
		lead = ""
	}
	var lines []string
	for _, l := range p.lines {
		for _, s := range l.text(columns-len(inset), more) {
			lines = append(lines, lead+s)
			lead = inset
		}
	}
	return lines
}

// text gives the lines that l takes up, at most width wide unless it is whole. Those after the first are set in by more.
func (l line) text(width int, more string) []string {
	said := safe(l.words)
	switch {
	case len(l.keys) > 0:
		said = []string{"[" + oneLine(strings.Join(l.keys, ", ")) + "]"}
	case l.label != "" && len(said) > 0:
		said[0] = oneLine(l.label) + " " + said[0]
	case l.label != "":
		said = []string{oneLine(l.label)}
	}
	if l.whole {
		return said
	}
	var lines []string
	for _, s := range said {
		for _, row := range text.Wrap(s, width-len(more)) {
			if len(lines) > 0 {
				row = more + row
			}
			lines = append(lines, row)
		}
	}
	return lines
}
