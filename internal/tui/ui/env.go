package ui

import (
	"time"

	"informed/internal/i18n"
	"informed/internal/markdown"
)

// Env is what every screen of one sitting may use. It is set once and never written to, so that many can run in one
// process.
type Env struct {
	Words  *i18n.Words
	Theme  Theme
	Glyphs Glyphs
	Prose  *markdown.Renderer
	Now    func() time.Time
}
