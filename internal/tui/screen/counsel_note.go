package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/tui/ui"
	"informed/internal/tui/widget"
)

// drafted is a form that a counsellor fills. What they began to write stays until it is in the record, wherever they go.
type drafted struct {
	form
	name    string // of the drafts
	settled bool   // they are in the record
}

func (d *drafted) Update(msg tea.Msg) ui.Step {
	step := d.form.Update(msg)
	d.Keep()
	return step
}

// Keep keeps what was written, unless it is in the record.
func (d *drafted) Keep() {
	if d.settled {
		return
	}
	if d.counsel.drafts == nil {
		d.counsel.drafts = map[string]string{}
	}
	for i := range d.fields {
		d.counsel.drafts[d.name+d.fields[i].key] = d.fields[i].value()
	}
}

// came goes on from what became of the form: the drafts are forgotten once they are in the record.
func (d *drafted) came(p *questionnaire.Problem) (ui.Step, *questionnaire.Problem) {
	switch {
	case p == nil:
		d.settle()
		return ui.To(ui.Follow), nil
	case p.Code == "signed":
		return ui.Over(newAmend(d.Sitting)), nil
	}
	return ui.Step{}, p
}

func (d *drafted) settle() {
	for i := range d.fields {
		delete(d.counsel.drafts, d.name+d.fields[i].key)
	}
	d.settled = true
}

// long makes a field for many words, with those that were begun.
func (d *drafted) long(key, asks string) field {
	return field{key: key, asks: asks, input: widget.Line(d.Env, questionnaire.MaxAnswer, d.counsel.drafts[d.name+key])}
}

// draft makes the form about an item, or about all where e is nil.
func draft(s *Sitting, kind, title string, e *questionnaire.Entry) (d *drafted, item string) {
	if e != nil {
		item = e.ID
	}
	d = &drafted{name: kind + "\n" + item + "\n"}
	d.form = form{Sitting: s, title: title, leave: func() ui.Step { return ui.To(ui.Pop) }}
	return d, item
}

// newNote takes a note about an item, or about all where e is nil.
func newNote(s *Sitting, e *questionnaire.Entry) *pair {
	d, item := draft(s, "note", s.Words.Text("note.head"), e)
	asks := s.Words.Text("note.all")
	if e != nil {
		asks = s.Words.Text("note.item")
	}
	d.fields = []field{d.long("words", asks)}
	d.done = func(values map[string]string) (ui.Step, *questionnaire.Problem) {
		return d.came(s.inOwnVoice(func() *questionnaire.Problem { return s.Session().Note(item, values["words"]) }))
	}
	return besideItem(s, patientsView(s, e), d)
}

// patientsView gives what a patient may see while a counsellor is at an item.
func patientsView(s *Sitting, e *questionnaire.Entry) ui.Screen {
	if e == nil {
		return &handback{s}
	}
	return &shown{s, e}
}
