package campaign

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"informed/internal/questionnaire"
	"informed/internal/session"
)

// told tells what a person did, each thing in a few words, and what they hope for.
func told(entries []session.Entry) (hope string, did []string) {
	for _, e := range entries {
		s := ""
		switch event := e.Event.(type) {
		case session.Answered:
			s = event.Item + "=" + value(event.New)
			if event.Item == "hope" && hope == "" {
				hope = event.New.Text
			}
		case session.Tried:
			s = fmt.Sprintf("%s try %d=%s", event.Item, event.Try, event.Option)
		case session.Flagged:
			s = fmt.Sprintf("%s talk %t", event.Item, event.On)
		case session.Decided:
			s = event.Item + "=" + event.New
		case session.Attested:
			s = event.Item + "=" + event.Name
		case session.Copied:
			s = "copied " + event.Format
		case session.Shown, session.Started:
			continue
		default:
			s = e.Kind()
		}
		did = append(did, s)
	}
	return hope, did
}

func value(v questionnaire.Value) string {
	parts := slices.Clone(v.Codes)
	for _, code := range slices.Sorted(maps.Keys(v.Words)) {
		parts = append(parts, v.Words[code])
	}
	for _, one := range []string{v.Number, v.Date, v.Text} {
		if one != "" {
			parts = append(parts, one)
		}
	}
	return strings.Join(parts, "+")
}

// need is what has to be there after a cut, as a person was told of it.
type need struct {
	hope    string   // whose it is
	did     []string // in this order, others may stand between
	id      string   // of the record, where that is known
	leaving bool     // it is being purged: it may be gone
	left    bool     // it is purged: it must be gone
	copies  map[string]string
}

// missing says what of a need is not there, or "".
func (f found) missing(n need) string {
	for name, content := range n.copies {
		if got, ok := f.copies[name]; !ok {
			return "the copy " + name
		} else if got != content {
			return "part of the copy " + name
		}
	}
	journal, there := f.journals[n.hope]
	switch {
	case n.left && (there || !f.gone[n.id]):
		return "the purge of " + n.hope
	case n.left, n.leaving && !there && f.gone[n.id]:
		return ""
	}
	next := 0
	for _, did := range journal {
		if next < len(n.did) && did == n.did[next] {
			next++
		}
	}
	if next < len(n.did) {
		return n.hope + ": " + n.did[next]
	}
	return ""
}
