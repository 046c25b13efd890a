package export

import (
	"slices"
	"strings"
	"time"

	"informed/internal/i18n"
	"informed/internal/summary"
)

// compose gives the parts of a copy, in the order of reading.
func compose(s summary.Summary, w *i18n.Words, o Options) []part {
	c := &composer{w: w, shown: shown(s, o), options: o}
	c.opening()
	c.checklist()
	c.add(paragraph(c.w.Text("export.purpose")))
	c.decision()
	if s.Record.Status == summary.Completed && !slices.ContainsFunc(s.Checklist, func(l summary.Line) bool { return l.State == summary.Warning }) {
		c.add(paragraph(w.Text("export.no-warning")))
	}
	c.comprehension()
	c.talk()
	c.answers()
	c.people()
	c.signatures()
	c.unsigned()
	c.amendments()
	c.sources()
	c.about()
	if o.Check {
		c.add(paragraph(w.Text("export.check")))
	}
	return c.parts
}

type composer struct {
	w       *i18n.Words
	shown   summary.Summary
	options Options
	parts   []part
}

func (c *composer) add(parts ...part) { c.parts = append(c.parts, parts...) }

// opening is short, so that what is not settled comes first even on a small screen. That nothing of it counts any more
// comes before all.
func (c *composer) opening() {
	c.add(heading(1, c.shown.Questionnaire.Title))
	if c.shown.Record.Status == summary.Withdrawn {
		c.add(paragraph(c.w.Text("export.withdrawn", map[string]any{"When": clock(c.shown.Record.Withdrawn)})))
	}
	var sentences []string
	switch c.shown.Questionnaire.Status {
	case "draft":
		sentences = append(sentences, c.w.Text("export.draft"))
	case "retired":
		sentences = append(sentences, c.w.Text("export.retired"))
	}
	if c.shown.Record.Status == summary.InProgress {
		sentences = append(sentences, c.w.Text("export.unfinished"))
	}
	if c.shown.Record.Unsigned != nil {
		sentences = append(sentences, c.w.Text("export.unsigned"))
	}
	if c.shown.Consulted() {
		sentences = append(sentences, c.w.Text("export.of-a-talk"))
	} else {
		sentences = append(sentences, c.w.Text("export.not-consent"))
	}
	c.add(paragraph(strings.Join(sentences, " ")))
}

// checklist gives each state a heading. Private lines have headings of their own.
func (c *composer) checklist() {
	title := ""
	for _, l := range c.shown.Checklist {
		if t := c.title(l); t != title {
			title = t
			c.add(heading(2, title))
		}
		c.add(c.item(l))
	}
}

func (c *composer) title(l summary.Line) string {
	state := c.w.Text("state." + l.State)
	if l.Private && l.State != summary.Support {
		return c.w.Text("export.private-state", map[string]any{"State": state})
	}
	return state
}

// item is one line of the checklist. The heading of open lines says already that there is no answer, and what is settled
// has nothing left to do. A line that talk has settled stays under the state that the answer gave it, with its mark done:
// what the answer means has not changed, and who looks for what is left finds it by the marks.
func (c *composer) item(l summary.Line) part {
	p := part{mark: todo, lines: []line{{words: l.Check}}}
	if l.State != summary.Open {
		p.lines = append(p.lines, line{words: l.Because})
	}
	if l.State == summary.Settled || l.Outcome != nil && l.Outcome.Value == summary.Resolved {
		p.mark = done
	} else if l.Do != "" {
		p.lines = append(p.lines, line{label: c.w.Text("export.next"), words: l.Do})
	}
	p.lines = append(p.lines, c.outcome(l.Outcome)...)
	return cite(p, l.Sources)
}

func cite(p part, keys []string) part {
	if len(keys) > 0 {
		p.lines = append(p.lines, line{keys: keys})
	}
	return p
}

func (c *composer) decision() {
	if c.shown.Decision != nil {
		c.add(heading(2, c.w.Text("export.decision")), paragraph(c.shown.Decision.Text))
	}
}

// comprehension tells what was talked about and what to talk about again. It counts nothing.
func (c *composer) comprehension() {
	if len(c.shown.Comprehension) == 0 {
		return
	}
	c.add(heading(2, c.w.Text("export.comprehension")))
	questions := map[string]string{}
	for _, a := range c.shown.Answers {
		questions[a.ID] = a.Text
	}
	for _, claim := range c.shown.Comprehension {
		label := c.w.Text("export.again")
		if claim.Understood || claim.Settled {
			label = c.w.Text("export.talked")
		}
		c.add(part{mark: point, lines: []line{{label: label, words: questions[claim.ID]}}})
	}
}

// answers lists every answer under the title of its group.
func (c *composer) answers() {
	if len(c.shown.Answers) == 0 {
		return
	}
	c.add(heading(2, c.w.Text("export.answers")))
	section := ""
	for _, a := range c.shown.Answers {
		if a.Section != section {
			section = a.Section
			c.add(heading(3, c.w.Or(section, "export.other-answers")))
		}
		question := line{words: a.Text}
		if a.Private {
			question.label = c.w.Text("export.private")
		}
		p := part{mark: point, lines: []line{question, {words: a.Answer}}}
		if a.By != summary.Patient {
			p.lines = append(p.lines, line{label: c.w.Text("export.answered-by"), words: c.who(a.By, "")})
		}
		c.add(cite(c.typed(p, a.Typed), a.Sources))
	}
}

// clock gives a moment to the minute, with its time zone.
func clock(t summary.Time) string {
	at, err := time.Parse(time.RFC3339, string(t))
	if err != nil {
		return string(t)
	}
	return at.UTC().Format("2006-01-02 15:04 UTC")
}
