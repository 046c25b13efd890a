package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/text"
	"informed/internal/tui/ui"
	"informed/internal/tui/widget"
)

// question asks one thing: a question of any type, the decision, or the name at the end.
type question struct {
	*Sitting
	prompt   session.Prompt
	input    widget.Input
	explains bool   // there is something to explain
	problem  string // why the answer was not taken
}

func newQuestion(s *Sitting, p session.Prompt) *question {
	return &question{
		Sitting: s, prompt: p, explains: explains(s, p),
		input: widget.New(s.Env, p.Entry.Item, p.Probe, begins(s, p)),
	}
}

func (q *question) Update(msg tea.Msg) ui.Step {
	switch q.input.Update(msg) {
	case widget.Confirmed:
		return q.submit()
	case widget.Used:
		q.problem = ""
		return ui.Used()
	}
	if key, ok := msg.(tea.KeyMsg); ok {
		return q.key(ui.Key(key))
	}
	return ui.Step{}
}

func (q *question) key(key string) ui.Step {
	switch key {
	case "esc":
		return q.leave()
	case "?", "f1":
		return explain(q.Sitting, q.prompt)
	case "t", "T", "ctrl+t":
		return q.flag()
	}
	return ui.Step{}
}

// submit gives the draft to the session and goes on, or says what keeps it.
func (q *question) submit() ui.Step {
	v, try := q.input.Value(), q.prompt.Entry.Type == questionnaire.TypeQuiz
	if v.IsZero() && afresh(q.Sitting, q.prompt) && (q.prompt.Entry.Required || !q.prompt.Answer.IsZero()) { // what was decided before is not taken back by that
		return q.refuse(&questionnaire.Problem{Code: "required", Item: q.prompt.Entry.ID}, q.submit)
	}
	if !try || !v.IsZero() {
		if p := q.Session().Answer(q.prompt.Entry.ID, v); p != nil {
			return q.refuse(p, q.submit)
		}
	}
	if try && !v.IsZero() {
		return ui.To(ui.Follow)
	}
	if p := q.Session().Next(); p != nil {
		return q.refuse(p, q.submit)
	}
	return ui.To(ui.Follow)
}

// refuse says why an act was not taken, or asks who uses the keyboard and does it again.
func (q *question) refuse(p *questionnaire.Problem, again func() ui.Step) ui.Step {
	if step, asks := handOver(q.Sitting, p, again); asks {
		return step
	}
	if p.Code == "required" && q.prompt.Kind == session.Attest {
		p.Code = "name-required"
	}
	q.problem = q.Sitting.problem(p)
	return ui.Used()
}

// leave goes back, and takes the draft with it.
func (q *question) leave() ui.Step {
	if step, asks := handOver(q.Sitting, q.keep(), q.leave); asks {
		return step
	}
	return back(q.Sitting)
}

// Keep records a draft that is a sound answer before the person leaves the screen by another way than on. A try of a
// quiz, a decision and a name count only when they are confirmed.
func (q *question) Keep() { q.keep() }

func (q *question) keep() *questionnaire.Problem {
	v := q.input.Value()
	if q.prompt.Kind == session.Question && q.prompt.Entry.Type != questionnaire.TypeQuiz && !v.IsZero() {
		return q.Session().Answer(q.prompt.Entry.ID, v)
	}
	return nil
}

func (q *question) flag() ui.Step {
	if q.prompt.Kind != session.Question {
		return ui.Step{}
	}
	if p := q.Session().Flag(q.prompt.Entry.ID, !q.prompt.Talk); p != nil {
		return q.refuse(p, q.flag)
	}
	q.prompt.Talk = !q.prompt.Talk
	return ui.Used()
}

func (q *question) View(width int) ui.Block {
	it := q.prompt.Entry.Item
	var b ui.Block
	if q.again() {
		b.Add(text.Wrap(q.Words.Text("question.again"), width)...)
	}
	for _, line := range text.Wrap(q.asked(), width) {
		b.Add(q.Theme.Strong.Render(line))
	}
	if it.Help != "" {
		b.Add(text.Wrap(it.Help, width)...)
	}
	if it.Type == questionnaire.TypeChoices {
		b.Add(text.Wrap(q.Words.Text("question.several"), width)...)
	}
	if it.Statement != "" {
		b.Add("")
		b.Add(q.prose(it.Statement, width)...)
	}
	b.Add(before(q.Sitting, q.prompt, width)...)
	if q.prompt.Talk {
		b.Add(text.Wrap(q.Words.Text("question.talk"), width)...)
	}
	b.Add("")
	b.Append(q.input.View(width))
	b.Paged = b.Focus == (ui.Span{}) // all there is to choose from is seen before nothing is chosen
	q.warn(&b, q.problem, width)
	return b
}

// asked gives the words of the question; a decision and a name may go without any of the author's.
func (q *question) asked() string {
	switch q.prompt.Kind {
	case session.Decide:
		return q.Words.Or(q.prompt.Probe.Text, "question.decision")
	case session.Attest:
		return q.Words.Or(q.prompt.Probe.Text, "question.name")
	default:
		return q.prompt.Probe.Text
	}
}

// again reports whether this is the second probe of a quiz.
func (q *question) again() bool {
	return q.prompt.Entry.Type == questionnaire.TypeQuiz && len(q.prompt.Answer.Codes) > 0
}

func (q *question) Head() ui.Head {
	h := head(q.Sitting, q.prompt)
	if q.prompt.Editing {
		h.Progress = q.Words.Text("screen.editing")
	}
	return h
}

// Hints names the keys that work now: while letters are being written, they stand for themselves.
func (q *question) Hints() []ui.Hint {
	hints := []ui.Hint{q.enterHint(q.input), q.hint("esc", "back")}
	explain, talk := "?", "t"
	if q.input.Typing() {
		explain, talk = "f1", "ctrl+t"
	}
	if q.explains {
		hints = append(hints, q.hint(explain, "explain"))
	}
	if q.prompt.Kind == session.Question {
		label := "talk"
		if q.prompt.Talk {
			label = "untalk"
		}
		hints = append(hints, q.hint(talk, label))
	}
	return append(hints, q.hint("ctrl+q", "stop"))
}
