package revision

import (
	"strconv"
	"strings"

	"informed/internal/questionnaire"
)

// item compares one item. Either entry may be nil: then the item came or went.
func (c *comparer) item(before, after *questionnaire.Entry) {
	c.d = Difference{Kind: Changed, Old: before, New: after, Distant: c.revision.Distant}
	a, b := &questionnaire.Item{}, &questionnaire.Item{}
	if before != nil {
		a, c.d.ID, c.d.Kind, c.d.Said = before.Item, before.ID, Removed, c.new.q.ChangeOf(nil)
	}
	if after != nil {
		b, c.d.ID, c.d.Kind, c.d.Said = after.Item, after.ID, Added, c.new.q.ChangeOf(after.Item)
	}
	if before != nil && after != nil {
		c.d.Kind = Changed
	} else {
		c.d.Findings = []Finding{{Matter: MatterItem, Grade: Grave, Pointer: c.place(after)}}
	}
	c.said(a, b)
	c.picture(a.Picture, b.Picture)
	c.asked(a, b)
	c.quiz(a, b)
	c.after(a, b)
	c.shownWhen(before, after)
	c.kept(a, b)
	c.keep()
}

// place gives the pointer of what tells of an item that came, "" for one that went.
func (c *comparer) place(after *questionnaire.Entry) string {
	if after == nil {
		return ""
	}
	return "/id"
}

// said compares what is read first.
func (c *comparer) said(a, b *questionnaire.Item) {
	question := prose()
	switch b.Type {
	case questionnaire.TypeQuiz:
		question = worded(MatterQuiz, Plain)
	case questionnaire.TypeDecision:
		question = worded(MatterDecision, Heavy)
	}
	c.pair(Pair{Field: Title, Old: a.Title, New: b.Title, Pointer: "/title"}, prose())
	c.pair(Pair{Field: Text, Old: a.Text, New: b.Text, Pointer: "/text"}, question)
}

func (c *comparer) picture(before, after *questionnaire.Picture) {
	a, b, at := questionnaire.Picture{}, questionnaire.Picture{}, "/picture"
	if before != nil {
		a = *before
	}
	if after != nil {
		b = *after
	}
	figures := at + "/count"
	if a.Count == b.Count && a.Of != b.Of {
		figures = at + "/of"
	}
	c.pair(Pair{Field: Picture, Old: share(a), New: share(b), Pointer: figures}, fixed(MatterPicture))
	c.pair(Pair{Field: Months, Old: count(a.Months), New: count(b.Months), Pointer: at + "/months"}, fixed(MatterPicture))
	c.pair(Pair{Field: Sure, Old: string(a.Certainty), New: string(b.Certainty), Pointer: at + "/certainty"}, fixed(MatterPicture))
	c.pair(Pair{Field: Label, Old: a.Label, New: b.Label, Pointer: at + "/label"}, prose())
	c.pair(Pair{Field: Group, Old: a.Group, New: b.Group, Pointer: at + "/group"}, prose())
	c.pair(Pair{Field: Cited, Old: a.Source, New: b.Source, Pointer: at + "/source"}, rule{})
}

// share gives the figures of a picture, "" where there are none.
func share(p questionnaire.Picture) string {
	if p.Of == 0 && p.Count == 0 {
		return ""
	}
	return strconv.Itoa(p.Count) + "/" + strconv.Itoa(p.Of)
}

// asked compares what can be answered.
func (c *comparer) asked(a, b *questionnaire.Item) {
	c.pair(Pair{Field: Help, Old: a.Help, New: b.Help, Pointer: "/help"}, prose())
	c.pair(Pair{Field: Statement, Old: a.Statement, New: b.Statement, Pointer: "/statement"}, worded(MatterStatement, Heavy))
	c.options(b.Type, probe{a.Options, b.Options, "/options", Option, Feedback, Correct})
	c.pair(Pair{Field: Least, Old: a.Min, New: b.Min, Pointer: "/min"}, fixed(MatterAnswer))
	c.pair(Pair{Field: Most, Old: a.Max, New: b.Max, Pointer: "/max"}, fixed(MatterAnswer))
	c.pair(Pair{Field: LeastText, Old: a.MinLabel, New: b.MinLabel, Pointer: "/min-label"}, prose())
	c.pair(Pair{Field: MostText, Old: a.MaxLabel, New: b.MaxLabel, Pointer: "/max-label"}, prose())
	c.pair(Pair{Field: Unit, Old: a.Unit, New: b.Unit, Pointer: "/unit"}, worded(MatterAnswer, Heavy))
	c.pair(Pair{Field: Length, Old: count(a.MaxLength), New: count(b.MaxLength), Pointer: "/max-length"}, rule{fixed: MatterAnswer, grade: Plain})
}

func (c *comparer) quiz(a, b *questionnaire.Item) {
	var before, after questionnaire.Probe
	if a.Again != nil {
		before = *a.Again
	}
	if b.Again != nil {
		after = *b.Again
	}
	c.pair(Pair{Field: AgainText, Old: before.Text, New: after.Text, Pointer: "/again/text"}, worded(MatterQuiz, Plain))
	c.options(b.Type, probe{before.Options, after.Options, "/again/options", AgainOption, AgainFeedback, AgainCorrect})
}

// after compares what is read on request, and what comes of an answer.
func (c *comparer) after(a, b *questionnaire.Item) {
	c.pair(Pair{Field: Explain, Old: a.Explain, New: b.Explain, Pointer: "/explain"}, prose())
	c.pair(Pair{Field: Check, Old: a.Check, New: b.Check, Pointer: "/check"}, prose())
	c.pair(Pair{Field: Do, Old: a.Do, New: b.Do, Pointer: "/do"}, prose())
	c.outcomes(a, b)
}

// kept compares the rest.
func (c *comparer) kept(a, b *questionnaire.Item) {
	c.pair(Pair{Field: Required, Old: flag(a.Required), New: flag(b.Required), Pointer: "/required"}, fixed(MatterAnswer))
	c.pair(Pair{Field: Private, Old: flag(a.Private), New: flag(b.Private), Pointer: "/private"}, fixed(MatterAnswer))
	if c.d.Kind == Changed {
		c.pair(Pair{Field: Type, Old: string(a.Type), New: string(b.Type), Pointer: "/type"}, fixed(MatterType))
	}
	c.pair(Pair{Field: Topic, Old: a.Topic, New: b.Topic, Pointer: "/topic"}, rule{})
	c.pair(Pair{Field: Sources, Old: strings.Join(a.Sources, ", "), New: strings.Join(b.Sources, ", "), Pointer: "/sources"}, rule{})
	c.pair(Pair{Field: Local, Old: strings.Join(a.Local, ", "), New: strings.Join(b.Local, ", "), Pointer: "/local"}, rule{})
	c.pair(Pair{Field: Counsellor, Old: a.Counsellor, New: b.Counsellor, Pointer: "/counsellor"}, prose())
	c.pair(Pair{Field: Covers, Old: strings.Join(a.Covers, ", "), New: strings.Join(b.Covers, ", "), Pointer: "/covers"}, rule{})
}

// flag gives what is written for something that is so, and "" for what is not.
func flag(on bool) string {
	if on {
		return "true"
	}
	return ""
}
