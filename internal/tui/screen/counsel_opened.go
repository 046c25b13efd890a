package screen

import (
	"errors"
	"io/fs"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// open gives the command that opens a record.
func (p *picking) open(wish records.Wish) ui.Step {
	p.busy, p.warning, p.Desk.Wish = true, "", wish
	desk := *p.Desk
	return ui.Step{Used: true, Cmd: func() tea.Msg {
		return ui.Answer{To: p, Result: desk.opens()}
	}}
}

// opens opens what is wished for, and looks for a newer version of its questionnaire. It takes time.
func (d *Desk) opens() opened {
	j, err := d.Open(d.Counsellor, d.Wish)
	r := opened{journal: j, err: err}
	if err == nil {
		r.newer, r.outgrown = d.Newer(j.Session())
	}
	return r
}

// again reads the list anew with the key that was named, and opens what was wished for.
func (p *picking) again() ui.Step {
	p.busy = true
	desk, s := *p.Desk, p.Sitting
	return ui.Step{Used: true, Cmd: func() tea.Msg {
		var r opened
		if desk.Wish != (records.Wish{}) {
			r = desk.opens()
		}
		r.keyed = true
		if w, err := desk.List(); err == nil { // else the old list stands
			r.rows = rows(s, w)
		}
		return ui.Answer{To: p, Result: r}
	}}
}

func (p *picking) opened(r opened) ui.Step {
	p.busy = false
	if r.rows != nil {
		p.rows = r.rows
		p.find()
	}
	switch {
	case r.err != nil && p.Desk.Wish.Visit != "":
		p.warning = p.Words.Text("open.nothing", map[string]any{"Search": p.Desk.Wish.Visit})
	case errors.Is(r.err, records.ErrSealed):
		ask := newIdentity(p.Sitting, p.again)
		if r.keyed {
			ask.problem = p.Words.Text("identity.other")
		}
		return ui.Over(ask)
	case r.err != nil:
		p.warning = p.Words.Text("open.failed", map[string]any{"Why": app.Detail(r.err)})
	case r.outgrown:
		return ui.Over(newRenewal(p.Sitting, r.journal, r.newer, p))
	case r.journal != nil:
		p.Journal = r.journal
		return ui.To(ui.Follow)
	}
	return ui.Used()
}

// identity asks for the file with the key to what is sealed. Its name is used and never kept.
type identity struct {
	form
	busy  bool
	again func() ui.Step
}

// identified is the result of reading a key.
type identified struct{ err error }

func newIdentity(s *Sitting, again func() ui.Step) *identity {
	i := &identity{again: again, form: form{
		Sitting: s, title: s.Words.Text("identity.head"),
		fields: []field{s.write("file", s.Words.Text("identity.asks"), "")},
		leave:  func() ui.Step { return ui.To(ui.Pop) },
	}}
	i.done = i.identify
	return i
}

func (i *identity) Update(msg tea.Msg) ui.Step {
	switch msg := msg.(type) {
	case identified:
		return i.identified(msg.err)
	default:
		if i.busy {
			return ui.Used()
		}
		return i.form.Update(msg)
	}
}

func (i *identity) identify(values map[string]string) (ui.Step, *questionnaire.Problem) {
	i.busy = true
	identify, file := i.Desk.Identify, values["file"]
	return ui.Step{Used: true, Cmd: func() tea.Msg {
		return ui.Answer{To: i, Result: identified{identify(file)}}
	}}, nil
}

func (i *identity) identified(err error) ui.Step {
	i.busy = false
	if err != nil {
		i.problem = i.Words.Text("identity.failed", map[string]any{"Why": text.CleanLine(err.Error())})
		if errors.Is(err, fs.ErrNotExist) {
			i.problem = i.Words.Text("identity.none")
		}
		return ui.Used()
	}
	return instead(i.again())
}

// newSeat asks who counsels, where the settings do not say so.
func newSeat(s *Sitting) *form {
	c := s.Desk.Counsellor
	title, id := s.write("title", s.Words.Text("seat.title"), c.Title), s.write("id", s.Words.Text("seat.id"), c.ID)
	title.optional, id.optional = true, true
	return &form{
		Sitting: s, title: s.Words.Text("seat.head"), fields: []field{s.write("name", s.Words.Text("seat.name"), ""), title, id},
		leave: ui.Used,
		done: func(values map[string]string) (ui.Step, *questionnaire.Problem) {
			c.Name, c.Title, c.ID = text.CleanLine(values["name"]), values["title"], values["id"]
			s.Desk.Counsellor = c
			return seated(s), nil
		},
	}
}

// seated gives the list, and opens at once what is wished for already.
func seated(s *Sitting) ui.Step {
	p, wish := newPicking(s), s.Desk.Wish
	step := ui.Step{Used: true}
	switch {
	case wish.New:
		step = p.choose()
	case wish != (records.Wish{}):
		step = p.open(wish)
	}
	step.Move, step.Open = ui.Swap, p
	return step
}
