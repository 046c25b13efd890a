package export

import "informed/internal/summary"

// outcome tells in a line of the checklist where the talk about it came out, or nothing.
func (c *composer) outcome(o *summary.Outcome) []line {
	if o == nil {
		return nil
	}
	said := *o
	said.To = oneLine(said.To)
	return []line{{label: c.w.Text("export.outcome"), words: summary.OutcomeWords(said, c.w)}, {words: c.signed(o.Role, o.Name, o.At)}}
}

// talk lists what was said and done in consultations, item by item: as each of them first came up.
func (c *composer) talk() {
	about := map[string][]summary.Remark{}
	var items []summary.Remark
	for _, r := range c.shown.Notes {
		if r.Kind == summary.KindAmendment { // has a part of its own
			continue
		}
		if len(about[r.Item]) == 0 {
			items = append(items, r)
		}
		about[r.Item] = append(about[r.Item], r)
	}
	if len(items) == 0 {
		return
	}
	c.add(heading(2, c.w.Text("export.talk")))
	for _, first := range items {
		c.add(heading(3, c.w.Or(first.About, "export.about-all")))
		for _, r := range about[first.Item] {
			c.add(c.remark(r))
		}
	}
}

func (c *composer) remark(r summary.Remark) part {
	head := line{label: r.Head}
	if r.Private {
		head.label = c.w.Text("export.private") + " " + r.Head
	}
	p := part{mark: point, lines: []line{head, {words: r.Words}, {words: c.signed(r.Role, r.Name, r.At)}}}
	return c.typed(p, r.Typed)
}

// signed gives who, and when.
func (c *composer) signed(role, name string, at summary.Time) string {
	return c.w.Text("export.who-when", map[string]any{"Who": c.who(role, name), "When": clock(at)})
}

// who gives a name with the role it goes with. The name of the patient, who alone may have none, is that among the people.
func (c *composer) who(role, name string) string {
	for _, p := range c.shown.Record.People {
		if name == "" && p.Role == role {
			name = p.Name
		}
	}
	word := c.w.Text("role." + role)
	if oneLine(name) == "" {
		return word
	}
	return c.w.Text("export.who", map[string]any{"Name": oneLine(name), "Role": word})
}
