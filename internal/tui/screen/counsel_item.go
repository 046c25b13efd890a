package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/summary"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// topic is the counsellor's side of an item that is talked about: what the author says to it, what stands behind it, what was
// said and done, and what can be done.
type topic struct {
	*Sitting
	entry *questionnaire.Entry
	summary.Topic
	left    string
	problem string
}

func newItem(s *Sitting, e *questionnaire.Entry) *pair {
	s.counsel.last = e.ID
	return besideItem(s, &shown{s, e}, newTopic(s, e))
}

func newTopic(s *Sitting, e *questionnaire.Entry) *topic {
	a := summary.BuildAgenda(s.Session().Questionnaire(), s.Session().Record(), s.Words)
	t := &topic{Sitting: s, entry: e, left: leftWords(s, a), Topic: summary.Topic{
		Line: summary.Line{ID: e.ID, State: summary.Open, Check: e.Text}, Question: e.Text, Guidance: e.Counsellor,
	}}
	for _, found := range a.Topics {
		if found.ID == e.ID {
			t.Topic = found
		}
	}
	return t
}

// click is the message of a click on a key that the screen names.
type click string

func (t *topic) Update(msg tea.Msg) ui.Step {
	switch msg := msg.(type) {
	case click:
		return t.key(string(msg))
	case tea.KeyMsg:
		return t.key(ui.Key(msg))
	}
	return ui.Step{}
}

func (t *topic) key(key string) ui.Step {
	t.problem = ""
	switch key {
	case "esc":
		return back(t.Sitting)
	case "n", "N":
		return ui.Over(newNote(t.Sitting, t.entry))
	case "t", "T":
		return ui.Over(newTeach(t.Sitting, t.entry))
	case "o", "O":
		return ui.Over(newOutcome(t.Sitting, t.entry))
	case "a", "A":
		return t.ask()
	case "c", "C":
		return t.toPatient(func() ui.Step { return ui.Over(newConfirm(t.Sitting, t.entry)) })
	case "?":
		return ui.Over(newKeys(t.Sitting, append(t.Keys(), t.turning()...)))
	}
	return ui.Step{}
}

// ask puts the question to the patient afresh, once it is said who answers.
func (t *topic) ask() ui.Step {
	if !t.entry.Type.Question() {
		t.problem = t.Words.Text("item.not-asked")
		return ui.Used()
	}
	item := t.entry.ID
	return t.toPatient(func() ui.Step {
		if p := t.Session().Ask(item); p != nil {
			t.problem = t.Sitting.problem(p)
			return ui.Used()
		}
		return ui.To(ui.Follow)
	})
}

// toPatient goes on once it is said who answers. Why a signed record is changed is the counsellor's to say, so that it is asked
// before they give the keyboard away.
func (t *topic) toPatient(next func() ui.Step) ui.Step {
	if t.Session().Signed() {
		return ui.Over(newAmend(t.Sitting))
	}
	return ui.Over(newWho(t.Sitting, next))
}

func (t *topic) View(width int) ui.Block {
	var b ui.Block
	for _, line := range text.Wrap(badge(t.Topic)+" "+t.Words.Text(stateOf(t.Topic))+": "+t.Check, width) {
		b.Add(t.Theme.Strong.Render(line))
	}
	say := func(sentence string) { b.Add(text.Wrap(sentence, width)...) }
	b.Add(wrapAll(answered(t.Sitting, t.Topic), width)...)
	if t.Do != "" {
		say(t.Words.Text("item.do", map[string]any{"Do": t.Do}))
	}
	if t.Outcome != nil {
		say(t.Words.Text("item.outcome", map[string]any{"Outcome": summary.OutcomeWords(*t.Outcome, t.Words)}))
	}
	b.Add("")
	t.toolbar(&b, width)
	t.part(&b, t.Words.Text("item.guidance"), t.prose(t.Guidance, width))
	t.part(&b, t.Words.Text("item.remarks"), t.remarks(t.Remarks, width))
	t.part(&b, t.Words.Text("explain.sources"), t.cited(t.Cited, width))
	t.warn(&b, t.problem, width)
	return b
}

// toolbar names what can be done here, on as many lines as that takes. Each can be clicked.
func (t *topic) toolbar(b *ui.Block, width int) {
	line, used := "", 0
	for _, h := range t.Keys() {
		cells := text.Width(h.Key) + 1 + text.Width(h.Label)
		if used > 0 && used+2+cells > width {
			b.Add(line)
			line, used = "", 0
		}
		if used > 0 {
			line, used = line+"  ", used+2
		}
		span := ui.Span{From: len(b.Lines), To: len(b.Lines) + 1}
		b.Zones = append(b.Zones, ui.Zone{Span: span, Left: used, Right: used + cells, Message: click(h.Key)})
		line, used = line+t.Theme.Key.Render(ui.Caption(h.Key))+" "+h.Label, used+cells
	}
	b.Add(line)
}

func (t *topic) Head() ui.Head {
	return ui.Head{Title: t.Words.Text("agenda.head"), Progress: t.left}
}

// Keys lists what can be done about the item.
func (t *topic) Keys() []ui.Hint {
	return []ui.Hint{
		t.hint("n", "note"), t.hint("t", "teach"), t.hint("a", "ask"), t.hint("c", "confirm"), t.hint("o", "outcome"),
	}
}

// turning lists the keys that lead to the other side, and away.
func (s *Sitting) turning() []ui.Hint {
	return []ui.Hint{s.hint("f2", "turn"), s.hint("f4", "other-side"), s.hint("esc", "back"), s.hint("ctrl+q", "stop")}
}

func (t *topic) Hints() []ui.Hint { return []ui.Hint{t.hint("esc", "agenda"), t.hint("o", "outcome")} }
