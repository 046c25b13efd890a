package ui

import (
	"math"
	"strings"
	"testing"

	"informed/internal/tui/terminal"
)

// contrast is the ratio of WCAG 2 between two colours "#rrggbb".
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(hex string) float64 {
	channel := func(i int) float64 {
		n := 0
		for _, c := range hex[i : i+2] {
			n = n*16 + strings.IndexRune("0123456789abcdef", c)
		}
		v := float64(n) / 255
		if v <= .04045 {
			return v / 12.92
		}
		return math.Pow((v+.055)/1.055, 2.4)
	}
	return .2126*channel(1) + .7152*channel(3) + .0722*channel(5)
}

func TestTheAccentCanBeRead(t *testing.T) {
	if got := contrast(accentInk, accentGround); got < 4.5 {
		t.Errorf("contrast %.1f, want at least 4.5", got)
	}
	if got := contrast("#777777", "#000000"); got < 4.4 || got > 4.8 {
		t.Errorf("the measure is off: %.2f for a known pair", got)
	}
}

func TestWithoutColoursStressStays(t *testing.T) {
	theme := NewTheme(terminal.NoColor)
	if got := theme.Strong.Render("x"); !strings.Contains(got, "\x1b[1m") {
		t.Errorf("bold is lost: %q", got)
	}
	for _, s := range []string{theme.Title.Render("x"), theme.Focus.Render("x"), theme.Field.Render("x")} {
		if strings.Contains(s, "3") && strings.Contains(s, "38;") || !strings.Contains(s, "\x1b[") {
			t.Errorf("want stress and no colour: %q", s)
		}
	}
}

func TestTheAccentIsUsed(t *testing.T) {
	if got := NewTheme(terminal.TrueColor).Title.Render("x"); !strings.Contains(got, "38;2;255;255;255") || !strings.Contains(got, "48;2;0;95;135") {
		t.Errorf("the title is %q", got)
	}
}
