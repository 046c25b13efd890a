package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// The things to do about an unfinished record.
const (
	offerGoOn = "go-on"
	offerAnew = "anew"
)

// offer asks whether to go on with an unfinished record. It shows none of its answers: someone else may sit here now.
type offer struct {
	*Sitting
	menu
	busy bool
}

// began is the result of opening a new record.
type began struct {
	journal *records.Journal
	err     error
}

func newOffer(s *Sitting) *offer {
	return &offer{Sitting: s, menu: newMenu(s, []questionnaire.Option{
		{Value: offerGoOn, Text: s.Words.Text("offer.go-on")},
		{Value: offerAnew, Text: s.Words.Text("offer.anew")},
	})}
}

func (o *offer) Update(msg tea.Msg) ui.Step {
	if msg, ok := msg.(began); ok {
		return o.began(msg)
	}
	if o.busy {
		return ui.Used()
	}
	return o.take(msg, o.choose)
}

func (o *offer) choose() ui.Step {
	switch v := o.input.Value(); {
	case v.Has(offerGoOn):
		o.Journal = o.Offer
		o.Session().Resume()
		return ui.To(ui.Follow)
	case v.Has(offerAnew):
		o.busy = true
		return ui.Step{Used: true, Cmd: o.begin()}
	default:
		o.warning = o.Words.Text("save.choose")
		return ui.Used()
	}
}

// begin gives the command that opens a new record.
func (o *offer) begin() tea.Cmd {
	begin, offer := o.Begin, o.Offer
	return func() tea.Msg {
		j, err := begin()
		if err == nil {
			offer.Close() // others may want to look after it; if that fails, they can once this sitting is over
		}
		return ui.Answer{To: o, Result: began{journal: j, err: err}}
	}
}

func (o *offer) began(b began) ui.Step {
	o.busy = false
	if b.err != nil {
		o.warning = o.Words.Text("offer.failed", map[string]any{"Why": o.Words.Text("fault." + records.Cause(b.err))})
		return ui.Used()
	}
	o.Journal = b.journal
	return ui.To(ui.Follow)
}

func (o *offer) View(width int) ui.Block {
	var b ui.Block
	for _, sentence := range o.sentences() {
		b.Add(text.Wrap(sentence, width)...)
		b.Add("")
	}
	o.list(&b, width)
	o.warn(&b, o.warning, width)
	return b
}

func (o *offer) sentences() []string {
	return []string{
		app.Unfinished(o.Offer.Session(), o.Words, o.Now().Location()),
		o.Words.Text("offer.kept"), o.Words.Text("offer.other"),
	}
}

func (o *offer) Head() ui.Head { return ui.Head{Title: o.Words.Text("offer.head")} }

func (o *offer) Hints() []ui.Hint {
	return []ui.Hint{o.enterHint(o.input), o.hint("ctrl+q", "stop")}
}
