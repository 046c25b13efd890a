package screen

import (
	"strconv"
	"strings"
	"time"

	"informed/internal/app"
	"informed/internal/session"
	"informed/internal/summary"
	"informed/internal/text"
	"informed/internal/tui/ui"
)

// part puts lines under a heading, if there are any.
func (s *Sitting) part(b *ui.Block, head string, lines []string) {
	if len(lines) == 0 {
		return
	}
	if len(b.Lines) > 0 {
		b.Add("")
	}
	b.Add(s.Theme.Strong.Render(head))
	b.Add(lines...)
}

// remarks tells what was said and done, in order: by whom, when, and whose hand it was typed by.
func (s *Sitting) remarks(list []summary.Remark, width int) []string {
	var lines []string
	for _, r := range list {
		words := r.Head
		if r.Words != "" {
			words += " " + r.Words
		}
		lines = append(lines, bullet(words, width)...)
		lines = append(lines, inset(s.signedBy(r.Role, r.Name, r.Typed, r.At), width)...)
	}
	return lines
}

// signedBy says whose word something is, and when it was said.
func (s *Sitting) signedBy(role, name string, typed session.Typist, at summary.Time) string {
	who := app.Role(role, s.Words)
	if name != "" {
		who = name
	}
	if when, err := time.Parse(time.RFC3339, string(at)); err == nil {
		data := zoned(s, when)
		data["Who"] = who
		who = s.Words.Text("item.said-at", data)
	}
	if typed.Name != "" {
		who += ". " + s.typed(typed)
	}
	return who
}

// typed says who typed what somebody else said, and why.
func (s *Sitting) typed(t session.Typist) string {
	return s.Words.Text("item.typed", map[string]any{"Name": t.Name, "Why": t.Why})
}

// cited lists publications in full.
func (s *Sitting) cited(sources []summary.Source, width int) []string {
	var lines []string
	for _, source := range sources {
		lines = append(lines, bullet(s.publication(source), width)...)
		if source.URL != "" {
			lines = append(lines, inset(source.URL, width)...)
		}
		if source.Checked != "" {
			lines = append(lines, inset(s.Words.Text("item.checked", map[string]any{"Day": source.Checked}), width)...)
		}
	}
	return lines
}

func (s *Sitting) publication(source summary.Source) string {
	parts := []string{source.Title}
	if source.Publisher != "" {
		parts = append(parts, source.Publisher)
	}
	if source.Year > 0 {
		parts = append(parts, strconv.Itoa(source.Year))
	}
	if source.Evidence == summary.Secondary {
		parts = append(parts, s.Words.Text("explain.secondary"))
	}
	return strings.Join(parts, ", ")
}

// bullet wraps words behind a dash.
func bullet(words string, width int) []string {
	lines := text.Wrap(words, width-2)
	for i := range lines {
		before := "  "
		if i == 0 {
			before = "- "
		}
		lines[i] = before + lines[i]
	}
	return lines
}
