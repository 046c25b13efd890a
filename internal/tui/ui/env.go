package ui

import (
	"time"

	"informed/internal/i18n"
	"informed/internal/markdown"
)

// Env is what every screen of one sitting may use. Each sitting has its own, so that many can run in one process. Nothing
// of it changes but the words, once, where a person chooses a language before they begin.
type Env struct {
	Words  *i18n.Words
	Theme  Theme
	Glyphs Glyphs
	Prose  *markdown.Renderer
	Now    func() time.Time
}
