package ui

import "strings"

// Glyphs are the signs that the screens draw with. Each differs from the others by shape, not by colour alone.
type Glyphs struct {
	ASCII            bool
	Focus            string // before the focused element
	Chosen, Free     string // one of several
	Ticked, Unticked string // several of several
	Full, Empty      string // of a bar
	Up, Down         string // there is more that way
	Rule             string // between two sides
}

func unicodeGlyphs() Glyphs {
	return Glyphs{
		Focus: ">", Chosen: "(•)", Free: "( )", Ticked: "[x]", Unticked: "[ ]",
		Full: "━", Empty: "─", Up: "▲", Down: "▼", Rule: "│",
	}
}

func asciiGlyphs() Glyphs {
	return Glyphs{
		ASCII: true, Focus: ">", Chosen: "(*)", Free: "( )", Ticked: "[x]", Unticked: "[ ]",
		Full: "#", Empty: "-", Up: "^", Down: "v", Rule: "|",
	}
}

// GlyphsFor chooses the signs for an environment: plain ASCII where the locale names another character set than UTF-8.
func GlyphsFor(env func(string) string) Glyphs {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		locale := strings.ToLower(env(name))
		if locale == "" {
			continue
		}
		if strings.Contains(locale, "utf-8") || strings.Contains(locale, "utf8") {
			return unicodeGlyphs()
		}
		return asciiGlyphs()
	}
	return unicodeGlyphs()
}
