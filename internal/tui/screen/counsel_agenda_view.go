package screen

import (
	"fmt"
	"strings"

	"informed/internal/summary"
	"informed/internal/text"
	"informed/internal/tui/terminal"
	"informed/internal/tui/ui"
)

func (a *agenda) View(width int) ui.Block {
	b := ui.Block{AtFocus: true, Cursor: &terminal.Position{}}
	b.Add(text.Wrap(a.Words.Count("agenda.minutes", int(a.Now().Sub(a.since).Minutes())), width)...)
	group := ""
	for i, t := range a.Topics {
		if g := groupOf(t); g != group {
			group = g
			b.Add("")
			for _, line := range text.Wrap(a.Words.Text(g), width) {
				b.Add(a.Theme.Strong.Render(line))
			}
		}
		a.topic(&b, i, t, width)
	}
	a.zones = b.Zones
	a.part(&b, a.Words.Text("agenda.notes"), a.remarks(a.notes, width))
	a.warn(&b, a.problem, width)
	return b
}

// topic draws one topic: what it is about, the patient's answer under it, and where the talk came out.
func (a *agenda) topic(b *ui.Block, i int, t summary.Topic, width int) {
	from := len(b.Lines)
	number := ""
	if i < 9 {
		number = fmt.Sprint(i + 1)
	}
	head := fmt.Sprintf("%s %1s %s ", a.pointer(i), number, badge(t))
	indent := strings.Repeat(" ", text.Width(head))
	for n, row := range text.Wrap(t.Check, width-len(indent)) {
		before := indent
		if n == 0 {
			before = head
		}
		if i == a.focus {
			row = a.Theme.Focus.Render(row)
		}
		b.Add(before + row)
	}
	under := answered(a.Sitting, t)
	if t.Outcome != nil { // it stands in a group of all states
		under[0] = a.Words.Text(stateOf(t)) + ". " + under[0]
		under = append(under, summary.OutcomeWords(*t.Outcome, a.Words))
	}
	for _, row := range wrapAll(under, width-len(indent)) {
		b.Add(indent + row)
	}
	span := ui.Span{From: from, To: len(b.Lines)}
	b.Zones = append(b.Zones, ui.Zone{Span: span, Message: line(i)})
	if i == a.focus {
		b.Focus, b.Cursor = span, &terminal.Position{X: 0, Y: from}
	}
}

func (a *agenda) pointer(i int) string {
	if i == a.focus {
		return a.Glyphs.Focus
	}
	return " "
}

// answered gives a patient's own answer, and who typed it.
func answered(s *Sitting, t summary.Topic) []string {
	said := []string{s.Words.Text("item.no-answer")}
	if t.Answer != "" {
		said[0] = s.Words.Text("item.answer", map[string]any{"Answer": t.Answer})
	}
	if t.Typist.Name != "" {
		said = append(said, s.typed(t.Typist))
	}
	return said
}

// groupOf gives the id of the words for the group of a topic: that of its place on the agenda.
func groupOf(t summary.Topic) string {
	if t.Outcome != nil {
		return "agenda.talked"
	}
	return stateOf(t)
}

// stateOf gives the id of the words for what a topic needs, whatever became of it.
func stateOf(t summary.Topic) string {
	switch {
	case t.Unresolved && t.State == summary.Warning:
		return "agenda.warning"
	case t.Unresolved && t.State == summary.Ask:
		return "agenda.ask"
	case t.Unresolved && t.State == summary.Support:
		return "agenda.support"
	case t.Second && !t.Doubted:
		return "agenda.second"
	case t.Unresolved:
		return "agenda.review"
	case t.State == summary.Open:
		return "agenda.open"
	default:
		return "agenda.settled"
	}
}

// badge gives the mark of a topic, which goes with words and tells them apart at a glance.
func badge(t summary.Topic) string {
	if t.Outcome != nil {
		return map[string]string{summary.Referred: "[>]", summary.Unsettled: "[-]", summary.Resolved: "[x]"}[t.Outcome.Value]
	}
	return map[string]string{
		"agenda.warning": "[!]", "agenda.ask": "[?]", "agenda.review": "[~]", "agenda.second": "[2]",
		"agenda.support": "[*]", "agenda.open": "[ ]", "agenda.settled": "[=]",
	}[groupOf(t)]
}
