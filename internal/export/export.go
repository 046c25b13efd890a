package export

import (
	"informed/internal/i18n"
	"informed/internal/summary"
)

// Options says what a copy holds.
type Options struct {
	Private bool // what is private too; JSON always has it, and says so
	Check   bool // how to check the copy, which is then to be stamped; JSON has no place for it
}

// Format is one way of writing a copy.
type Format struct {
	Name      string // as in --format
	Extension string // of a file, without the dot
	Whole     bool   // holds what is private, whatever is asked for
	Write     func(summary.Summary, *i18n.Words, Options) ([]byte, error)
	seal      seam
}

// Formats lists the formats in the order of the documentation.
func Formats() []Format {
	return []Format{
		{Name: "md", Extension: "md", Write: sure(Markdown), seal: between("\n"+fence+"\n", fence+"\n")},
		{Name: "json", Extension: "json", Whole: true, Write: JSON, seal: member()},
		{Name: "text", Extension: "txt", Write: sure(Text), seal: between("\n", "")},
	}
}

// sure fits a writer that cannot fail into the table.
func sure(write func(summary.Summary, *i18n.Words, Options) []byte) func(summary.Summary, *i18n.Words, Options) ([]byte, error) {
	return func(s summary.Summary, w *i18n.Words, o Options) ([]byte, error) { return write(s, w, o), nil }
}
