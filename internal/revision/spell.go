package revision

import (
	"slices"
	"strconv"
	"strings"

	"informed/internal/questionnaire"
)

// spell writes a condition as it would stand in a file, so that two that say the same are spelled alike. own is the item
// that a condition without an item is about.
func spell(c *questionnaire.Condition, own string) string {
	switch {
	case c == nil:
		return ""
	case c.Op == questionnaire.OpNot && c.Combines():
		return "{not: " + spelled(c.Children, own) + "}"
	case c.Combines():
		return "{" + string(c.Op) + ": " + spelled(c.Children, own) + "}"
	}
	item := c.Item
	if item == "" {
		item = own
	}
	operand := strconv.FormatBool(c.Answered)
	if c.Op != questionnaire.OpAnswered {
		operand = values(c.Values)
	}
	if c.Op == questionnaire.OpIs {
		return "{" + item + ": " + operand + "}"
	}
	return "{" + item + ": {" + string(c.Op) + ": " + operand + "}}"
}

func spelled(children []questionnaire.Condition, own string) string {
	var all []string
	for i := range children {
		all = append(all, spell(&children[i], own))
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// values writes answers in one order: a condition does not mind.
func values(all []string) string {
	all = slices.Clone(all)
	slices.Sort(all)
	if len(all) == 1 {
		return all[0]
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// shownWhen compares to whom an item is shown. Of an item that moved, the conditions of the groups around it count too;
// else those groups are compared by themselves.
func (c *comparer) shownWhen(before, after *questionnaire.Entry) {
	old, now := "", ""
	if before != nil {
		old = spell(before.When, before.ID)
	}
	if after != nil {
		now = spell(after.When, after.ID)
	}
	if before != nil && after != nil && parent(c.old.q, before) != parent(c.new.q, after) {
		if a, b := around(c.old.q, before), around(c.new.q, after); a != b {
			old, now = a, b
		}
	}
	c.pair(Pair{Field: When, Old: old, New: now, Pointer: "/when"}, fixed(MatterCondition))
}

// parent gives the id of the group around an item, "" at top level.
func parent(q *questionnaire.Questionnaire, e *questionnaire.Entry) string {
	if e.Parent < 0 {
		return ""
	}
	return q.Entries()[e.Parent].ID
}

// around spells the conditions of an item and of all groups around it, the outermost first.
func around(q *questionnaire.Questionnaire, e *questionnaire.Entry) string {
	var all []string
	for {
		if e.When != nil {
			all = append(all, spell(e.When, e.ID))
		}
		if e.Parent < 0 {
			break
		}
		e = &q.Entries()[e.Parent]
	}
	slices.Reverse(all)
	return strings.Join(all, ", ")
}

// outcomes compares what answers mean. Where only actions differ, those are compared one by one.
func (c *comparer) outcomes(a, b *questionnaire.Item) {
	first := 0
	for first < min(len(a.Outcomes), len(b.Outcomes)) && decides(a, first) == decides(b, first) {
		first++
	}
	if first < max(len(a.Outcomes), len(b.Outcomes)) {
		c.pair(Pair{Field: Outcomes, Old: allOutcomes(a), New: allOutcomes(b), Pointer: "/outcomes/" + strconv.Itoa(first)}, fixed(MatterOutcome))
		return
	}
	for i := range b.Outcomes {
		n := strconv.Itoa(i)
		c.pair(Pair{Field: Action, Key: strconv.Itoa(i + 1), Old: a.Outcomes[i].Do, New: b.Outcomes[i].Do, Pointer: "/outcomes/" + n + "/do"}, prose())
	}
}

// decides spells an outcome without its action.
func decides(it *questionnaire.Item, i int) string {
	o := it.Outcomes[i]
	return "when: " + spell(o.When, it.ID) + ", state: " + string(o.State)
}

func allOutcomes(it *questionnaire.Item) string {
	var lines []string
	for i, o := range it.Outcomes {
		line := decides(it, i)
		if o.Do != "" {
			line += ", do: " + o.Do
		}
		lines = append(lines, "{"+line+"}")
	}
	return strings.Join(lines, "\n")
}
