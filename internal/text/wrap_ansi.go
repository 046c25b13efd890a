package text

import "strings"

// WrapANSI is Wrap for text with SGR sequences (bold, underline, colour). A style that goes on over a line's end is closed
// there and opened again on the next line, so that each line can be shown alone.
func WrapANSI(s string, width int) []string {
	plain, sequences := unstyle(valid(s))
	if len(sequences) == 0 {
		return Wrap(s, width)
	}
	styled := styler{sequences: sequences}
	var lines []string
	for _, line := range spans(plain, width) {
		lines = append(lines, styled.line(plain, line))
	}
	return lines
}

// sequence is an SGR sequence and where it stood in the text without sequences.
type sequence struct {
	at   int
	code string
}

// unstyle takes the SGR sequences out of a text.
func unstyle(s string) (plain string, sequences []sequence) {
	var out strings.Builder
	for {
		at := strings.Index(s, "\x1b[")
		if at < 0 {
			break
		}
		size := len("\x1b[")
		for at+size < len(s) && strings.IndexByte("0123456789;:", s[at+size]) >= 0 {
			size++
		}
		if at+size == len(s) || s[at+size] != 'm' {
			out.WriteString(s[:at+size])
			s = s[at+size:]
			continue
		}
		out.WriteString(s[:at])
		sequences = append(sequences, sequence{out.Len(), s[at : at+size+1]})
		s = s[at+size+1:]
	}
	out.WriteString(s)
	return out.String(), sequences
}

const reset = "\x1b[0m"

// styler puts sequences back into lines, which it must get in order.
type styler struct {
	sequences []sequence
	open      string // the sequences in force
}

func (s *styler) line(plain string, line span) string {
	s.apply(line.from)
	var out strings.Builder
	out.WriteString(s.open)
	for at := line.from; at < line.to; {
		cluster, _ := first(plain[at:line.to])
		if at > line.from {
			out.WriteString(s.apply(at))
		}
		out.WriteString(cluster)
		at += len(cluster)
	}
	if s.open != "" {
		out.WriteString(reset)
	}
	return out.String()
}

// apply takes the sequences up to a place, and returns them.
func (s *styler) apply(at int) string {
	taken := ""
	for len(s.sequences) > 0 && s.sequences[0].at <= at {
		code := s.sequences[0].code
		s.sequences = s.sequences[1:]
		taken += code
		switch {
		case code == "\x1b[m" || code == reset:
			s.open = ""
		case strings.HasPrefix(code, "\x1b[0;") || strings.HasPrefix(code, "\x1b[;"):
			s.open = code
		case !strings.HasSuffix(s.open, code):
			s.open += code
		}
	}
	return taken
}
