package ui

import (
	"io"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"informed/internal/tui/terminal"
)

// Theme is the look. Body text has the terminal's own colours; what matters is told by words and signs, and stressed by
// bold, underline and reverse. There is one accent, which sets ink and ground together, so that its contrast does
// not hang on the terminal's palette.
type Theme struct {
	Title  lipgloss.Style // the section in the header
	Strong lipgloss.Style
	Focus  lipgloss.Style // the focused element
	Key    lipgloss.Style // a key's name in the footer
	Field  lipgloss.Style // what is being written
}

// The accent: white on a dark blue, 6.9:1.
const (
	accentInk    = "#ffffff"
	accentGround = "#005f87"
)

// NewTheme makes the look for a colour profile. Without colours bold, underline and reverse stay.
func NewTheme(profile terminal.Profile) Theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termProfile(profile))
	r.SetHasDarkBackground(true)
	style := func() lipgloss.Style { return r.NewStyle().Inline(true) }
	t := Theme{
		Title: style().Bold(true).Reverse(true), Strong: style().Bold(true),
		Focus: style().Reverse(true), Key: style().Bold(true),
		Field: style().Underline(true),
	}
	if profile == terminal.TrueColor || profile == terminal.ANSI256 {
		t.Title = style().Bold(true).Foreground(lipgloss.Color(accentInk)).Background(lipgloss.Color(accentGround))
	}
	return t
}

// termProfile gives the profile by the name that lipgloss knows. It drops bold and underline where there are no colours,
// which NO_COLOR does not ask for; so the least is 16 colours, of which the theme then uses none.
func termProfile(p terminal.Profile) termenv.Profile {
	switch p {
	case terminal.TrueColor:
		return termenv.TrueColor
	case terminal.ANSI256:
		return termenv.ANSI256
	default:
		return termenv.ANSI
	}
}
