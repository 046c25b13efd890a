package markdown

import (
	"slices"
	"strings"

	"informed/internal/text"
)

const reset = "\x1b[0m"

// scrub lets through the text of a rendering, its line marks, and the given SGR sequences, which it writes anew so that
// every line closes what it opens and no indent is styled. Whatever else there may be is cleaned out.
func scrub(rendered string, sequences []string) []string {
	var lines []string
	style := ""
	for line := range strings.SplitSeq(rendered, "\n") {
		scrubbed := scrubber{style: style}
		scrubbed.line(line, append(slices.Clone(sequences), reset))
		style = scrubbed.style
		lines = append(lines, scrubbed.finish())
	}
	return lines
}

type scrubber struct {
	out         strings.Builder
	style, open string // the sequence that should be in force, and the one that is
}

func (s *scrubber) line(line string, sequences []string) {
	for line != "" {
		if code := sequenceAt(line, sequences); code != "" {
			s.style = strings.TrimPrefix(code, reset)
			line = line[len(code):]
			continue
		}
		end := 1 + strings.IndexByte(line[1:]+"\x1b", '\x1b')
		s.text(line[:end])
		line = line[end:]
	}
}

func sequenceAt(line string, sequences []string) string {
	for _, code := range sequences {
		if strings.HasPrefix(line, code) {
			return code
		}
	}
	return ""
}

func (s *scrubber) text(piece string) {
	if s.out.Len() == 0 {
		body := strings.TrimLeft(piece, " ")
		s.out.WriteString(piece[:len(piece)-len(body)])
		piece = body
	}
	piece = clean(piece)
	if piece == "" {
		return
	}
	if s.open != s.style {
		s.close()
		s.out.WriteString(s.style)
		s.open = s.style
	}
	s.out.WriteString(piece)
}

func (s *scrubber) close() {
	if s.open != "" {
		s.out.WriteString(reset)
	}
}

func (s *scrubber) finish() string {
	s.close()
	return s.out.String()
}

// clean cleans a piece of a line around its marks.
func clean(piece string) string {
	at := strings.IndexAny(piece, string([]rune{hang, quote}))
	if at < 0 {
		return text.CleanLine(piece)
	}
	after := at + len(string(hang))
	return text.CleanLine(piece[:at]) + piece[at:after] + clean(piece[after:])
}

// fit wraps lines, takes out their marks and the spaces at their ends, and leaves no two empty lines together.
func fit(lines []string, width int) []string {
	var fitted []string
	for _, line := range lines {
		for _, piece := range wrap(line, width) {
			piece = trim(piece)
			if piece != "" || len(fitted) > 0 && fitted[len(fitted)-1] != "" {
				fitted = append(fitted, piece)
			}
		}
	}
	if len(fitted) > 0 && fitted[len(fitted)-1] == "" {
		fitted = fitted[:len(fitted)-1]
	}
	return fitted
}

// wrap wraps one line under its own beginning: the bars of quotations, the indent and the list marker.
func wrap(line string, width int) []string {
	beginning := line[:beginning(line)]
	body := unmark(line[len(beginning):])
	first, further := unmark(beginning), continuation(beginning)
	if text.Width(first) > width/2 {
		first, further = strings.TrimLeft(first, "| "), ""
		body, first = first+body, ""
	}
	lines := text.WrapANSI(body, width-text.Width(first))
	for i := range lines {
		if i == 0 {
			lines[i] = first + lines[i]
		} else {
			lines[i] = further + lines[i]
		}
	}
	return lines
}

// beginning is the length of what a line begins with: up to its last mark, and the spaces there.
func beginning(line string) int {
	end := strings.LastIndexAny(line, string([]rune{hang, quote}))
	if end >= 0 {
		end += len(string(hang))
	}
	end = max(end, 0)
	return end + len(line[end:]) - len(strings.TrimLeft(line[end:], " "))
}

// continuation is what further lines begin with: the bars again, and spaces in place of everything else.
func continuation(beginning string) string {
	if !strings.ContainsRune(beginning, quote) {
		return strings.Repeat(" ", text.Width(unmark(beginning)))
	}
	bars := strings.LastIndex(beginning, string(quote))
	return unmark(beginning[:bars]) + strings.Repeat(" ", text.Width(unmark(beginning[bars:])))
}

func unmark(s string) string {
	return strings.Map(func(r rune) rune {
		if r == hang || r == quote {
			return -1
		}
		return r
	}, s)
}

// trim takes the spaces off the end of a line, also those before its last reset.
func trim(line string) string {
	line = strings.TrimRight(line, " ")
	if body, ok := strings.CutSuffix(line, reset); ok {
		return strings.TrimRight(body, " ") + reset
	}
	return line
}
