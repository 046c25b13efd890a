package document

import (
	"fmt"
	"strings"

	"informed/internal/questionnaire"
)

func (w *writer) items(items []questionnaire.Item, level int) {
	for i := range items {
		it := &items[i]
		w.item(it, level)
		w.items(it.Items, level+1)
	}
}

func (w *writer) item(it *questionnaire.Item, level int) {
	switch {
	case it.Title != "":
		w.heading(level, it.Title)
	case it.Type.Answerable() && it.Text != "":
		w.heading(level, it.Text)
	default:
		w.heading(level, it.ID)
	}
	w.block(w.facts(it))
	if !it.Type.Answerable() {
		w.block(it.Text)
	}
	w.block(escape(it.Help))
	w.block(it.Statement)
	w.part("Answers", w.options(it))
	w.part("Picture", w.picture(it.Picture))
	w.part("In the checklist", w.checklist(it))
	w.part("Explanation", it.Explain)
	w.part("For the counsellor", it.Counsellor)
}

func (w *writer) part(name, markdown string) {
	if markdown != "" {
		w.block("*" + name + ":*")
		w.block(markdown)
	}
}

// facts tells what an item is, and who sees it.
func (w *writer) facts(it *questionnaire.Item) string {
	var facts list
	kind := []string{code(it.ID), string(it.Type)}
	if it.Required {
		kind = append(kind, "required")
	}
	if it.Private {
		kind = append(kind, "private")
	}
	facts.item(0, strings.Join(kind, ", "))
	if it.When != nil {
		facts.add("Shown when", w.condition(it.When))
	}
	facts.add("Topic", escape(it.Topic))
	facts.add("Takes", w.bounds(it))
	facts.add("Sources", escape(strings.Join(it.Sources, ", ")))
	facts.add("Local facts", escape(strings.Join(it.Local, ", ")))
	facts.add("Covers", escape(strings.Join(it.Covers, ", ")))
	return facts.String()
}

func (w *writer) bounds(it *questionnaire.Item) string {
	var parts []string
	add := func(format, value string) {
		if value != "" {
			parts = append(parts, fmt.Sprintf(format, escape(value)))
		}
	}
	add("from %s", it.Min)
	add("(%s)", it.MinLabel)
	add("to %s", it.Max)
	add("(%s)", it.MaxLabel)
	add("in %s", it.Unit)
	if it.MaxLength > 0 {
		parts = append(parts, fmt.Sprintf("at most %d letters", it.MaxLength))
	}
	return strings.Join(parts, " ")
}

func (w *writer) options(it *questionnaire.Item) string {
	var options list
	for _, o := range it.Options {
		w.option(&options, 0, it, o)
	}
	if it.Again != nil {
		options.item(0, "After a wrong answer: "+escape(it.Again.Text))
		for _, o := range it.Again.Options {
			w.option(&options, 1, it, o)
		}
	}
	return options.String()
}

func (w *writer) option(options *list, deep int, it *questionnaire.Item, o questionnaire.Option) {
	line := code(o.Value) + " " + escape(w.words.Or(o.Text, "option."+o.Value))
	for _, mark := range []struct {
		on   bool
		text string
	}{{o.Correct, "right"}, {o.Exclusive, "stands alone"}, {o.Open, "in own words"}} {
		if mark.on {
			line += " (" + mark.text + ")"
		}
	}
	options.item(deep, line)
	if o.Feedback != "" {
		options.item(deep+1, strings.ReplaceAll(strings.TrimSpace(o.Feedback), "\n", " "))
	}
}

func (w *writer) picture(p *questionnaire.Picture) string {
	if p == nil {
		return ""
	}
	var facts list
	facts.add("What happened", escape(p.Label))
	if p.Certainty == questionnaire.Unknown {
		facts.add("How many", "nobody knows")
	} else {
		facts.add("How many", fmt.Sprintf("%d of %d", p.Count, p.Of))
	}
	facts.add("Who was studied", escape(p.Group))
	if p.Months > 0 {
		facts.add("Within", fmt.Sprintf("%d months", p.Months))
	}
	facts.add("Certainty", string(p.Certainty))
	facts.add("Source", escape(p.Source))
	return facts.String()
}

// checklist tells what becomes of the answers.
func (w *writer) checklist(it *questionnaire.Item) string {
	var lines list
	lines.add("Line", escape(it.Check))
	lines.add("Action", escape(it.Do))
	for _, o := range it.Outcomes {
		line := fmt.Sprintf("If %s: %s", w.condition(o.When), o.State)
		if o.Do != "" {
			line += ". " + escape(o.Do)
		}
		lines.item(0, line)
	}
	return lines.String()
}
