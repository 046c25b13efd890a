package screen

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/session"
	"informed/internal/tui/ui"
)

// review lists every answer by section, says what is missing, and lets each be changed.
type review struct {
	*Sitting
	lines   []session.Line
	focus   int // -1 for none, len(lines) for going on
	start   int // where the arrows begin, -1 for above the first
	problem string
	zones   []ui.Zone // of the lines, as last drawn
	hidden  bool      // the focus was scrolled out of view
}

// line is the message of a click on a line.
type line int

// newReview begins at the line that the person has just come back from. Enter leads on from there, and not into it again.
func newReview(s *Sitting) *review {
	r := &review{Sitting: s, lines: s.Session().Review(), focus: -1}
	r.start = r.find(changed(s.Session().Entries()))
	return r
}

// changed gives the item that the person went to from the review and has just come back from, "" where they come from
// elsewhere.
func changed(entries []session.Entry) string {
	item := ""
	for i, reviews := len(entries)-1, 0; i >= 0 && reviews < 2; i-- {
		shown, ok := entries[i].Event.(session.Shown)
		switch {
		case !ok:
		case shown.Screen == session.Review:
			reviews++
		case shown.Editing:
			item = shown.Item
		default:
			return ""
		}
	}
	return item
}

// find gives the place of an item's line, -1 where there is none.
func (r *review) find(id string) int {
	return slices.IndexFunc(r.lines, func(l session.Line) bool { return l.Entry.ID == id })
}

func (r *review) Update(msg tea.Msg) ui.Step {
	switch msg := msg.(type) {
	case line:
		r.focus = int(msg)
		return r.enter()
	case ui.Seen:
		r.seen(msg)
	case tea.KeyMsg:
		return r.key(ui.Key(msg))
	}
	return ui.Step{}
}

// seen lets the arrows begin at the first line in view, where the person has read on from where they began.
func (r *review) seen(view ui.Seen) {
	r.hidden = r.focus >= 0 && (r.zones[r.focus].To <= view.From || r.zones[r.focus].From >= view.To)
	in := func(z ui.Zone) bool { return z.From >= view.From && z.To <= view.To }
	if first := slices.IndexFunc(r.zones, in); first >= 0 && (r.start < 0 || !in(r.zones[r.start])) {
		r.start = first - 1
	}
}

func (r *review) key(key string) ui.Step {
	switch key {
	case "enter":
		if r.hidden { // what Enter would change is shown first
			return ui.Used()
		}
		return r.enter()
	case "esc":
		return back(r.Sitting)
	case "up", "shift+tab":
		return r.move(-1)
	case "down", "tab":
		return r.move(1)
	}
	return ui.Step{}
}

func (r *review) move(by int) ui.Step {
	to := r.focus + by
	if r.focus < 0 {
		to = r.start + by
	}
	if to < 0 || to > len(r.lines) {
		return ui.Step{}
	}
	r.focus, r.problem = to, ""
	return ui.Used()
}

// enter changes the focused answer, or goes on.
func (r *review) enter() ui.Step {
	if r.focus >= 0 && r.focus < len(r.lines) {
		r.Session().Jump(r.lines[r.focus].Entry.ID)
		return ui.To(ui.Follow)
	}
	p := r.Session().Next()
	if p == nil {
		return ui.To(ui.Follow)
	}
	if step, asks := handOver(r.Sitting, p, r.enter); asks {
		return step
	}
	if p.Code != "missing" {
		r.problem = r.Sitting.problem(p)
		return ui.Used()
	}
	r.problem = r.Words.Count("problem.missing", len(r.Session().Missing()))
	r.focus = r.find(p.Item)
	return ui.Used()
}

func (r *review) Head() ui.Head { return ui.Head{Title: r.Words.Text("review.head")} }

func (r *review) Hints() []ui.Hint {
	enter := "next"
	if r.focus >= 0 && r.focus < len(r.lines) {
		enter = "change"
		if l := r.lines[r.focus]; l.Entry.Type == questionnaire.TypeQuiz && l.Answered { // it takes no more tries
			enter = "look"
		}
	}
	return []ui.Hint{r.hint("enter", enter), r.hint("esc", "back"), r.hint("down", "choose"), r.hint("ctrl+q", "stop")}
}
