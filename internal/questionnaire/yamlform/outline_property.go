package yamlform

import "strings"

// property goes over an anchor, an alias or a tag.
func (o *outline) property() {
	at, first := o.at, o.data[o.at]
	if o.from < o.bol {
		o.from = at
	}
	o.at++
	for !o.blankOrSpace(o.at) && (first == '!' || inName(o.data[o.at])) {
		o.at++
	}
	named := o.at > at+1
	switch {
	case first == '!' && !named:
		o.empties = append(o.empties, at)
	case first != '!' && (!named || !o.blankOrSpace(o.at) && strings.IndexByte("?:,]}%@`", o.data[o.at]) < 0):
		o.suspectAt(at, "a text cannot begin with "+string(rune(first)), "put the text in quotes")
	}
	if first == '*' && o.alias == 0 {
		o.alias = at
	}
	o.count(at, 1)
	if o.properties++; o.properties > maxProperties {
		o.tooManyProperties(at, first)
	}
}

// inName reports whether c can be part of the name of an anchor. What is part of a tag goes on to the next space.
func inName(c byte) bool { return isLower(c) || isUpper(c) || isDigit(c) || c == '_' || c == '-' }

func (o *outline) tooManyProperties(at int, first byte) {
	code, message := "alias", "this file has too many anchors and aliases"
	if first == '!' {
		code, message = "tag", "this file has too many tags"
	}
	o.refuse(at, code, message, "write each text out where it is needed")
}
