package summary

import (
	"slices"

	"informed/internal/i18n"
	"informed/internal/session"
)

// Outcome is where the talk about an item came out.
type Outcome struct {
	Value string `json:"value"`           // resolved, open, referred
	To    string `json:"to,omitempty"`    // of a referral: to whom
	Until string `json:"until,omitempty"` // of a referral: YYYY-MM-DD
	Role  string `json:"role"`            // of who said so
	Name  string `json:"name,omitempty"`
	At    Time   `json:"at"`
}

// The values of an outcome.
const (
	Resolved  = string(session.Resolved)
	Unsettled = string(session.Unsettled)
	Referred  = string(session.Referred)
)

// outcome gives where the talk about an item came out, or nil.
func (b *builder) outcome(item string) *Outcome {
	talk := b.record.Discussions[item]
	for _, e := range slices.Backward(talk.Entries) {
		if c, ok := e.Event.(session.Concluded); ok && talk.Outcome != (session.Concluded{}) {
			return &Outcome{Value: string(c.Outcome), To: c.To, Until: c.By, Role: e.Role, Name: e.Actor, At: moment(e.At)}
		}
	}
	return nil
}

// OutcomeWords says an outcome in words, without who said so.
func OutcomeWords(o Outcome, words *i18n.Words) string {
	data := map[string]any{"To": o.To, "Until": o.Until}
	switch {
	case o.Value == Referred && o.Until != "":
		return words.Text("outcome.referred-until", data)
	case o.Value == Referred:
		return words.Text("outcome.referred", data)
	case o.Value == Resolved:
		return words.Text("outcome.resolved")
	default:
		return words.Text("outcome.open")
	}
}
