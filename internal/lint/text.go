package lint

import (
	"fmt"
	"strings"

	"informed/internal/questionnaire"
)

// kind says what a text is for, in words that fit a message.
type kind string

const (
	isTitle      kind = "title"
	isPurpose    kind = "purpose"
	isReading    kind = "text to read" // of a group or a display
	isQuestion   kind = "question"
	isHelp       kind = "help"
	isExplain    kind = "explanation"
	isCounsellor kind = "note for the counsellor"
	isStatement  kind = "statement"
	isOption     kind = "option"
	isFeedback   kind = "feedback"
	isCheck      kind = "checklist line"
	isDo         kind = "action"
	isLabel      kind = "label"
	isMeaning    kind = "meaning in the glossary"
)

// text is one text of a questionnaire, in its place.
type text struct {
	at     string // JSON pointer into the file
	kind   kind
	words  string                // as written
	entry  *questionnaire.Entry  // the item it stands on, nil in the head of the file
	choice *questionnaire.Option // of an option and of its feedback
}

// textsOf lists what the author wrote for people to read, in the order of the file. What cites a publication is left out: its
// title is what it is.
func textsOf(q *questionnaire.Questionnaire) []text {
	c := &collector{q: q}
	c.add("/title", isTitle, q.Title)
	c.add("/purpose", isPurpose, q.Purpose)
	for _, t := range q.Glossary {
		c.add("/glossary/"+escape(t.Term), isMeaning, t.Meaning)
	}
	c.items(q.Items, "/items")
	return c.texts
}

type collector struct {
	q     *questionnaire.Questionnaire
	next  int // index of the next entry
	entry *questionnaire.Entry
	texts []text
}

func (c *collector) add(pointer string, kind kind, words string) {
	if words != "" {
		c.texts = append(c.texts, text{at: pointer, kind: kind, words: words, entry: c.entry})
	}
}

func (c *collector) items(items []questionnaire.Item, at string) {
	for i := range items {
		pointer := fmt.Sprintf("%s/%d", at, i)
		c.entry = &c.q.Entries()[c.next]
		c.next++
		c.item(pointer)
		c.items(items[i].Items, pointer+"/items")
	}
}

func (c *collector) item(at string) {
	e := c.entry
	prose := isQuestion
	if !e.Type.Answerable() {
		prose = isReading
	}
	c.add(at+"/title", isTitle, e.Title)
	c.add(at+"/text", prose, e.Text)
	c.add(at+"/help", isHelp, e.Help)
	c.add(at+"/explain", isExplain, e.Explain)
	c.add(at+"/counsellor", isCounsellor, e.Counsellor)
	c.add(at+"/statement", isStatement, e.Statement)
	c.add(at+"/min-label", isLabel, e.MinLabel)
	c.add(at+"/max-label", isLabel, e.MaxLabel)
	c.options(at+"/options", e.Options)
	if e.Again != nil {
		c.add(at+"/again/text", isQuestion, e.Again.Text)
		c.options(at+"/again/options", e.Again.Options)
	}
	c.add(at+"/check", isCheck, e.Check)
	c.add(at+"/do", isDo, e.Do)
	for i, o := range e.Outcomes {
		c.add(fmt.Sprintf("%s/outcomes/%d/do", at, i), isDo, o.Do)
	}
	if p := e.Picture; p != nil {
		c.add(at+"/picture/label", isLabel, p.Label)
		c.add(at+"/picture/group", isLabel, p.Group)
	}
}

func (c *collector) options(at string, options []questionnaire.Option) {
	for i := range options {
		before := len(c.texts)
		c.add(fmt.Sprintf("%s/%d/text", at, i), isOption, options[i].Text)
		c.add(fmt.Sprintf("%s/%d/feedback", at, i), isFeedback, options[i].Feedback)
		for n := before; n < len(c.texts); n++ {
			c.texts[n].choice = &options[i]
		}
	}
}

// places gives the JSON pointer of each entry, in reading order.
func places(items []questionnaire.Item, at string) []string {
	var pointers []string
	for i := range items {
		pointer := fmt.Sprintf("%s/%d", at, i)
		pointers = append(pointers, pointer)
		pointers = append(pointers, places(items[i].Items, pointer+"/items")...)
	}
	return pointers
}

func escape(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "~", "~0"), "/", "~1")
}
