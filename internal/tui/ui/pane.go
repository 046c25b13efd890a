package ui

// pane is the part of a block that is in view: lines from top, as many as height.
type pane struct {
	top    int
	height int
	lines  int
	chase  bool // bring the focus into view at the next fit
}

// fit takes in a new block or size. A screen that has just come up stays at its top, so that it is read from there; the
// focus is followed once the person did something.
func (p *pane) fit(b Block, height int) {
	p.height, p.lines = height, len(b.Lines)
	if p.chase {
		p.follow(b.Focus)
	}
	p.clamp()
}

// follow brings a span into view, its first line where it is taller than the pane.
func (p *pane) follow(s Span) {
	if s.To <= s.From {
		return
	}
	if s.To > p.top+p.height {
		p.top = s.To - p.height
	}
	if s.From < p.top {
		p.top = s.From
	}
}

func (p *pane) clamp() { p.top = max(0, min(p.top, p.lines-p.height)) }

// above and below tell whether there is more that way.
func (p *pane) above() bool { return p.top > 0 }
func (p *pane) below() bool { return p.top+p.height < p.lines }

// scroll moves by lines and reports whether it did.
func (p *pane) scroll(by int) bool {
	before := p.top
	p.top += by
	p.clamp()
	return p.top != before
}

// page is a screenful less two lines, so that the reader finds their place again.
func (p *pane) page() int { return max(1, p.height-2) }

// key scrolls by the name of a key and reports whether it is one that scrolls.
func (p *pane) key(name string) bool {
	by, ok := map[string]int{
		"up": -1, "down": 1, "pgup": -p.page(), "pgdown": p.page(), "space": p.page(),
		"home": -p.lines, "end": p.lines,
	}[name]
	if ok {
		p.scroll(by)
	}
	return ok
}
