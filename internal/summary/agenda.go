package summary

import (
	"cmp"
	"slices"

	"informed/internal/evaluation"
	"informed/internal/i18n"
	"informed/internal/questionnaire"
	"informed/internal/session"
)

// Agenda is what there is to talk about in a consultation: what needs talk first, then what talk has been about, then what
// has no answer, and what is settled last. Within each of these the order is that of the file.
type Agenda struct {
	Topics []Topic
	Left   int // topics at the top that need talk, and have no outcome yet
}

// Topic is one item to talk about, with all that a counsellor may want to know of it.
type Topic struct {
	Line
	Unresolved bool // needs talk, whatever became of it
	Second     bool // a quiz that was understood at the second try only
	Doubted    bool // the patient's last word about it is that it is not settled, or not clear
	Ready      bool // the patient's own word stands behind it, so that it can be resolved

	Question string   // in the author's words
	Answer   string   // the patient's own, in words; "" for none
	By       string   // role of who gave the answer
	Typist   Typist   // who typed it, where it was not who gave it
	Guidance string   // the author's Markdown for the counsellor, "" for none
	Explain  string   // the author's Markdown for the patient, "" for none
	Cited    []Source // the sources of the line in full
	Remarks  []Remark // what was said and done about it, in order
}

// BuildAgenda says what there is to talk about with whom rec is of. Items that are not shown under its answers stay out.
func BuildAgenda(q *questionnaire.Questionnaire, rec session.Record, words *i18n.Words) Agenda {
	b := open(q, rec, words)
	agenda := Agenda{Topics: b.topics()}
	slices.SortStableFunc(agenda.Topics, func(x, y Topic) int { return cmp.Compare(x.rank(), y.rank()) })
	for _, t := range agenda.Topics {
		if t.Unresolved && t.Outcome == nil {
			agenda.Left++
		}
	}
	return agenda
}

// topics lists the items with a line, the quizzes that were tried, and what else was talked about, in the order of the file.
func (b *builder) topics() []Topic {
	result := evaluation.Evaluate(b.q, b.record.Response)
	lines, claims := map[string]evaluation.Line{}, map[string]evaluation.Claim{}
	for _, l := range result.Lines {
		lines[l.Entry.ID] = l
	}
	for _, c := range result.Claims {
		claims[c.Item] = c
	}
	topics := []Topic{}
	entries := b.q.Entries()
	for i := range entries {
		e := &entries[i]
		line, ok := lines[e.ID]
		claim, tried := claims[e.ID]
		if b.shown[i] && (ok || tried || b.discussed(e)) {
			if !ok {
				line = evaluation.Line{Entry: e, State: b.bare(e), Do: e.Do, Private: e.Private}
			}
			topics = append(topics, b.topic(line, claim))
		}
	}
	return topics
}

func (b *builder) discussed(e *questionnaire.Entry) bool {
	return b.outcome(e.ID) != nil || len(b.remarks(b.record.Discussions[e.ID].Entries)) > 0
}

// bare gives the state of an item that makes no line.
func (b *builder) bare(e *questionnaire.Entry) questionnaire.State {
	v := b.record.Response.Answers[e.ID]
	switch {
	case v.IsZero():
		return questionnaire.StateOpen
	case e.Type == questionnaire.TypeQuiz && !e.Understood(v):
		return questionnaire.StateReview
	default:
		return questionnaire.StateSettled
	}
}

// topic gives one topic; claim is zero where the item is no quiz that was tried.
func (b *builder) topic(line evaluation.Line, claim evaluation.Claim) Topic {
	e := line.Entry
	b.private[e.ID] = line.Private
	v, mark, talk := b.record.Response.Answers[e.ID], b.record.Marks[e.ID], b.record.Discussions[e.ID]
	t := Topic{
		Line: b.line(line), Second: claim.Understood && claim.Tries > 1, Doubted: b.doubted(talk.Entries), Ready: talk.Ready,
		Question: cmp.Or(e.Text, e.Statement), Answer: Spoken(e.Item, v, b.words), By: mark.By, Typist: mark.Typist,
		Guidance: e.Counsellor, Explain: e.Explain, Cited: b.publications(e), Remarks: b.remarks(talk.Entries),
	}
	t.Unresolved = t.Second || t.Doubted || claim.Tries > 0 && !claim.Understood ||
		slices.Contains([]string{Warning, Ask, Review, Support}, t.State)
	return t
}

// publications gives the sources of an item in full, in its own order.
func (b *builder) publications(e *questionnaire.Entry) []Source {
	sources := []Source{}
	for _, key := range e.Sources {
		if s, ok := b.q.Source(key); ok {
			sources = append(sources, source(*s))
		}
	}
	return sources
}

// doubted reports whether the last that a patient said about an item is that it is not settled. A new answer begins anew.
func (b *builder) doubted(entries []session.Entry) bool {
	doubted := false
	for _, e := range entries {
		switch event := e.Event.(type) {
		case session.TaughtBack:
			doubted = !event.Clear
		case session.Confirmed:
			doubted = event.Answer != questionnaire.Yes
		case session.Probed:
			doubted = !b.chosen(event).Correct
		case session.Answered, session.Tried, session.Flagged, session.Decided:
			doubted = false
		}
	}
	return doubted
}

// rank gives the place of a topic among the others: what needs talk, what has an outcome, what has no answer, the rest.
func (t Topic) rank() int {
	const needs, has, rest = 0, 10, 20
	switch {
	case t.Outcome != nil:
		return has + slices.Index([]string{Referred, Unsettled, Resolved}, t.Outcome.Value)
	case t.Unresolved && slices.Contains([]string{Warning, Ask}, t.State):
		return needs + slices.Index([]string{Warning, Ask}, t.State)
	case t.Unresolved && t.State == Support:
		return needs + 4
	case t.Second && !t.Doubted:
		return needs + 3
	case t.Unresolved:
		return needs + 2
	case t.State == Open:
		return rest
	default:
		return rest + 1
	}
}
