package yamlform

import "informed/internal/questionnaire"

// Bounds that keep the YAML parser quick and small. A file of [questionnaire.MaxItems] real items is well within them.
const (
	maxValues     = 600_000 // keys, texts and collections
	maxLines      = 400_000
	maxComments   = 20_000
	maxScalar     = 128 << 10 // bytes of one text
	maxNesting    = 120       // collections inside each other
	maxEntries    = questionnaire.MaxItems
	maxKeys       = 64   // of one mapping
	maxTable      = 5000 // keys of a mapping straight under a top-level key
	maxProperties = 100  // anchors, aliases and tags
)

// refuse stops the outline.
func (o *outline) refuse(at int, code, message, hint string) {
	if o.refusal == nil {
		o.refusal = &fault{at, code, message, hint}
	}
}

func (o *outline) count(at, n int) {
	if o.values += n; o.values > maxValues {
		o.refuse(at, "too-large", "this file holds too much", "split it into several files")
	}
}

// entry counts one more entry of a collection.
func (o *outline) entry(l *level, depth int) {
	l.entries++
	switch {
	case l.list && l.entries > maxEntries:
		o.refuse(o.at, "too-many-items", "this list is too long", "split it into several files")
	case !l.list && l.entries > maxKeys && (depth != 2 || l.entries > maxTable):
		o.refuse(o.at, "too-many-keys", "there are too many keys beside each other here", "look at the indentation of these lines")
	}
}

// deeper checks the depth before another collection is opened.
func (o *outline) deeper() {
	o.count(o.at, 1)
	if len(o.levels)+len(o.flows) >= maxNesting {
		o.refuse(o.at, "too-deep", "this is nested too deep", "put items beside each other")
	}
}

// longLine refuses a comment, an empty line or a line of a block text that is longer than any text.
func (o *outline) longLine(size int) {
	if size > maxScalar {
		o.refuse(o.bol, "too-long", "this line is too long", "write it on several lines")
	}
}
