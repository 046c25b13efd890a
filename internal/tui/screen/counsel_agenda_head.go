package screen

import (
	"informed/internal/summary"
	"informed/internal/tui/ui"
)

func (a *agenda) Head() ui.Head {
	return ui.Head{
		Title: a.Words.Text("agenda.head"), Progress: leftWords(a.Sitting, a.Agenda),
		Done: needing(a.Agenda) - a.Left, Total: needing(a.Agenda),
	}
}

// needing counts the topics that need talk, whatever became of it.
func needing(a summary.Agenda) int {
	n := 0
	for _, t := range a.Topics {
		if t.Unresolved {
			n++
		}
	}
	return n
}

// leftWords says how much is left to talk about.
func leftWords(s *Sitting, a summary.Agenda) string {
	open := 0
	for _, t := range a.Topics {
		if stateOf(t) == "agenda.open" {
			open++
		}
	}
	switch all := needing(a); {
	case all == 0 && open > 0:
		return s.Words.Count("agenda.unanswered", open)
	case all == 0:
		return s.Words.Text("agenda.nothing")
	case a.Left == 0:
		return s.Words.Text("agenda.all-done")
	default:
		return s.Words.Text("agenda.left", map[string]any{"Left": a.Left, "Total": all})
	}
}

func (a *agenda) keys() []ui.Hint {
	return []ui.Hint{
		a.hint("enter", "open"), a.hint("n", "note-all"), a.hint("p", "people"), a.hint("d", "decision"),
		a.hint("s", "signatures"), a.hint("f2", "turn"), a.hint("ctrl+q", "pause"),
	}
}

func (a *agenda) Hints() []ui.Hint {
	return []ui.Hint{a.hint("enter", "open"), a.hint("p", "people"), a.hint("d", "decision"), a.hint("f2", "turn"), a.hint("f3", "keys")}
}
