package revision

import (
	"strconv"

	"informed/internal/questionnaire"
)

// probe is what can be answered to one question, before and after, with the fields that its pairs have.
type probe struct {
	before, after           []questionnaire.Option
	at                      string
	text, feedback, correct Field
}

// options compares options by their values: first those that there are now, in their order, then those that went. Options
// that only moved do not differ.
func (c *comparer) options(t questionnaire.Type, p probe) {
	for i := range p.after {
		b := &p.after[i]
		at := p.at + "/" + strconv.Itoa(i)
		if a := optionOf(p.before, b.Value); a != nil {
			c.option(t, p, a, b, at)
		} else {
			c.pair(Pair{Field: p.text, Key: b.Value, Kind: Added, New: c.label(b), Pointer: at + "/value"}, fixed(MatterOption))
			c.pair(Pair{Field: p.feedback, Key: b.Value, Kind: Added, New: b.Feedback, Pointer: at + "/feedback"}, rule{})
		}
	}
	for i := range p.before {
		a := &p.before[i]
		if optionOf(p.after, a.Value) == nil {
			c.pair(Pair{Field: p.text, Key: a.Value, Kind: Removed, Old: c.label(a), Pointer: p.at}, fixed(MatterOption))
			c.pair(Pair{Field: p.feedback, Key: a.Value, Kind: Removed, Old: a.Feedback, Pointer: p.at}, rule{})
		}
	}
	c.right(p)
}

func (c *comparer) option(t questionnaire.Type, p probe, a, b *questionnaire.Option, at string) {
	text, feedback := prose(), prose()
	switch {
	case t == questionnaire.TypeQuiz && b.Correct:
		text, feedback = worded(MatterQuiz, Heavy), worded(MatterQuiz, Plain)
	case t == questionnaire.TypeQuiz:
		text, feedback = worded(MatterQuiz, Plain), worded(MatterQuiz, Plain)
	case t == questionnaire.TypeDecision:
		text = worded(MatterDecision, Heavy)
	}
	c.pair(Pair{Field: p.text, Key: b.Value, Old: a.Text, New: b.Text, Pointer: at + "/text"}, text)
	c.pair(Pair{Field: p.feedback, Key: b.Value, Old: a.Feedback, New: b.Feedback, Pointer: at + "/feedback"}, feedback)
	c.pair(Pair{Field: Exclusive, Key: b.Value, Old: flag(a.Exclusive), New: flag(b.Exclusive), Pointer: at + "/exclusive"}, fixed(MatterAnswer))
	c.pair(Pair{Field: Open, Key: b.Value, Old: flag(a.Open), New: flag(b.Open), Pointer: at + "/open"}, fixed(MatterAnswer))
}

// right compares which option is the right one.
func (c *comparer) right(p probe) {
	before, _ := questionnaire.Probe{Options: p.before}.Correct()
	after, _ := questionnaire.Probe{Options: p.after}.Correct()
	if before.Value == after.Value {
		return
	}
	at := p.at
	for i := range p.after {
		if p.after[i].Correct {
			at += "/" + strconv.Itoa(i) + "/correct"
			break
		}
	}
	old, now := named(&before), named(&after)
	if old == now {
		old, now = before.Value, after.Value
	}
	c.pair(Pair{Field: p.correct, Old: old, New: now, Pointer: at}, fixed(MatterQuiz))
}

// named gives an option's text, or its value where the program has the words.
func named(o *questionnaire.Option) string {
	if o.Text == "" {
		return o.Value
	}
	return o.Text
}

// label is what a pair says of an option that came or went. One of the program's own, of an item that came or went with it,
// needs no pair.
func (c *comparer) label(o *questionnaire.Option) string {
	if c.d.Kind != Changed {
		return o.Text
	}
	return named(o)
}

func optionOf(options []questionnaire.Option, value string) *questionnaire.Option {
	for i := range options {
		if options[i].Value == value {
			return &options[i]
		}
	}
	return nil
}
