package yamlform

// flow goes over a collection in brackets, on as many lines as it takes.
func (o *outline) flow() {
	for {
		o.flowToken()
		if len(o.flows) == 0 || o.refusal != nil {
			return
		}
		if o.at >= len(o.data) {
			o.suspectAt(o.flows[len(o.flows)-1].at, "this bracket is opened and never closed", "add the closing bracket")
			o.flows = o.flows[:0]
			return
		}
	}
}

func (o *outline) flowToken() {
	switch c := o.data[o.at]; c {
	case '\n':
		o.newline()
	case ' ', '\r':
		o.at++
	case '#':
		o.comment()
	case '[', '{':
		o.flowOpen(c == '[')
	case ']', '}':
		o.flowClose(c == ']')
	case ',':
		o.flowEntry()
		o.at++
	case '?', ':':
		o.flowColon(c)
		o.at++
	case '&', '*', '!':
		o.property()
	case '"', '\'':
		o.flowValue()
		o.quoted()
	default:
		o.flowValue()
		o.flowPlain()
	}
}

func (o *outline) flowOpen(list bool) {
	if len(o.flows) > 0 {
		o.flowValue()
	}
	o.deeper()
	o.flows = append(o.flows, level{list: list, at: o.at})
	o.at++
}

func (o *outline) flowClose(list bool) {
	if o.flows[len(o.flows)-1].list != list {
		o.suspectAt(o.at, "this bracket closes one of the other kind", "close [ with ] and { with }")
	}
	o.flowEntry()
	o.flows = o.flows[:len(o.flows)-1]
	o.at++
}

// flowEntry ends an entry.
func (o *outline) flowEntry() {
	top := &o.flows[len(o.flows)-1]
	if !top.filled || !top.list && !top.colon {
		o.count(o.at, 1) // the value is left out
	}
	o.entry(top, len(o.levels)+len(o.flows))
	top.colon, top.filled = false, false
}

// flowColon notes the colon of an entry.
func (o *outline) flowColon(c byte) {
	top := &o.flows[len(o.flows)-1]
	if c == '?' && top.filled {
		o.suspectAt(o.at, "a question mark inside brackets ends the text", "put the whole text in quotes")
	}
	if c == ':' && top.colon {
		o.suspectAt(o.at, "there is a second colon here", "put the text in quotes, or add the missing comma")
	}
	if c == '?' || !top.filled {
		o.count(o.at, 2) // the key is left out, and maybe the value
	}
	if top.list {
		o.count(o.at, 1) // the mapping of one entry
	}
	top.colon, top.filled = c == ':', false
}

// flowValue notes that a text or a collection begins.
func (o *outline) flowValue() {
	top := &o.flows[len(o.flows)-1]
	o.unclosed()
	if top.filled {
		o.suspectAt(o.at, "a comma is missing before this", "add the comma, or put the whole text in one pair of quotes")
	}
	top.filled = true
}

// unclosed suspects a bracket if a dash follows, which has no place in brackets.
func (o *outline) unclosed() {
	if o.at < len(o.data) && o.data[o.at] == '-' && o.blankOrSpace(o.at+1) {
		o.suspectAt(o.flows[len(o.flows)-1].at, "this bracket is opened and never closed", "add the closing bracket")
	}
}

// flowPlain reads an unquoted text inside brackets, over line ends, to what ends it.
func (o *outline) flowPlain() {
	start := o.at
	defer o.long(start)
	o.count(start, 1)
	o.opening("|>%@`")
	for o.at < len(o.data) && o.refusal == nil {
		switch c := o.data[o.at]; c {
		case ',', '?', '[', ']', '{', '}':
			return
		case ':':
			if o.blankOrSpace(o.at + 1) {
				return
			}
		case '#':
			if before := o.data[o.at-1]; before == ' ' || before == '\n' {
				return
			}
		case '\n':
			o.newline()
			o.spaces()
			o.unclosed()
			o.long(start)
			continue
		}
		o.at++
	}
}
