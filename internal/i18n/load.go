package i18n

import (
	"embed"
	"fmt"
	"strings"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"golang.org/x/text/language"
)

//go:embed *.json
var files embed.FS

// fallback is the language that is always complete.
const fallback = "en"

// Languages lists the tags of the languages that the program speaks, in alphabetical order.
func Languages() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil
	}
	var tags []string
	for _, entry := range entries {
		tags = append(tags, strings.TrimSuffix(entry.Name(), ".json"))
	}
	return tags
}

// New loads the words for a BCP 47 tag. A tag that is narrower than a language we have finds that language: "en-GB" finds
// "en". The error for any other tag lists what there is.
func New(tag string) (*Words, error) {
	found := find(tag)
	if found == "" {
		return nil, fmt.Errorf("no words in the language %q; there are: %s", tag, strings.Join(Languages(), ", "))
	}
	bundle := goi18n.NewBundle(language.English)
	if err := load(bundle, fallback); err != nil {
		return nil, err
	}
	if found != fallback {
		if err := load(bundle, found); err != nil {
			return nil, err
		}
	}
	return &Words{
		tag:       found,
		localizer: goi18n.NewLocalizer(bundle, found),
		parser:    &template.TextParser{Option: "missingkey=error"},
	}, nil
}

// find walks from the tag to wider ones, en-GB to en, until there is a file for it.
func find(tag string) string {
	parsed, err := language.Parse(tag)
	for err == nil && !parsed.IsRoot() {
		if _, missing := files.Open(parsed.String() + ".json"); missing == nil {
			return parsed.String()
		}
		parsed = parsed.Parent()
	}
	return ""
}

func load(bundle *goi18n.Bundle, tag string) error {
	name := tag + ".json"
	content, err := files.ReadFile(name)
	if err != nil {
		return fmt.Errorf("read the words %s: %w", name, err)
	}
	if _, err := bundle.ParseMessageFileBytes(content, name); err != nil {
		return fmt.Errorf("read the words %s: %w", name, err)
	}
	return nil
}
