package export

import (
	"informed/internal/i18n"
	"informed/internal/summary"
)

// Options says what a copy holds.
type Options struct {
	Private bool // what is private too; JSON always has it, and says so
}

// Format is one way of writing a copy.
type Format struct {
	Name      string // as in --format
	Extension string // of a file, without the dot
	Write     func(summary.Summary, *i18n.Words, Options) ([]byte, error)
}

// Formats lists the formats in the order of the documentation.
func Formats() []Format {
	return []Format{
		{Name: "md", Extension: "md", Write: sure(Markdown)},
		{Name: "json", Extension: "json", Write: JSON},
		{Name: "text", Extension: "txt", Write: sure(Text)},
	}
}

// sure fits a writer that cannot fail into the table.
func sure(write func(summary.Summary, *i18n.Words, Options) []byte) func(summary.Summary, *i18n.Words, Options) ([]byte, error) {
	return func(s summary.Summary, w *i18n.Words, o Options) ([]byte, error) { return write(s, w, o), nil }
}
