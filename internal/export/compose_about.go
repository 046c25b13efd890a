package export

import (
	"strconv"

	"informed/internal/summary"
)

func (c *composer) sources() {
	if len(c.shown.Sources) == 0 {
		return
	}
	c.add(heading(2, c.w.Text("export.sources")))
	for _, s := range c.shown.Sources {
		c.add(c.source(s))
	}
}

func (c *composer) source(s summary.Source) part {
	p := part{mark: point, lines: []line{{label: s.Key + ":", words: s.Title}}}
	published := oneLine(s.Publisher)
	if s.Year != 0 && published != "" {
		published += ", "
	}
	if s.Year != 0 {
		published += strconv.Itoa(s.Year)
	}
	p.lines = append(p.lines, line{words: published}, line{words: oneLine(s.URL), whole: true})
	if s.Checked != "" {
		p.lines = append(p.lines, line{label: c.w.Text("export.checked"), words: s.Checked})
	}
	if s.Evidence == summary.Secondary {
		p.lines = append(p.lines, line{words: c.w.Text("export.secondary")})
	}
	return p
}

// about tells what this copy is of, so that it can be found again and compared with its record.
func (c *composer) about() {
	r, q := c.shown.Record, c.shown.Questionnaire
	c.add(heading(2, c.w.Text("export.about")))
	if !c.options.Private {
		c.add(paragraph(c.w.Text("export.private-left-out")))
	}
	if r.Visit != "" {
		c.fact(line{label: c.w.Text("export.visit"), words: r.Visit})
	}
	version := map[string]any{"ID": q.ID, "Version": q.Version}
	c.fact(line{label: c.w.Text("export.record"), words: r.ID})
	c.fact(line{label: c.w.Text("export.questionnaire"), words: c.w.Text("export.version", version)})
	c.fact(line{label: c.w.Text("export.language"), words: r.Language})
	c.fact(line{label: c.w.Text("export.started"), words: clock(r.Started)})
	if r.Completed != "" {
		c.fact(line{label: c.w.Text("export.finished"), words: clock(r.Completed)})
	}
	if r.Withdrawn != "" {
		c.fact(line{label: c.w.Text("export.taken-back"), words: clock(r.Withdrawn)})
	}
	c.fact(line{label: c.w.Text("export.hash")}, line{words: q.Hash, whole: true})
	c.fact(line{label: c.w.Text("export.fingerprint")}, line{words: r.Fingerprint, whole: true})
	if r.Renewed != nil {
		c.fact(line{label: c.w.Text("export.renewed"), words: r.Renewed.Record}, line{words: r.Renewed.Fingerprint, whole: true})
	}
}

func (c *composer) fact(lines ...line) { c.add(part{mark: point, lines: lines}) }
