package i18n

import (
	"maps"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
)

// Words are the program's words in one language. They do not change, so sessions may share them.
type Words struct {
	tag       string
	localizer *goi18n.Localizer
	parser    template.Parser
}

// Language is the tag of the language that was found, such as "en" where "en-GB" was asked for.
func (w *Words) Language() string { return w.tag }

// Text returns the message with the places named in data filled in. Several maps are read as one, the last first.
// Where there is no such message, or data lacks a place, it returns the id in brackets: a fault that is seen and does not
// stop anyone.
func (w *Words) Text(id string, data ...map[string]any) string {
	return w.localize(&goi18n.LocalizeConfig{MessageID: id, TemplateData: merge(data)})
}

// Count is Text in the plural form for n. The message finds n under the name Count.
func (w *Words) Count(id string, n int, data ...map[string]any) string {
	fields := merge(data)
	fields["Count"] = n
	return w.localize(&goi18n.LocalizeConfig{MessageID: id, TemplateData: fields, PluralCount: n})
}

// Or returns the author's text, or the program's message where the author gave none.
func (w *Words) Or(text, id string) string {
	if text != "" {
		return text
	}
	return w.Text(id)
}

// localize shows a text whenever there is one: the library gives an error also when it falls back to English or to the
// plural form "other", and both are better than nothing.
func (w *Words) localize(message *goi18n.LocalizeConfig) string {
	message.TemplateParser = w.parser
	if text, _ := w.localizer.Localize(message); text != "" {
		return text
	}
	return "[" + message.MessageID + "]"
}

func merge(data []map[string]any) map[string]any {
	fields := map[string]any{}
	for _, more := range data {
		maps.Copy(fields, more)
	}
	return fields
}
