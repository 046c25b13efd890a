package yamlform

import "strings"

// tokens reads what stands on the rest of a line in block context, and the lines that go with it.
func (o *outline) tokens() {
	for o.refusal == nil {
		o.spaces()
		if o.blank(o.at) {
			o.newline()
			return
		}
		switch c := o.data[o.at]; {
		case c == '#':
			o.comment()
			return
		case c == '-' && o.blankOrSpace(o.at+1):
			o.open(o.at-o.bol, true)
			o.at++
			o.pending, o.keyed, o.from = true, -1, -1
		case (c == '?' || c == ':') && o.blankOrSpace(o.at+1):
			o.open(o.column(), false)
			o.count(o.at, 2)
			o.at++
			o.pending, o.keyed, o.from = true, -1, -1
		case c == '&' || c == '*' || c == '!':
			o.property()
		case c == '|' || c == '>':
			o.block()
			return
		default:
			if done := o.scalar(c); done {
				return
			}
		}
	}
}

// scalar reads a value, or a key with its colon. done reports that it read to the end of a line.
func (o *outline) scalar(c byte) (done bool) {
	start, column := o.at, o.column()
	switch c {
	case '[', '{':
		o.flow()
	case '"', '\'':
		o.quoted()
	default:
		return o.plain()
	}
	o.spaces()
	if o.at < len(o.data) && o.data[o.at] == ':' && o.blankOrSpace(o.at+1) {
		o.key(column)
		return false
	}
	o.value(start)
	if !o.blank(o.at) && o.data[o.at] != '#' {
		o.suspectAt(o.at, "there is more text after the end of "+nameOf(c), "put the whole text in one pair of quotes")
		o.skipLine()
		return true
	}
	return false
}

// value notes that something which is not a key was read.
func (o *outline) value(start int) {
	if !o.pending {
		o.suspectAt(start, "there is no key before this text", "look for a missing colon, or mend the indentation")
	}
	o.pending = false
}

func nameOf(c byte) string {
	if c == '[' || c == '{' {
		return "the brackets"
	}
	return "the quotes"
}

// key opens the mapping that a key stands in, and goes over the colon.
func (o *outline) key(column int) {
	if o.keyed == o.bol {
		o.suspectAt(o.at, "there is a colon in the middle of a text", "put the text in quotes")
	} else {
		o.open(column, false)
	}
	o.keyed = o.bol
	o.count(o.at, 1)
	o.at++
	o.pending = true
}

// open makes the collection at the column the innermost one.
func (o *outline) open(column int, list bool) {
	closed := false
	for len(o.levels) > 0 {
		top := o.levels[len(o.levels)-1]
		if top.column < column || top.column == column && (list || !top.list) {
			break
		}
		o.levels, closed = o.levels[:len(o.levels)-1], true
	}
	depth := len(o.levels)
	if depth > 0 && o.levels[depth-1].column == column && o.levels[depth-1].list == list {
		o.entry(&o.levels[depth-1], depth)
		if o.pending {
			o.count(o.at, 1) // nothing stands after the key or dash before this
		}
		if list && depth == 2 && o.at == o.bol+column && o.bol <= sampleSize {
			o.sample = o.bol
		}
		return
	}
	beside := depth > 0 && o.levels[depth-1].column == column
	if closed && !beside || !o.pending {
		o.suspectAt(o.bol+column, "this line is indented in a way that fits no line above it",
			"begin it under the first letter of the line that it belongs beside")
	}
	o.deeper()
	o.levels = append(o.levels, level{column: column, list: list, entries: 1, at: o.at})
}

// column gives where a key would stand that begins here, or with an anchor or a tag before it.
func (o *outline) column() int {
	if o.from >= o.bol {
		return o.from - o.bol
	}
	return o.at - o.bol
}

// parent gives the column of the innermost block collection.
func (o *outline) parent() int {
	if len(o.levels) == 0 {
		return -1
	}
	return o.levels[len(o.levels)-1].column
}

// plain reads an unquoted text, which is a key if a colon ends it.
func (o *outline) plain() (done bool) {
	start, column := o.at, o.column()
	o.opening(",]}%@`")
	for ; !o.blank(o.at); o.at++ {
		switch {
		case o.data[o.at] == ':' && o.blankOrSpace(o.at+1):
			o.long(start)
			o.key(column)
			return false
		case o.data[o.at] == '#' && o.at > start && o.data[o.at-1] == ' ':
			o.count(start, 1)
			o.value(start)
			return false
		}
	}
	o.count(start, 1)
	o.value(start)
	o.long(start)
	o.newline()
	o.continuation(start)
	return true
}

// opening suspects a text that begins with one of the characters that YAML keeps for itself.
func (o *outline) opening(reserved string) {
	if c := o.data[o.at]; strings.IndexByte(reserved, c) >= 0 {
		o.suspectAt(o.at, "a text cannot begin with "+string(rune(c)), "put the text in quotes")
	}
}

// continuation reads the further lines of an unquoted text: those that are indented more than what it stands in.
func (o *outline) continuation(start int) {
	for o.at < len(o.data) && o.refusal == nil {
		o.spaces()
		switch column := o.at - o.bol; {
		case o.blank(o.at):
			o.longLine(o.at - o.bol)
			o.newline()
			continue
		case column <= o.parent(), o.data[o.at] == '#', column == 0 && o.marker():
			o.at = o.bol
			return
		}
		if !o.continues(start) {
			return
		}
	}
}

// continues reads one further line of a text; false if a comment ends it.
func (o *outline) continues(start int) bool {
	for ; !o.blank(o.at); o.at++ {
		switch {
		case o.data[o.at] == ':' && o.blankOrSpace(o.at+1):
			o.suspectAt(o.at, "there is a colon in the middle of a text", "put the text in quotes, or mend the indentation")
		case o.data[o.at] == '#' && o.data[o.at-1] == ' ':
			o.comment()
			return false
		}
	}
	o.newline()
	o.long(start)
	return true
}
