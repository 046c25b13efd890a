package document

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"informed/internal/i18n"
	"informed/internal/questionnaire"
)

// Markdown writes q as one Markdown document. The words are for what the author left to the program: yes, no, not sure.
func Markdown(q *questionnaire.Questionnaire, words *i18n.Words) []byte {
	w := &writer{q: q, words: words}
	w.head()
	w.items(q.Items, 2)
	w.glossary()
	w.sources()
	return []byte(w.out.String())
}

type writer struct {
	q     *questionnaire.Questionnaire
	words *i18n.Words
	out   strings.Builder
}

// maxLevel is the deepest heading that Markdown has.
const maxLevel = 6

func (w *writer) heading(level int, text string) {
	w.block(strings.Repeat("#", min(level, maxLevel)) + " " + escape(text))
}

// block writes a paragraph or any other block, and nothing where there is no text.
func (w *writer) block(text string) {
	text = strings.TrimRight(text, "\n ")
	if text == "" {
		return
	}
	if w.out.Len() > 0 {
		w.out.WriteString("\n")
	}
	w.out.WriteString(text + "\n")
}

func (w *writer) head() {
	q := w.q
	w.heading(1, q.Title)
	var facts list
	facts.add("Id", code(q.ID))
	facts.add("Version", escape(q.Version))
	facts.add("Status", string(q.Status))
	facts.add("Date", escape(q.Date))
	facts.add("Language", escape(q.Language))
	if q.Minutes > 0 {
		facts.add("Takes", strconv.Itoa(q.Minutes)+" minutes")
	}
	facts.add("Publisher", escape(q.Publisher))
	facts.add("Funding", escape(q.Funding))
	facts.add("Reviewed by", escape(q.Review.By))
	facts.add("Reviewed on", escape(q.Review.On))
	facts.add("Next review", escape(q.Review.Next))
	facts.add("Hash of the file", code(q.Hash))
	facts.add("Region", code(q.Region.ID))
	facts.add("Hash of the region's file", code(q.Region.Hash))
	w.block(facts.String())
	w.block(q.Purpose)
}

func (w *writer) glossary() {
	if len(w.q.Glossary) == 0 {
		return
	}
	w.heading(2, "Glossary")
	var terms list
	for _, t := range w.q.Glossary {
		terms.add(escape(t.Term), escape(t.Meaning))
	}
	w.block(terms.String())
}

func (w *writer) sources() {
	if len(w.q.Sources) == 0 {
		return
	}
	w.heading(2, "Sources")
	var sources list
	for _, s := range w.q.Sources {
		parts := []string{escape(s.Title)}
		for _, part := range []string{s.Publisher, year(s.Year), s.URL} {
			if part != "" {
				parts = append(parts, escape(part))
			}
		}
		parts = append(parts, cmp.Or(string(s.Evidence), "evidence not told"))
		if s.Checked != "" {
			parts = append(parts, "last looked at "+escape(s.Checked))
		} else {
			parts = append(parts, "never looked at")
		}
		sources.add(escape(s.Key), strings.Join(parts, ". "))
	}
	w.block(sources.String())
}

func year(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// list is a list of named facts.
type list struct{ strings.Builder }

// add adds a fact, unless it is empty.
func (l *list) add(name, text string) {
	if text != "" {
		fmt.Fprintf(l, "- %s: %s\n", name, text)
	}
}

// item adds a line of its own, set in under the one before where deep is above 0.
func (l *list) item(deep int, text string) {
	fmt.Fprintf(l, "%s- %s\n", strings.Repeat("  ", deep), text)
}

var escaper = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
	"#", `\#`, "|", `\|`, "&", `\&`, "\n", " ")

// escape makes plain text stand for itself in a line of Markdown.
func escape(text string) string { return escaper.Replace(strings.TrimSpace(text)) }

func code(id string) string {
	if id == "" {
		return ""
	}
	return "`" + strings.ReplaceAll(id, "`", "") + "`"
}
