package lint

import (
	"strings"
	"unicode"
)

// sentences cuts a text in Markdown into sentences of plain words: each list entry and each heading is a sentence of its own
// at least, whether it ends with a full stop or not.
func sentences(markdown string) []string {
	var all []string
	for _, block := range blocks(markdown) {
		all = append(all, cut(block)...)
	}
	return all
}

var (
	marker = late(`^\s*([-*+]|[0-9]+[.)]|#+|>)\s+`)
	link   = late(`\[([^\]]*)\]\([^)]*\)`)
	// A full stop, a question mark or an exclamation mark, with what closes after it, ends a sentence where something
	// begins again: "e.g. this" does not.
	ending = late(`[.?!]["'”’)]*\s+(["'“‘(]*[\p{Lu}\p{N}])`)
)

// blocks gives the paragraphs, list entries and headings of a text, without marks of Markdown.
func blocks(markdown string) []string {
	var all []string
	fresh := true
	for line := range strings.SplitSeq(markdown, "\n") {
		start := marker().FindString(line)
		line = strings.TrimSpace(plain(strings.TrimPrefix(line, start)))
		switch {
		case line == "":
			fresh = true
			continue
		case fresh || start != "" || len(all) == 0:
			all = append(all, line)
		default:
			all[len(all)-1] += " " + line
		}
		fresh = strings.HasPrefix(strings.TrimSpace(start), "#")
	}
	return all
}

func plain(s string) string {
	return strings.NewReplacer("**", "", "*", "", "`", "", "__", "").Replace(link().ReplaceAllString(s, "$1"))
}

func cut(block string) []string {
	var all []string
	for {
		at := ending().FindStringSubmatchIndex(block)
		if at == nil {
			break
		}
		all = append(all, strings.TrimSpace(block[:at[2]]))
		block = block[at[2]:]
	}
	return append(all, block)
}

// words gives the words of a sentence, without what stands around them. A number is a word.
func words(sentence string) []string {
	var all []string
	for _, field := range strings.FieldsFunc(sentence, func(r rune) bool { return unicode.IsSpace(r) || r == '/' || r == '–' }) {
		word := strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
		if word != "" {
			all = append(all, word)
		}
	}
	return all
}
