package screen

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"informed/internal/questionnaire"
	"informed/internal/revision"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// difference is the first screen of a record that takes the place of an earlier one: what differs between the two versions,
// the old beside the new. What is asked again stands first, and the rest in a few words.
type difference struct {
	*Sitting
	width int
	lines []string // drawn for width
}

func newDifference(s *Sitting) *difference { return &difference{Sitting: s} }

func (d *difference) Update(msg tea.Msg) ui.Step {
	key, ok := msg.(tea.KeyMsg)
	if !ok {
		return ui.Step{}
	}
	switch ui.Key(key) {
	case "enter":
		return onward(d.Sitting)
	case "esc":
		return back(d.Sitting)
	}
	return ui.Step{}
}

func (d *difference) View(width int) ui.Block {
	if d.width != width {
		d.width, d.lines = width, d.draw(width)
	}
	return ui.Block{Lines: d.lines, Paged: true}
}

func (d *difference) draw(width int) []string {
	earlier := d.Journal.Earlier()
	if earlier == nil {
		return text.Wrap(d.Words.Text("difference.unreadable"), width)
	}
	before, now := earlier.Questionnaire(), d.Session().Questionnaire()
	all := revision.Compare(before, now)
	again := all.Material()
	data := map[string]any{"Old": before.Version, "New": now.Version, "Date": earlier.Record().Started.In(d.Now().Location()).Format(time.DateOnly)}
	lines := text.Wrap(d.Words.Text("difference.what", data), width)
	lines = append(append(lines, ""), text.Wrap(d.Words.Text("difference.kept"), width)...)
	for _, one := range again {
		lines = append(append(lines, ""), d.one(one, width)...)
	}
	var small []string
	for _, one := range all.Differences {
		if name := titled(d.Sitting, one); !one.Asks() && seen(one) && name != "" {
			small = append(small, hang("- ", name, width)...)
		}
	}
	if len(small) > 0 {
		lines = append(append(lines, ""), text.Wrap(d.Words.Text("difference.small"), width)...)
		lines = append(lines, small...)
	}
	return lines
}

// one draws what differs about one item, and whether it is asked again.
func (d *difference) one(one revision.Difference, width int) []string {
	mark := map[revision.Kind]string{
		revision.Added: "difference.added", revision.Removed: "difference.removed", revision.Changed: "difference.changed",
	}[one.Kind]
	if one.ID == "" {
		mark = "difference.about"
	}
	var lines []string
	for _, line := range hang("* ", d.Words.Text(mark, map[string]any{"Title": titled(d.Sitting, one)}), width) {
		lines = append(lines, d.Theme.Strong.Render(line))
	}
	other := false
	for _, pair := range one.Pairs {
		switch {
		case !pair.Field.Shown() || one.Kind != revision.Changed:
		case pair.Field.Prose():
			lines = append(lines, d.pair(spell(d.Sitting, pair.Field, pair.Old), spell(d.Sitting, pair.Field, pair.New), width)...)
		default:
			other = true
		}
	}
	if other {
		lines = append(lines, hang("  ", d.Words.Text("difference.otherwise"), width)...)
	}
	return lines
}

// titled names what differs in the words of the newer version: a question, or the title of a text.
func titled(s *Sitting, one revision.Difference) string {
	e := one.New
	if e == nil {
		e = one.Old
	}
	switch {
	case e == nil:
		return s.Words.Text("difference.front")
	case e.Type == questionnaire.TypeGroup || e.Type == questionnaire.TypeDisplay:
		return e.Title
	default:
		return e.Text
	}
}

func (d *difference) Head() ui.Head { return ui.Head{Title: d.Words.Text("difference.head")} }

func (d *difference) Hints() []ui.Hint {
	return []ui.Hint{d.hint("enter", "next"), d.hint("esc", "back"), d.hint("ctrl+q", "stop")}
}
