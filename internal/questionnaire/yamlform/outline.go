package yamlform

import "bytes"

// outline goes over a file as a YAML scanner does, keeping nothing but how deep it is and how many things it has seen. It
// need not be right where the file is not YAML: the parser has the last word. Two uses are made of it: refusal stops a
// file that would cost the parser too much, and suspect tells better than the parser where a mistake began.
type outline struct {
	data   []byte
	at     int
	bol    int     // where the line began
	levels []level // open block collections, outermost first
	flows  []level // open flow collections inside them

	values, lines, comments, properties int

	pending bool  // a key or a dash waits for its value
	keyed   int   // the line on which a key was read last, by where it begins
	from    int   // where the anchor or the tag of what comes next begins, -1 if there is none
	content bool  // something other than comments was seen
	ended   bool  // by "..."
	second  int   // where a second document begins, 0 if none does
	alias   int   // where the first alias stands
	empties []int // tags without a name, which the parser does not tell of
	sample  int   // where an item begins, up to which there is enough to judge the file by

	refusal *fault
	suspect *fault
}

// level is an open collection.
type level struct {
	column  int // of a block collection
	list    bool
	entries int
	at      int  // where it begins
	colon   bool // in brackets: the entry has its colon
	filled  bool // in brackets: the entry, or what stands after its colon, is there
}

// fault is a problem at a byte.
type fault struct {
	at                  int
	code, message, hint string
}

// outlineOf reads the whole file, or stops where it must be refused.
func outlineOf(data []byte) *outline {
	o := &outline{data: data, pending: true, keyed: -1, from: -1}
	for o.at < len(data) && o.refusal == nil {
		o.line()
	}
	return o
}

func (o *outline) suspectAt(at int, message, hint string) {
	if o.suspect == nil {
		o.suspect = &fault{at, "syntax", message, hint}
	}
}

// line reads from the beginning of a line in block context to the end of what begins on it.
func (o *outline) line() {
	o.bol = o.at
	o.spaces()
	switch {
	case o.blank(o.at):
		o.longLine(o.at - o.bol)
		o.newline()
	case o.data[o.at] == '#':
		o.comment()
	case o.at == o.bol && o.marker():
		o.document()
	case o.at == o.bol && o.data[o.at] == '%':
		o.skipLine()
	default:
		if o.ended && o.second == 0 {
			o.second = o.at
		}
		o.content = true
		o.tokens()
	}
}

// document reads "---" or "...", which close everything that is open.
func (o *outline) document() {
	o.levels, o.pending = o.levels[:0], true
	start := o.data[o.at] == '-'
	if start && o.content && o.second == 0 {
		o.second = o.at
	}
	o.ended = !start && o.content
	o.content = o.content || start
	o.at += 3
	o.tokens()
}

func (o *outline) marker() bool {
	rest := o.data[o.at:]
	return (bytes.HasPrefix(rest, []byte("---")) || bytes.HasPrefix(rest, []byte("..."))) && o.blankOrSpace(o.at+3)
}

// blank reports whether a line ends at the byte.
func (o *outline) blank(at int) bool {
	return at >= len(o.data) || o.data[at] == '\n' || o.data[at] == '\r' && (at+1 >= len(o.data) || o.data[at+1] == '\n')
}

func (o *outline) blankOrSpace(at int) bool { return o.blank(at) || o.data[at] == ' ' }

func (o *outline) spaces() {
	for o.at < len(o.data) && o.data[o.at] == ' ' {
		o.at++
	}
}

// newline goes to the beginning of the next line.
func (o *outline) newline() {
	if o.at < len(o.data) && o.data[o.at] == '\r' {
		o.at++
	}
	if o.at < len(o.data) {
		o.at++
	}
	o.bol = o.at
	if o.lines++; o.lines == maxLines {
		o.refuse(o.at, "too-large", "this file has too many lines", "split it into several files")
	}
}

func (o *outline) skipLine() {
	end := bytes.IndexByte(o.data[o.at:], '\n')
	if end < 0 {
		end = len(o.data) - o.at
	}
	o.longLine(end)
	o.at += end
	o.newline()
}

func (o *outline) comment() {
	if o.comments++; o.comments > maxComments {
		o.refuse(o.at, "too-large", "this file has too many comments", "take some of them out")
	}
	o.skipLine()
}
