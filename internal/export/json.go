package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"informed/internal/i18n"
	"informed/internal/summary"
	"informed/internal/text"
)

// JSON writes the summary in its published form ([summary.Schema]), whole, whatever o says. Characters that may not
// stand in text are written as \u escapes: nothing is lost, and nothing acts on a terminal. It fails only on a Value that
// no Build makes.
func JSON(s summary.Summary, _ *i18n.Words, _ Options) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(s); err != nil {
		return nil, fmt.Errorf("write the summary as JSON: %w", err)
	}
	return escapeForbidden(out.String()), nil
}

// escapeForbidden writes what may not stand in text as \u escapes. In JSON, such characters stand in strings only.
func escapeForbidden(s string) []byte {
	var out []byte
	for {
		var found *text.Forbidden
		if !errors.As(text.Check(s), &found) {
			return append(out, s...)
		}
		r, size := utf8.DecodeRuneInString(s[found.Offset:])
		out = append(out, s[:found.Offset]...)
		for _, unit := range utf16.Encode([]rune{r}) {
			out = fmt.Appendf(out, `\u%04x`, unit)
		}
		s = s[found.Offset+size:]
	}
}
