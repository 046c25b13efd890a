package questionnaire

import (
	"slices"
	"strconv"
)

// shape checks what can be seen on an item alone.
func (c *compiler) shape(it *Item, at string) {
	if it.Type == TypeGroup && len(it.Items) == 0 {
		c.report(at, "empty-group", "add items to it, or make it a display", "group %q holds no items", it.ID)
	}
	if it.Type.Answerable() && it.Type != TypeDecision && it.Type != TypeAttestation && it.Text == "" {
		c.report(at, "no-text", "write the question under text", "%s %q has no text", it.Type, it.ID)
	}
	if it.Type == TypeAttestation && it.Statement == "" {
		c.report(at, "no-statement", "say under statement what the name stands for", "attestation %q has no statement", it.ID)
	}
	c.options(it, it.Options, at+"/options")
	if it.Again != nil {
		c.options(it, it.Again.Options, at+"/again/options")
	}
	c.bounds(it, at)
	c.picture(it, at+"/picture")
}

func (c *compiler) options(it *Item, options []Option, at string) {
	own := len(options)
	if _, ok := findOption(options, Unsure); ok {
		own--
	}
	choosing := it.Type == TypeChoice || it.Type == TypeChoices || it.Type == TypeQuiz
	if choosing && own < 2 {
		c.report(at, "few-options", "offer at least two besides not sure", "%s %q needs two options", it.Type, it.ID)
	}
	right := 0
	for i, o := range options {
		place := at + "/" + strconv.Itoa(i)
		if _, ok := findOption(options[:i], o.Value); ok {
			c.report(place+"/value", "duplicate-option", "give each option a value of its own", "the option %q stands here twice", o.Value)
		}
		c.option(it, o, place)
		if o.Correct {
			right++
		}
	}
	if it.Type == TypeQuiz && right != 1 {
		c.report(at, "one-correct", "mark one option with correct: true", "quiz %q has %d correct options", it.ID, right)
	}
}

func (c *compiler) option(it *Item, o Option, at string) {
	if o.Text == "" && it.Type != TypeDecision && o.Value != Unsure {
		c.report(at, "no-text", "write what the person reads under text", "option %q of %q has no text", o.Value, it.ID)
	}
	if o.Value == Unsure && (o.Correct || o.Open) {
		c.report(at, "unsure-option", "take correct and open away", "not sure can be neither right nor in own words")
	}
	if it.Type == TypeDecision && !slices.Contains([]string{Agree, Defer, Decline}, o.Value) {
		c.report(at+"/value", "decision-option", "use agree, defer and decline", "a decision has no option %q", o.Value)
	}
}

// maxScale is the most steps a scale may have: more could not be told apart, nor be chosen by digit.
const maxScale = 20

func (c *compiler) bounds(it *Item, at string) {
	switch {
	case it.Type == TypeScale:
		c.scale(it, at)
	case it.Min == "" || it.Max == "":
	case it.Type == TypeDate && it.Min > it.Max, it.Type.Numeric() && CompareNumbers(it.Min, it.Max) > 0:
		c.report(at+"/min", "bounds", "make min the smaller one", "min %s of %q is above max %s", it.Min, it.ID, it.Max)
	}
}

func (c *compiler) scale(it *Item, at string) {
	lo, errLo := strconv.Atoi(it.Min)
	hi, errHi := strconv.Atoi(it.Max)
	if errLo != nil || errHi != nil {
		c.report(at, "no-bounds", "give min and max as whole numbers", "scale %q needs both ends", it.ID)
	} else if hi <= lo || hi-lo > maxScale {
		c.report(at+"/max", "bounds", "use 0 and 10, or integer for long ranges",
			"scale %q must have from 1 to %d steps above its min", it.ID, maxScale)
	}
}

func (c *compiler) picture(it *Item, at string) {
	p := it.Picture
	if p == nil {
		return
	}
	if p.Label == "" {
		c.report(at, "no-label", "say under label what happened", "the picture of %q has no label", it.ID)
	}
	if p.Certainty == Unknown {
		if p.Count != 0 {
			c.report(at+"/count", "unknown-count", "take count away: nobody knows it", "an unknown rate has no count")
		}
		return
	}
	if p.Of < 1 || p.Of > 1000 {
		c.report(at+"/of", "picture-of", "use 100 or 1000", "the picture of %q needs a number of people from 1 to 1000", it.ID)
	}
	if p.Count < 0 || p.Count > p.Of {
		c.report(at+"/count", "picture-count", "count may not be above of", "the picture of %q counts %d of %d", it.ID, p.Count, p.Of)
	}
	if p.Source == "" {
		c.report(at, "no-source", "name a source: a number needs one", "the picture of %q has no source", it.ID)
	}
}
