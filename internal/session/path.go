package session

import (
	"slices"

	"informed/internal/questionnaire"
)

// Kind is the kind of screen that a prompt asks for.
type Kind string

// The kinds of screen, in the order of a walk.
const (
	Welcome  Kind = "welcome"
	Read     Kind = "read" // a group's introduction or a display
	Question Kind = "question"
	Feedback Kind = "feedback" // what a try of a quiz showed
	Review   Kind = "review"
	Decide   Kind = "decide"
	Attest   Kind = "attest"
	Done     Kind = "done"
)

// The kinds of screen of a consultation, and the one that begins a renewed record.
const (
	Agenda      Kind = "agenda"
	Discuss     Kind = "discuss"      // an item, with what was done about it
	Probe       Kind = "probe"        // a quiz, asked afresh
	ProbeResult Kind = "probe-result" // what that showed
	People      Kind = "people"       // who is here
	Signing     Kind = "signing"
	Difference  Kind = "difference" // what differs from the earlier version
)

// stop is one screen on the path: a kind and, where it is about an item, the item's index.
type stop struct {
	kind  Kind
	index int // -1 for none
}

// path gives the screens that someone with these answers walks through, in order.
func path(q *questionnaire.Questionnaire, enabled []bool) []stop {
	entries := q.Entries()
	stops := []stop{{Welcome, -1}}
	for i := range entries {
		if kind, ok := screen(entries[i].Item); ok && enabled[i] {
			stops = append(stops, stop{kind, i})
		}
	}
	at := closing(stops, entries)
	stops = append(stops, stop{}, stop{Done, -1})
	copy(stops[at+1:len(stops)-1], stops[at:])
	stops[at] = stop{Review, -1}
	return stops
}

// screen gives the kind of screen that an item has; a group without text has none.
func screen(it *questionnaire.Item) (Kind, bool) {
	switch {
	case it.Type == questionnaire.TypeGroup:
		return Read, it.Text != ""
	case it.Type == questionnaire.TypeDisplay:
		return Read, true
	case it.Type == questionnaire.TypeDecision:
		return Decide, true
	case it.Type == questionnaire.TypeAttestation:
		return Attest, true
	default:
		return Question, true
	}
}

// closing gives the place of the first stop of the closing part: the decision or the attestation, whichever comes first,
// with the introductions that stand right before it of groups around it. The review comes before it.
func closing(stops []stop, entries []questionnaire.Entry) int {
	at := slices.IndexFunc(stops, func(s stop) bool { return s.kind == Decide || s.kind == Attest })
	if at < 0 {
		return len(stops)
	}
	first := stops[at].index
	for stops[at-1].kind == Read && within(entries, first, stops[at-1].index) {
		at--
	}
	return at
}

// within reports whether an item stands in a group, at any depth.
func within(entries []questionnaire.Entry, item, group int) bool {
	for item >= 0 && item != group {
		item = entries[item].Parent
	}
	return item == group
}
