package questionnaire

import (
	"fmt"
	"slices"
	"strings"
)

// references checks everything that names something else.
func (c *compiler) references() {
	for i := range c.q.entries {
		e, at := &c.q.entries[i], c.pointers[i]
		c.condition(e.When, at+"/when", i, false)
		for n, o := range e.Outcomes {
			c.condition(o.When, fmt.Sprintf("%s/outcomes/%d/when", at, n), i, true)
		}
		for n, key := range e.Sources {
			c.source(key, fmt.Sprintf("%s/sources/%d", at, n))
		}
		if e.Picture != nil && e.Picture.Source != "" {
			c.source(e.Picture.Source, at+"/picture/source")
		}
	}
}

func (c *compiler) source(key, at string) {
	if _, ok := c.q.sources[key]; !ok {
		c.report(at, "unknown-source", "add it under sources"+c.didYouMean(key, c.sourceKeys), "there is no source %q", key)
	}
}

func (c *compiler) sourceKeys() []string {
	keys := make([]string, len(c.q.Sources))
	for i, s := range c.q.Sources {
		keys[i] = s.Key
	}
	return keys
}

// condition checks a rule that stands on entry index. In an outcome the item itself may be named, and need not be.
func (c *compiler) condition(cond *Condition, at string, index int, outcome bool) {
	if cond == nil {
		return
	}
	if cond.Combines() {
		for i := range cond.Children {
			c.condition(&cond.Children[i], at, index, outcome)
		}
		return
	}
	target := index
	if cond.Item != "" {
		var ok bool
		if target, ok = c.byName(cond.Item, at, index, outcome); !ok {
			return
		}
	} else if !outcome {
		c.report(at, "no-item", "write it as {item: answer}", "a condition for showing must name an item")
		return
	}
	c.operand(cond, c.q.entries[target].Item, at)
}

func (c *compiler) byName(id, at string, index int, outcome bool) (target int, ok bool) {
	target, ok = c.q.byID[id]
	switch {
	case !ok && slices.Contains(Tests(), Op(id)):
		c.report(at, "unknown-item", "write the item before it, as in {trust: {at-least: 8}}", "%s stands here without an item", id)
	case !ok:
		c.report(at, "unknown-item", "check the spelling"+c.didYouMean(id, c.ids), "there is no item %q", id)
	case target > index, target == index && !outcome:
		c.report(at, "later-item", "name an item that stands before this one", "%q comes later, so it has no answer yet", id)
		return 0, false
	case !c.q.entries[target].Type.Answerable():
		c.report(at, "no-answer", "name a question", "%q takes no answer", id)
		return 0, false
	}
	return target, ok
}

func (c *compiler) ids() []string {
	ids := make([]string, len(c.q.entries))
	for i := range c.q.entries {
		ids[i] = c.q.entries[i].ID
	}
	return ids
}

// operand checks that a test fits the answers that the item can have.
func (c *compiler) operand(cond *Condition, it *Item, at string) {
	switch cond.Op {
	case OpAnswered:
	case OpAtLeast, OpAtMost, OpAbove, OpBelow:
		if !it.Type.Numeric() && it.Type != TypeDate {
			c.report(at, "bad-operator", "use is, or name a number or a date", "%s does not fit %s %q", cond.Op, it.Type, it.ID)
			return
		}
		c.values(cond, it, at)
	case OpIncludes:
		if it.Type != TypeChoices {
			c.report(at, "bad-operator", "use is", "includes fits choices, and %q is a %s", it.ID, it.Type)
			return
		}
		c.values(cond, it, at)
	default:
		c.values(cond, it, at)
	}
}

func (c *compiler) values(cond *Condition, it *Item, at string) {
	for i, v := range cond.Values {
		switch {
		case it.Type.Coded():
			c.code(v, it, at)
		case v == Unsure && (cond.Op == OpIs || cond.Op == OpNot):
		case it.Type.Numeric():
			n, ok := ParseNumber(v)
			if !ok {
				c.report(at, "bad-operand", "write a number", "%q is not a number, as %q is", v, it.ID)
				continue
			}
			cond.Values[i] = n
		case it.Type == TypeDate && !IsDate(v):
			c.report(at, "bad-operand", "write a date as YYYY-MM-DD", "%q is not a date, as %q is", v, it.ID)
		}
	}
}

func (c *compiler) code(value string, it *Item, at string) {
	for try := range Tries {
		if _, ok := findOption(it.Probe(try).Options, value); ok {
			return
		}
	}
	c.report(at, "unknown-option", "use one of "+strings.Join(codes(it), ", "), "%q has no option %q", it.ID, value)
}

// codes lists the options an item can be answered with, over both probes of a quiz.
func codes(it *Item) []string {
	var values []string
	for try := range Tries {
		for _, o := range it.Probe(try).Options {
			if !slices.Contains(values, o.Value) {
				values = append(values, o.Value)
			}
		}
	}
	return values
}

// closing checks that a decision and an attestation come once, last, and in that order.
func (c *compiler) closing() {
	decision, attestation := -1, -1
	for i := range c.q.entries {
		e, at := &c.q.entries[i], c.pointers[i]
		switch {
		case e.Type == TypeDecision:
			c.once(decision, e, at)
			decision = i
		case e.Type == TypeAttestation:
			c.once(attestation, e, at)
			attestation = i
		}
		if e.Type == TypeDecision && attestation >= 0 {
			c.report(at, "closing-order", "put the decision before the attestation", "decision %q comes after the attestation", e.ID)
		}
		if (e.Type.Question() || e.Type == TypeDisplay) && (decision >= 0 || attestation >= 0) {
			c.report(at, "closing-order", "move it up", "%q comes after the decision or the attestation", e.ID)
		}
	}
}

func (c *compiler) once(before int, e *Entry, at string) {
	if before >= 0 {
		c.report(at, "twice", "keep one", "a questionnaire has one %s at most", e.Type)
	}
}
