package plain

import (
	"io"
	"strings"

	"informed/internal/text"
)

// maxWidth is how wide a line may get. Longer lines are hard to read, and hard to find one's place in.
const maxWidth = 72

// page writes text from top to bottom, and shows nothing of it before it is told to. After the first failure it writes
// nothing more, and keeps the error.
type page struct {
	out     io.Writer
	hidden  []byte // what was written and is not shown yet
	width   int
	written bool // something stands on the page
	gap     bool // an empty line is due before the next
	err     error
}

func newPage(w io.Writer, width int) *page {
	if width < 1 || width > maxWidth {
		width = maxWidth
	}
	return &page{out: w, width: width}
}

// space puts one empty line before whatever comes next.
func (p *page) space() { p.gap = p.written }

// say writes a paragraph, wrapped. Nothing is written for an empty one.
func (p *page) say(paragraph string) {
	if paragraph != "" {
		p.lines(text.Wrap(text.Clean(paragraph), p.width))
	}
}

// item writes a paragraph with a mark before it, under which none of its lines reach.
func (p *page) item(mark, paragraph string) {
	indent := text.Width(mark) + 1
	for i, line := range text.Wrap(text.Clean(paragraph), max(p.width-indent, 10)) {
		if i > 0 {
			mark = strings.Repeat(" ", indent-1)
		}
		p.line(mark + " " + line)
	}
}

// lines writes what is wrapped already.
func (p *page) lines(lines []string) {
	for _, line := range lines {
		p.line(line)
	}
}

// fold writes lines that may be too wide for this page, and keeps what they are set in by. A line of one word, such as an
// address or a fingerprint, stays whole, so that it can be copied.
func (p *page) fold(lines []string) {
	for _, line := range lines {
		words := strings.TrimLeft(line, " ")
		if !strings.Contains(words, " ") {
			p.line(line)
			continue
		}
		inset := line[:min(len(line)-len(words), p.width/2)]
		for _, part := range text.Wrap(words, p.width-len(inset)) {
			p.line(inset + part)
		}
	}
}

func (p *page) line(line string) {
	if p.gap {
		p.write("\n")
		p.gap = false
	}
	p.write(strings.TrimRight(line, " ") + "\n")
	p.written = true
}

func (p *page) write(s string) { p.hidden = append(p.hidden, s...) }

// flush brings everything to the reader.
func (p *page) flush() error {
	if p.err == nil && len(p.hidden) > 0 {
		_, p.err = p.out.Write(p.hidden)
	}
	p.hidden = p.hidden[:0]
	return p.err
}

// aside lays what is not shown yet aside, to write of something else. back takes it up again.
func (p *page) aside() (back func()) {
	hidden, gap := p.hidden, p.gap
	p.hidden, p.gap = nil, p.written
	return func() { p.hidden, p.gap = hidden, gap }
}
