package questionnaire

import (
	"fmt"
	"slices"
	"strconv"
)

// Compile checks d as a whole and indexes it. Diagnostics carry a JSON pointer and no line: the reader of the file
// knows the lines. The Questionnaire is nil if one of them is an error. d must not be changed afterwards.
func Compile(d Definition) (*Questionnaire, []Diagnostic) {
	c := &compiler{q: &Questionnaire{Definition: d, byID: map[string]int{}, sources: map[string]*Source{}}}
	c.head()
	c.q.Items = c.items(d.Items, "/items", -1, "", 1)
	c.references()
	c.closing()
	if slices.ContainsFunc(c.found, func(f Diagnostic) bool { return f.Severity == Error }) {
		return nil, c.found
	}
	return c.q, c.found
}

type compiler struct {
	q        *Questionnaire
	pointers []string // of each entry
	found    []Diagnostic
	guessed  int
}

// maxGuesses bounds the search for what a name was meant to be, which takes time in step with the size of the file.
const maxGuesses = 20

func (c *compiler) didYouMean(s string, candidates func() []string) string {
	if c.guessed++; c.guessed > maxGuesses {
		return ""
	}
	if near := Suggest(s, candidates()); near != "" {
		return ` (did you mean "` + near + `"?)`
	}
	return ""
}

// maxFindings is where looking on stops being of use to an author.
const maxFindings = 1000

func (c *compiler) report(pointer, code, hint, format string, args ...any) {
	if len(c.found) == maxFindings {
		return
	}
	c.found = append(c.found, Diagnostic{
		Severity: Error, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint, Pointer: pointer,
	})
}

func (c *compiler) head() {
	for i := range c.q.Sources {
		s := &c.q.Sources[i]
		if _, ok := c.q.sources[s.Key]; ok {
			c.report("/sources/"+s.Key, "duplicate-source", "give each source a key of its own", "source %q stands here twice", s.Key)
		}
		c.q.sources[s.Key] = s
	}
	seen := map[string]bool{}
	for _, t := range c.q.Glossary {
		if seen[t.Term] {
			c.report("/glossary", "duplicate-term", "keep one of them", "the glossary has %q twice", t.Term)
		}
		seen[t.Term] = true
	}
	if len(c.q.Items) == 0 {
		c.report("/items", "no-items", "add at least one item", "a questionnaire needs items")
	}
}

// items indexes a list of items and gives it back with the program's own options filled in. The originals are left
// as they were, so that a Definition may be compiled twice.
func (c *compiler) items(items []Item, pointer string, parent int, topic string, depth int) []Item {
	if depth > MaxDepth {
		c.report(pointer, "too-deep", "put items beside each other", "items are nested more than %d levels deep", MaxDepth)
		return nil
	}
	items = slices.Clone(items)
	for i := range items {
		c.item(&items[i], pointer+"/"+strconv.Itoa(i), parent, topic, depth)
	}
	return items
}

func (c *compiler) item(it *Item, at string, parent int, topic string, depth int) {
	index := len(c.q.entries)
	if it.Topic != "" {
		topic = it.Topic
	}
	if index == MaxItems {
		c.report(at, "too-many-items", "split it into several questionnaires", "more than %d items", MaxItems)
	}
	if _, ok := c.q.byID[it.ID]; ok {
		c.report(at+"/id", "duplicate-id", "give each item an id of its own", "an item before this one has the id %q", it.ID)
	} else {
		c.q.byID[it.ID] = index
	}
	c.q.entries = append(c.q.entries, Entry{Item: it, Index: index, Parent: parent, Topic: topic})
	c.pointers = append(c.pointers, at)
	c.shape(it, at)
	it.Options = completeOptions(it.Type, it.Options)
	if it.Again != nil {
		it.Again = &Probe{Text: it.Again.Text, Options: completeOptions(it.Type, it.Again.Options)}
	}
	it.Items = c.items(it.Items, at+"/items", index, topic, depth+1)
}

// completeOptions adds the options that the program offers by itself.
func completeOptions(t Type, options []Option) []Option {
	offered := offeredOptions(t)
	options = append(make([]Option, 0, len(options)+len(offered)), options...)
	for _, value := range offered {
		if _, ok := findOption(options, value); !ok {
			options = append(options, Option{Value: value})
		}
	}
	if unsure, ok := findOption(options, Unsure); ok && t == TypeChoices {
		unsure.Exclusive = true
	}
	return options
}

func offeredOptions(t Type) []string {
	switch t {
	case TypeYesNo:
		return []string{Yes, No, Unsure}
	case TypeChoice, TypeChoices, TypeQuiz:
		return []string{Unsure}
	case TypeDecision:
		return []string{Agree, Defer, Decline}
	default:
		return nil
	}
}
