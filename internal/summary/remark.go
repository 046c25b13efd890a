package summary

import (
	"cmp"
	"slices"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// Remark is something that was said or done about an item in a consultation, by whom and when.
type Remark struct {
	Kind    string `json:"kind"`    // a Kind below
	Item    string `json:"item"`    // id, "" for what is about all
	About   string `json:"about"`   // what the item is about, in words
	Private bool   `json:"private"` // as the line or the answer of the item
	Head    string `json:"head"`    // what was done, in the program's words
	Words   string `json:"words"`   // what was said: own words, or an answer in words; "" where it is all in the head
	Role    string `json:"role"`    // of whose word it is
	Name    string `json:"name,omitempty"`
	Typed   Typist `json:"typed,omitzero"` // who typed it, where that was not whose word it is
	At      Time   `json:"at"`

	Clear   *bool  `json:"clear,omitempty"`   // of a teach-back: the explanation was
	Right   *bool  `json:"right,omitempty"`   // of a probe: the answer was
	Answer  string `json:"answer,omitempty"`  // of a confirmation: yes, no, unsure
	Outcome string `json:"outcome,omitempty"` // of an outcome: a value of [Outcome]
	To      string `json:"to,omitempty"`      // of a referral: to whom
	Until   string `json:"until,omitempty"`   // of a referral: YYYY-MM-DD

	Fingerprint string `json:"fingerprint,omitempty"` // of an amendment: that of the record as it was signed
}

// The kinds of a remark.
const (
	KindNote      = "note"
	KindTeachBack = "teach-back" // the patient's own words about it
	KindProbe     = "probe"      // the patient's answer to a quiz that was asked afresh
	KindConfirmed = "confirmed"  // the patient's word on whether it is settled now
	KindOutcome   = "outcome"
	KindChanged   = "changed"   // the patient changed an answer, or took it back
	KindMarked    = "marked"    // the patient put it down to talk about
	KindUnmarked  = "unmarked"  // and took that back
	KindAmendment = "amendment" // what all had signed is changed after this; about no item
)

// notes lists what was said and done about items that are shown, about all, and when what was signed was changed, in order.
func (b *builder) notes() []Remark {
	entries := slices.Clone(b.record.Discussions[""].Entries)
	for i, e := range b.q.Entries() {
		if b.shown[i] {
			entries = append(entries, b.record.Discussions[e.ID].Entries...)
		}
	}
	slices.SortFunc(entries, func(x, y session.Entry) int { return cmp.Compare(x.Seq, y.Seq) })
	return b.remarks(entries)
}

// remarks puts entries of a discussion into words. First answers are none: they stand among the answers.
func (b *builder) remarks(entries []session.Entry) []Remark {
	remarks := []Remark{}
	for _, e := range entries {
		item := session.Item(e.Event)
		r := Remark{Item: item, Private: b.private[item], Role: e.Role, Name: e.Actor, Typed: e.Typist, At: moment(e.At)}
		if about, ok := b.q.Entry(item); ok {
			r.About, r.Private = b.about(about), r.Private || delicate(about)
		}
		if b.say(&r, e.Event) {
			remarks = append(remarks, r)
		}
	}
	return remarks
}

// delicate reports whether what is said about an item is private whatever is answered now: a remark may tell of an answer that
// was, and that asked for support.
func delicate(e *questionnaire.Entry) bool {
	return e.Private || slices.ContainsFunc(e.Outcomes, func(o questionnaire.Outcome) bool { return o.State == questionnaire.StateSupport })
}

// say tells what an event was, and reports whether it makes a remark.
func (b *builder) say(r *Remark, event session.Event) bool {
	switch event := event.(type) {
	case session.Noted:
		r.Kind, r.Head, r.Words = KindNote, b.words.Text("remark.note"), event.Text
	case session.TaughtBack:
		r.Kind, r.Words, r.Clear = KindTeachBack, event.Words, &event.Clear
		r.Head = b.either(event.Clear, "remark.clear", "remark.unclear")
	case session.Probed:
		right := b.chosen(event).Correct
		r.Kind, r.Words, r.Right = KindProbe, b.probed(event), &right
		r.Head = b.either(right, "remark.right", "remark.wrong")
	case session.Confirmed:
		r.Kind, r.Head, r.Answer = KindConfirmed, b.words.Text("remark.confirmed"), event.Answer
		r.Words = speaker{b.words}.option(nil, event.Answer)
	case session.Concluded:
		r.Kind, r.Outcome, r.To, r.Until = KindOutcome, string(event.Outcome), event.To, event.By
		r.Head = OutcomeWords(Outcome{Value: r.Outcome, To: r.To, Until: r.Until}, b.words)
	case session.Flagged:
		r.Kind, r.Head = KindUnmarked, b.either(event.On, "remark.marked", "remark.unmarked")
		if event.On {
			r.Kind = KindMarked
		}
	case session.Amended:
		r.Kind, r.Head, r.Words, r.Fingerprint = KindAmendment, b.words.Text("remark.amended"), event.Why, event.Fingerprint
	case session.Answered:
		return b.change(r, event.Old, event.New)
	case session.Decided:
		return event.Old != "" && b.change(r, questionnaire.Codes(event.Old), questionnaire.Codes(event.New))
	default:
		return false
	}
	return true
}

func (b *builder) either(so bool, yes, no string) string {
	if so {
		return b.words.Text(yes)
	}
	return b.words.Text(no)
}

// change tells what an answer was and is.
func (b *builder) change(r *Remark, old, now questionnaire.Value) bool {
	e, ok := b.q.Entry(r.Item)
	if !ok || old.IsZero() {
		return false
	}
	r.Kind = KindChanged
	before, after := Spoken(e.Item, old, b.words), Spoken(e.Item, now, b.words)
	if now.IsZero() {
		r.Head, r.Words = b.words.Text("remark.taken-back"), b.words.Text("remark.before", map[string]any{"Old": before})
	} else {
		r.Head, r.Words = b.words.Text("remark.changed"), b.words.Text("remark.before-now", map[string]any{"Old": before, "New": after})
	}
	return true
}

// probed gives the question of a fresh quiz and its answer.
func (b *builder) probed(p session.Probed) string {
	e, ok := b.q.Entry(p.Item)
	if !ok {
		return p.Option
	}
	probe := e.Probe(p.Probe)
	answer := speaker{b.words}.option(probe.Options, p.Option)
	return b.words.Text("remark.probed", map[string]any{"Question": probe.Text, "Answer": answer})
}

// chosen gives the option of a fresh quiz that was chosen.
func (b *builder) chosen(p session.Probed) questionnaire.Option {
	if e, ok := b.q.Entry(p.Item); ok {
		for _, o := range e.Probe(p.Probe).Options {
			if o.Value == p.Option {
				return o
			}
		}
	}
	return questionnaire.Option{}
}
