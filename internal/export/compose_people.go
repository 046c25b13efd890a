package export

import "informed/internal/summary"

// people tells who took part in a consultation.
func (c *composer) people() {
	if !c.shown.Consulted() {
		return
	}
	c.add(heading(2, c.w.Text("export.people")))
	for _, p := range c.shown.Record.People {
		c.add(part{mark: point, lines: append([]line{{words: c.who(p.Role, p.Name)}}, c.particulars(p)...)})
	}
}

// particulars gives what is known of someone beside the name and the role.
func (c *composer) particulars(p summary.Person) []line {
	var lines []line
	add := func(id, words string) {
		if words != "" {
			lines = append(lines, line{label: c.w.Text(id), words: words})
		}
	}
	add("export.title", p.Title)
	add("export.number", p.ID)
	add("export.relation", p.Relation)
	add("export.authority", p.Authority)
	add("export.interprets", p.Language)
	switch {
	case p.Role == summary.Interpreter && p.Remote:
		lines = append(lines, line{words: c.w.Text("export.remote")})
	case p.Role == summary.Interpreter:
		lines = append(lines, line{words: c.w.Text("export.in-person")})
	case p.CannotRead:
		lines = append(lines, line{words: c.w.Text("export.read-aloud")})
	}
	return lines
}

// typed tells who typed what someone else said.
func (c *composer) typed(p part, t summary.Typist) part {
	if t.Name != "" {
		words := c.w.Text("export.typed", map[string]any{"Name": oneLine(t.Name), "Why": oneLine(t.Why)})
		p.lines = append(p.lines, line{words: words})
	}
	return p
}

// signatures lists the names under the record. Who sat alone with the questions typed one under what it says; in a
// consultation each says what record it signs.
func (c *composer) signatures() {
	if len(c.shown.Signatures) == 0 {
		return
	}
	if !c.shown.Consulted() {
		c.add(heading(2, c.w.Text("export.signatures")))
		for _, s := range c.shown.Signatures {
			c.add(c.typed(part{mark: point, lines: []line{{words: s.Statement}, {words: s.Name}, {words: clock(s.At)}}}, s.Typed))
		}
		return
	}
	c.add(heading(2, c.w.Text("export.signed")))
	for _, s := range c.shown.Signatures {
		c.add(c.signature(s))
	}
}

func (c *composer) signature(s summary.Signature) part {
	p := part{mark: point, lines: []line{{words: s.Statement}, {words: c.who(s.Role, s.Name)}}}
	if s.Signer != nil {
		p.lines = append(p.lines, c.particulars(*s.Signer)...)
	}
	p.lines = append(p.lines, line{words: clock(s.At)})
	p = c.typed(p, s.Typed)
	fingerprint := line{words: s.Fingerprint, whole: true}
	switch {
	case s.Current:
		p.lines = append(p.lines, line{label: c.w.Text("export.signs")}, fingerprint)
	case s.Fingerprint == "":
		p.lines = append(p.lines, line{words: c.w.Text("export.signs-nothing")})
	default:
		p.lines = append(p.lines, line{words: c.earlier(s)}, line{label: c.w.Text("export.signed-then")}, fingerprint)
	}
	return p
}

// earlier says of a signature that it is under the record as it was, and when that was changed, where the record says so.
func (c *composer) earlier(s summary.Signature) string {
	for _, a := range c.shown.Record.Amendments {
		if a.Fingerprint == s.Fingerprint {
			return c.w.Text("export.signed-before", map[string]any{"When": clock(a.At)})
		}
	}
	return c.w.Text("export.signed-earlier")
}

// unsigned lists who must still sign.
func (c *composer) unsigned() {
	if len(c.shown.Record.Unsigned) == 0 {
		return
	}
	c.add(heading(2, c.w.Text("export.to-sign")))
	for _, p := range c.shown.Record.Unsigned {
		words := c.who(p.Role, p.Name)
		if p.Name == "" && p.Role == summary.Witness {
			words = c.w.Text("export.unnamed", map[string]any{"Role": words})
		}
		c.add(part{mark: point, lines: []line{{words: words}}})
	}
}

// amendments lists when a record that all had signed was changed, and names the signed one.
func (c *composer) amendments() {
	if len(c.shown.Record.Amendments) == 0 {
		return
	}
	c.add(heading(2, c.w.Text("export.amendments")))
	for _, a := range c.shown.Record.Amendments {
		c.add(part{mark: point, lines: []line{
			{label: c.w.Text("export.why"), words: a.Why}, {words: c.signed(summary.Counsellor, a.Name, a.At)},
			{label: c.w.Text("export.signed-then")}, {words: a.Fingerprint, whole: true},
		}})
	}
}
