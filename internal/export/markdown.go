package export

import (
	"bytes"
	"regexp"
	"strings"

	"informed/internal/i18n"
	"informed/internal/summary"
)

// Markdown writes a copy as Markdown with task lists (GitHub's kind). It is what the screen shows, too.
func Markdown(s summary.Summary, w *i18n.Words, o Options) []byte {
	var out bytes.Buffer
	before := part{}
	for _, p := range compose(s, w, o) {
		block := p.markdown()
		if block == "" {
			continue
		}
		if out.Len() > 0 && (p.mark == none || before.mark == none) {
			out.WriteByte('\n')
		}
		out.WriteString(block)
		before = p
	}
	return out.Bytes()
}

// markdown gives the block with its newline, or "" where there is nothing to say.
func (p part) markdown() string {
	var lines []string
	for _, l := range p.lines {
		lines = append(lines, l.markdown()...)
	}
	switch {
	case len(lines) == 0:
		return ""
	case p.level > 0:
		return strings.Repeat("#", p.level) + " " + lines[0] + "\n"
	}
	// Two spaces end a line for Markdown, and nobody who reads the file as it is sees them.
	lead := map[mark]string{none: "", point: "- ", todo: "- [ ] ", done: "- [x] "}[p.mark]
	indent := strings.Repeat(" ", min(len(lead), len("- ")))
	return lead + strings.Join(lines, "  \n"+indent) + "\n"
}

// deeper sets a line in. Markdown takes spaces at the start of a line away, but not these.
const deeper = "\u00a0\u00a0"

func (l line) markdown() []string {
	if len(l.keys) > 0 {
		return []string{"[" + inline(oneLine(strings.Join(l.keys, ", "))) + "]"}
	}
	lines := safe(l.words)
	for i, s := range lines {
		lines[i] = l.inline(s)
		if i > 0 {
			lines[i] = deeper + lines[i]
		}
	}
	if l.label == "" {
		return lines
	}
	label := "**" + inline(oneLine(l.label)) + "**"
	if len(lines) == 0 {
		return []string{label}
	}
	lines[0] = label + " " + lines[0]
	return lines
}

// address is a web address that Markdown can show as it is. Without a semicolon it holds no character reference.
var address = regexp.MustCompile(`^https?://[A-Za-z0-9._~:/?#@!$&'()*+,=%-]+$`)

func (l line) inline(s string) string {
	if l.whole && address.MatchString(s) {
		return "<" + s + ">"
	}
	return inline(s)
}
