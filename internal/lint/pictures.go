package lint

import (
	"strconv"

	"informed/internal/questionnaire"
)

// pictures looks for pictures that cannot be compared, in whatever language: the program itself draws both sides of each.
func (l *linter) pictures() {
	at := places(l.q.Items, "/items")
	first := 0
	for i, e := range l.q.Entries() {
		p := e.Picture
		if p == nil {
			continue
		}
		if p.Group == "" {
			l.warn(at[i]+"/picture", "picture-group", "say under group who these people were", "the picture of %q does not say who was counted", e.ID)
		}
		if p.Certainty == "" {
			l.warn(at[i]+"/picture", "picture-certainty", "write high, some, low or unknown", "the picture of %q does not say how sure it is", e.ID)
		}
		switch {
		case p.Certainty == questionnaire.Unknown:
		case first == 0:
			first = p.Of
		case p.Of != first:
			l.warn(at[i]+"/picture/of", "mixed-denominators", "use one number all through the file, best 100",
				"this picture counts of %d, one before it of %d", p.Of, first)
		}
	}
	if first > 0 {
		l.ofAnother(first)
	}
}

var ofMany = late(`\b\d+ (?:out )?of (?:every )?(\d+)\b`)

// ofAnother looks for numbers in texts that count of another number than the pictures do. An explanation may give the
// numbers of a study as they were.
func (l *linter) ofAnother(of int) {
	for _, t := range l.texts {
		if t.kind == isExplain || t.kind == isCounsellor {
			continue
		}
		for _, m := range ofMany().FindAllStringSubmatch(t.words, -1) {
			if n, err := strconv.Atoi(m[1]); err == nil && n >= 10 && n != of {
				l.warn(t.at, "mixed-denominators", "use one number all through the file, best 100", "%q, while the pictures count of %d", m[0], of)
			}
		}
	}
}
