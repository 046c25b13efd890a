package markdown

import (
	"strings"

	"github.com/charmbracelet/glamour/ansi"
)

// Style says how Markdown looks. The text itself always has the terminal's own colour.
type Style struct {
	Plain  bool   // no escape sequences at all; wins over Accent
	Accent string // the headings' colour as termenv reads it: "6", "33" or "#005fd7"; empty for none
}

// The document's own characters never include these two: they are private use, and cleaning takes those out. Glamour
// carries them from the style into its output, where they tell what a line begins with.
const (
	hang  = '\ue000' // ends a list marker: further lines of the item begin in this column
	quote = '\ue001' // ends a bar at the left of a quotation, which further lines repeat
)

// The markers of list items. Glamour puts the number of an ordered item before its marker.
const (
	bullet   = "- "
	ordered  = ". "
	unticked = "[ ] "
	ticked   = "[x] "
)

// config is the style in glamour's terms.
func (s Style) config() ansi.StyleConfig {
	config := ansi.StyleConfig{
		BlockQuote:     ansi.StyleBlock{Indent: pointer(uint(1)), IndentToken: pointer("| " + string(quote))},
		List:           ansi.StyleList{LevelIndent: 2},
		Heading:        block(ansi.StylePrimitive{BlockSuffix: "\n"}),
		HorizontalRule: ansi.StylePrimitive{Format: "\n--------\n"},
		Item:           ansi.StylePrimitive{BlockPrefix: bullet + string(hang)},
		Enumeration:    ansi.StylePrimitive{BlockPrefix: ordered + string(hang)},
		Task:           ansi.StyleTask{Ticked: ticked + string(hang), Unticked: unticked + string(hang)},
		CodeBlock:      ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{Margin: pointer(uint(4))}},
		HTMLBlock:      block(ansi.StylePrimitive{BlockPrefix: "\n", BlockSuffix: "\n"}),
		Table: ansi.StyleTable{
			CenterSeparator: pointer("+"), ColumnSeparator: pointer("|"), RowSeparator: pointer("-"),
		},
	}
	if s.Plain {
		return config
	}
	config.Heading.Bold = pointer(true)
	if s.Accent != "" {
		config.Heading.Color = &s.Accent
	}
	config.H1 = block(ansi.StylePrimitive{Underline: pointer(true)})
	config.Emph = ansi.StylePrimitive{Underline: pointer(true)}
	config.Strong = ansi.StylePrimitive{Bold: pointer(true)}
	return config
}

// sequences are all SGR sequences that the style can lead to, reset not among them.
func (s Style) sequences() []string {
	if s.Plain {
		return nil
	}
	sequences := []string{"\x1b[1m", "\x1b[4m", "\x1b[4;1m"}
	if s.Accent == "" {
		return sequences
	}
	colour := profile.Color(s.Accent)
	if colour == nil {
		return sequences
	}
	for _, sequence := range sequences {
		sequences = append(sequences, "\x1b["+colour.Sequence(false)+";"+strings.TrimPrefix(sequence, "\x1b["))
	}
	return sequences
}

func block(style ansi.StylePrimitive) ansi.StyleBlock { return ansi.StyleBlock{StylePrimitive: style} }

func pointer[T any](value T) *T { return &value }
