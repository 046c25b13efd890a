package screen

import (
	"informed/internal/app"
	"informed/internal/questionnaire"
	"informed/internal/records"
	"informed/internal/session"
	"informed/internal/summary"
	"informed/internal/text"
	"informed/internal/tui/ui"
	"informed/internal/tui/widget"
)

// Sitting is one person at one terminal: what every screen may use, and what came of it. It is used by one goroutine.
type Sitting struct {
	ui.Env
	Begin    func() (*records.Journal, error) // opens a new record; it takes time
	Offer    *records.Journal                 // an unfinished record to be asked about first, or nil
	Desk     *Desk                            // where a counsellor says what to open, or nil
	Journal  *records.Journal                 // what is walked; nil until the person has chosen
	Copies   app.Copies
	Place    *Place   // where the terminal stands, if it is not the person's own; nil where it is
	Language Language // that was chosen there; zero where none can be
	Stop     func(*Sitting) ui.Screen

	counsel  counsel // how a consultation stands at this screen
	came     bool    // somebody stands in front of a terminal that waits
	Finished bool    // the person left at the end, not before
	Staff    bool    // staff left, with their PIN
	Idle     bool    // nobody did anything for too long
	Discard  bool    // what was answered is to be deleted
	Written  []app.Target
	Fault    error // why the last step could not be saved; nothing is saved until the person wants to try again
	Tries    int   // how often that failed, one time after the other
}

// Session gives the session that is walked.
func (s *Sitting) Session() *session.Session { return s.Journal.Session() }

// Unsaved reports whether there is something to be saved now.
func (s *Sitting) Unsaved() bool { return s.Journal != nil && s.Fault == nil && s.Journal.Pending() }

// kept reports whether the record is kept, and not only the copies that the person wants.
func (s *Sitting) kept() bool { return s.Journal != nil && s.Journal.Kept() }

// id gives the id of the record.
func (s *Sitting) id() string { return s.Session().Record().Record }

func (s *Sitting) summary() summary.Summary {
	return summary.Build(s.Session().Questionnaire(), s.Session().Record(), s.Words)
}

// problem gives the sentence for a problem.
func (s *Sitting) problem(p *questionnaire.Problem) string {
	return s.Words.Text("problem."+p.Code, p.Data)
}

// warn puts under a block what keeps the person here, if anything does, and brings it into view.
func (s *Sitting) warn(b *ui.Block, problem string, width int) {
	if problem == "" {
		return
	}
	b.Add("")
	from := len(b.Lines)
	for _, line := range text.Wrap("! "+problem, width) {
		b.Add(s.Theme.Strong.Render(line))
	}
	b.Focus = ui.Span{From: from, To: len(b.Lines)}
}

// hint makes the footer's hint of a key; what names the words.
func (s *Sitting) hint(key, what string) ui.Hint {
	return ui.Hint{Key: key, Label: s.Words.Text("footer." + what)}
}

// enterHint makes the hint of Enter where something is to be answered or chosen.
func (s *Sitting) enterHint(in widget.Input) ui.Hint {
	if in.Chooses() {
		return s.hint("enter", "pick")
	}
	return s.hint("enter", "next")
}

// prose renders an author's Markdown for a width, one line a row.
func (s *Sitting) prose(md string, width int) []string {
	if md == "" {
		return nil
	}
	return s.Prose.Render(md, width)
}
