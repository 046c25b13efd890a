package questionnaire

import "slices"

// Op is what a condition tests.
type Op string

// The operators and combinators of a condition, by their names in the file.
const (
	OpIs       Op = "is"       // the answer is one of Values, or has one of them among its options
	OpNot      Op = "not"      // on an item: it is answered, and not with any of Values; else: no child holds
	OpAtLeast  Op = "at-least" // numbers and dates, as are the next three
	OpAtMost   Op = "at-most"
	OpAbove    Op = "above"
	OpBelow    Op = "below"
	OpIncludes Op = "includes" // every one of Values is among the options
	OpAnswered Op = "answered" // the item is answered, or is not, as Answered says
	OpAll      Op = "all"
	OpAny      Op = "any"
)

// Tests lists the operators that stand under an item's id.
func Tests() []Op {
	return []Op{OpIs, OpNot, OpAtLeast, OpAtMost, OpAbove, OpBelow, OpIncludes, OpAnswered}
}

// Condition is a rule over answers. It is either a test of one item or a combination of Children.
//
// A test holds only on an answered item whose own condition holds; `answered: false` is the one exception.
type Condition struct {
	Op       Op
	Item     string   // the item tested; "" in an outcome means the outcome's own item
	Values   []string // option values, numbers or dates; one for the four comparisons
	Answered bool
	Children []Condition // of all, any and not
}

// Combines reports whether c is a combination of other conditions.
func (c *Condition) Combines() bool {
	return c.Op == OpAll || c.Op == OpAny || c.Op == OpNot && len(c.Children) > 0
}

// Holds evaluates c. lookup gives the value of an item that is enabled and answered, and false of any other.
func (c *Condition) Holds(lookup func(id string) (Value, bool)) bool {
	holds := func(child Condition) bool { return child.Holds(lookup) }
	switch {
	case c.Op == OpAll:
		return !slices.ContainsFunc(c.Children, func(child Condition) bool { return !holds(child) })
	case c.Op == OpAny:
		return slices.ContainsFunc(c.Children, holds)
	case c.Combines():
		return !slices.ContainsFunc(c.Children, holds)
	}
	v, ok := lookup(c.Item)
	if c.Op == OpAnswered {
		return ok == c.Answered
	}
	return ok && c.test(v)
}

func (c *Condition) test(v Value) bool {
	switch c.Op {
	case OpIs:
		return slices.ContainsFunc(c.Values, v.matches)
	case OpNot:
		return !slices.ContainsFunc(c.Values, v.matches)
	case OpIncludes:
		return !slices.ContainsFunc(c.Values, func(s string) bool { return !v.Has(s) })
	default:
		return len(c.Values) == 1 && c.compare(v)
	}
}

func (v Value) matches(s string) bool {
	return v.Has(s) || v.Number != "" && v.Number == s || v.Date != "" && v.Date == s || v.Text != "" && v.Text == s
}

func (c *Condition) compare(v Value) bool {
	order, ok := v.order(c.Values[0])
	if !ok {
		return false
	}
	switch c.Op {
	case OpAtLeast:
		return order >= 0
	case OpAtMost:
		return order <= 0
	case OpAbove:
		return order > 0
	case OpBelow:
		return order < 0
	default:
		return false
	}
}

// order compares v with a bound; ok is false where they are not of one kind.
func (v Value) order(bound string) (order int, ok bool) {
	switch {
	case v.Number != "":
		return CompareNumbers(v.Number, bound), true
	case v.Date != "" && v.Date < bound:
		return -1, true
	case v.Date != "" && v.Date > bound:
		return 1, true
	default:
		return 0, v.Date != ""
	}
}

// Items calls visit with every item id that c names, "" included.
func (c *Condition) Items(visit func(id string)) {
	if !c.Combines() {
		visit(c.Item)
		return
	}
	for i := range c.Children {
		c.Children[i].Items(visit)
	}
}
