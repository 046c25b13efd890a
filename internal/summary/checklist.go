package summary

import (
	"cmp"
	"slices"

	"informed/internal/evaluation"
	"informed/internal/questionnaire"
)

// checklist puts the lines into words and in order: by state, and within a state as in the file. Private lines stand
// apart, after all others.
func (b *builder) checklist(lines []evaluation.Line) []Line {
	checklist := []Line{}
	for _, line := range lines {
		b.private[line.Entry.ID] = line.Private
		checklist = append(checklist, b.line(line))
	}
	states := States()
	slices.SortStableFunc(checklist, func(x, y Line) int {
		return cmp.Or(
			cmp.Compare(apart(x), apart(y)),
			cmp.Compare(slices.Index(states, x.State), slices.Index(states, y.State)),
		)
	})
	return checklist
}

func apart(l Line) int {
	if l.Private {
		return 1
	}
	return 0
}

func (b *builder) line(line evaluation.Line) Line {
	e := line.Entry
	return Line{
		ID: e.ID, Topic: e.Topic, State: string(line.State),
		Check: b.about(e), Do: line.Do, Because: b.because(line), Private: line.Private, Sources: b.cite(e), Outcome: b.outcome(e.ID),
	}
}

// about tells what an item is about. A decision may come without a text of its own.
func (b *builder) about(e *questionnaire.Entry) string {
	return b.words.Or(cmp.Or(e.Check, e.Text, e.Statement), "question.decision")
}

// because tells what on the person's side stands behind a line.
func (b *builder) because(line evaluation.Line) string {
	v := b.record.Response.Answers[line.Entry.ID]
	talk := b.record.Response.Talk[line.Entry.ID]
	switch {
	case talk && v.IsZero():
		return b.words.Text("summary.talk")
	case v.IsZero():
		return b.words.Text("summary.open")
	}
	answered := b.words.Text("summary.answered", map[string]any{"Answer": Spoken(line.Entry.Item, v, b.words)})
	if talk {
		return b.words.Text("summary.talk") + " " + answered
	}
	return answered
}
