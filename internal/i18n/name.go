package i18n

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Name is what the speakers of a language call it, in their own script: "Español" for "es". It is the tag where that is not
// known.
func Name(tag string) string {
	name := ""
	if parsed, err := language.Parse(tag); err == nil {
		name = display.Self.Name(parsed)
	}
	first, size := utf8.DecodeRuneInString(name)
	if size == 0 {
		return tag
	}
	return string(unicode.ToTitle(first)) + name[size:]
}
