package yamlform_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"informed/internal/questionnaire"
	"informed/internal/questionnaire/yamlform"
)

// What a hostile file may cost at most before it is refused.
const (
	maxRefusal = 100 * time.Millisecond
	maxMemory  = 64 << 20 // bytes allocated altogether, so no less than there were at once
)

// bomb is a file that is made to cost time or memory, and the code of the first problem that is found in it.
type bomb struct {
	name, code string
	make       func() string
}

func bombs() []bomb {
	const most = questionnaire.MaxBytes
	fill := func(before, s, after string) func() string {
		return func() string { return before + strings.Repeat(s, (most-len(before)-len(after))/len(s)) + after }
	}
	times := func(before, s string, n int, after string) func() string {
		return func() string { return before + strings.Repeat(s, n) + after }
	}
	numbered := func(before, format string, n int) func() string {
		return func() string {
			var b strings.Builder
			b.WriteString(before)
			for i := 0; i < n && b.Len() < most-len(format)-20; i++ {
				fmt.Fprintf(&b, format, i)
			}
			return b.String()
		}
	}
	staircase := func(step string, n int) func() string {
		return func() string {
			var b strings.Builder
			for i := 0; i < n && b.Len() < most-n-20; i++ {
				b.WriteString(strings.Repeat(" ", i) + step + "\n")
			}
			return b.String()
		}
	}
	items := head + "items:\n"
	sound := "  - {id: a, type: yes-no, text: So}\n"
	choice := items + "  - id: a\n    type: choice\n    text: So\n    options:\n"
	return []bomb{
		{"larger than allowed", "too-large", func() string { return strings.Repeat("a", most+1) }},
		{"much larger than allowed", "too-large", func() string { return strings.Repeat("a: b\n", 4*most) }},
		{"nothing but zeros", "bad-encoding", fill("", "\x00", "")},
		{"zeros in a text", "too-long", fill(head+"purpose: a", "\x00", "\n")},
		{"escapes", "too-long", fill(head+"purpose: a", "\x1b", "\n")},
		{"direction marks", "too-long", fill(head+"purpose: a", "\u202e", "\n")},
		{"escapes in many texts", "control-character", fill(items, "  - a\x1b"+strings.Repeat("b", 300)+"\n", "")},
		{"joiners in many texts", "control-character", fill(items, "  - "+strings.Repeat("a", 20)+"\u200d"+strings.Repeat("a", 200)+"\n", "")},
		{"a mark in every line", "too-large", fill(head, "# \u202e\n", "")},
		{"tabs", "too-long", fill("items:\n", "\t", "")},
		{"tab indentation", "too-large", fill("items:\n", "\t- a\n", "")},
		{"overlong letters", "bad-encoding", fill(head+"purpose: ", "\xc0\xaf", "\n")},
		{"broken letter at the end", "bad-encoding", fill(head+"purpose: ", "a", "\xff")},
		{"UTF-16", "bad-encoding", fill("\xff\xfe", "a\x00", "")},
		{"UTF-32", "bad-encoding", fill("\xff\xfe\x00\x00", "a\x00\x00\x00", "")},
		{"joiners", "too-long", fill(head+"purpose: a", "\u200d", "\n")},
		{"Arabic joiners", "too-long", fill(head+"purpose: a", "\u0628\u200d", "\n")},
		{"combining marks", "too-long", fill(head+"purpose: a", "\u0301", "\n")},

		{"200,000 open lists", "too-deep", times("", "[", 200_000, "")},
		{"4 Mi open lists", "too-deep", fill("", "[", "")},
		{"open maps", "too-deep", fill("", "{", "")},
		{"open lists in maps", "too-deep", fill("", "{a: [", "")},
		{"lists in a line", "too-deep", fill("", "- ", "")},
		{"complex keys in a line", "too-deep", fill("", "? ", "")},
		{"keys deeper and deeper", "too-deep", staircase("a:", 4000)},
		{"lists deeper and deeper", "too-deep", staircase("-", 4000)},
		{"brackets deeper and deeper", "too-deep", times(head+"items: ", "[{items: ", 3000, "")},
		{"closed brackets", "too-long", fill("", "]", "")},
		{"quotes in brackets", "too-many-items", fill("[", "'',", "")},
		{"conditions in conditions", "too-deep", times(items+"  - {id: a, type: display, when: ", "{not: ", 5000, "")},
		{"conditions to the limit", "too-deep", times(items+"  - {id: a, type: display, when: ", "{not: ", 100, "{a: x}"+strings.Repeat("}", 101)+"\n")},
		{"groups to the limit", "too-deep", func() string {
			return items + "  " + strings.Repeat("- {id: a, type: group, items: [", 1) + strings.Repeat("{id: a, type: group, items: [", 50) +
				strings.Repeat("]}", 51) + "\n"
		}},

		{"nine times nine aliases", "unknown-key", func() string {
			var b strings.Builder
			b.WriteString("a: &a [x,x,x,x,x,x,x,x,x]\n")
			for c := 'b'; c <= 'j'; c++ {
				ref := fmt.Sprintf("*%c", c-1)
				fmt.Fprintf(&b, "%c: &%c [%s]\n", c, c, strings.Join([]string{ref, ref, ref, ref, ref, ref, ref, ref, ref}, ","))
			}
			return b.String()
		}},
		{"many aliases", "alias", fill("- &a b\n", "- *a\n", "")},
		{"many anchors", "alias", numbered("", "- &a%d b\n", most)},
		{"aliases as keys", "too-many-keys", fill("&a b: c\n", "*a : d\n", "")},
		{"an alias of itself", "alias", times("items: &a [*a]\n", "", 0, "")},
		{"many tags", "tag", fill("", "- !a b\n", "")},
		{"many empty tags", "tag", fill("", "- ! b\n", "")},
		{"merge keys", "too-many-keys", fill("a: &a {b: c}\n", "? {<<: *a}\n", "")},

		{"a million keys", "too-many-keys", numbered("", "k%d: 1\n", 1_000_000)},
		{"a key a million times", "too-many-keys", fill("", "a: 1\n", "")},
		{"unknown keys of an item", "too-many-keys", numbered(items+"  - id: a\n", "    k%d: 1\n", 1_000_000)},
		{"unknown keys in brackets", "too-many-keys", fill("{", "a: b,", "")},
		{"sources without end", "too-many-keys", numbered(head+"sources:\n", "  s%d: {}\n", 1_000_000)},
		{"a source many times", "too-many-keys", fill(head+"sources:\n", "  a: {}\n", "")},
		{"a source again and again, but fewer", "duplicate-key", times(head+"sources:\n", "  a: {}\n", 1900, "")},
		{"glossary without end", "too-many-keys", numbered(head+"glossary:\n", "  w%d: x\n", 1_000_000)},
		{"quoted keys", "too-many-keys", fill("", "\"a\": 1\n", "")},
		{"null keys", "too-many-keys", fill("", "?\n", "")},
		{"keys and values apart", "too-many-keys", fill("", "? a\n: b\n", "")},
		{"question marks in brackets", "too-many-keys", fill("{", "?,", "}")},
		{"colons in brackets", "too-large", fill("[", ":", "]")},
		{"null entries", "too-many-items", fill("", "-\n", "")},

		{"unknown keys over all items", "unknown-key", numbered(items, "  - {id: i%d, type: display, a: b, c: d, e: f, g: h, i: j, k: l}\n", 19_000)},
		{"unknown keys in blocks", "unknown-key", numbered(items, "  - id: i%d\n    type: display\n    a: b\n    c: d\n    e: f\n", 19_000)},
		{"wrong types over all items", "wrong-type", numbered(items, "  - {id: %d, type: display, text: [], title: {a: b}, sources: [1, 2, 3]}\n", 19_000)},
		{"references that lead nowhere", "unknown-item", numbered(items, "  - {id: i%d, type: display, when: {never: x}}\n", 2_000)},
		{"an id many times", "duplicate-id", numbered(items, "  - {id: a, type: display} # %d\n", 2_000)},

		{"a million items", "too-many-items", fill(items, "  - a\n", "")},
		{"a million items in brackets", "too-many-items", fill(head+"items: [", "a,", "]\n")},
		{"a million maps", "too-many-items", fill(items, "  - a: b\n", "")},
		{"20,001 items", "too-many-items", numbered(items, "  - {id: i%d, type: display}\n", 20_001)},
		{"many options", "too-many-items", numbered(choice, "      - {value: o%d, text: X}\n", 200_000)},
		{"as many options as there may be items", "too-many", numbered(choice, "      - {value: o%d}\n", 19_000)},
		{"many sources of an item", "too-many-items", fill(items+"  - {id: a, type: display, sources: [", "S,", "]}\n")},
		{"lists of nothing", "too-many-items", fill(items, "  - []\n", "")},
		{"lists of lists", "too-large", fill(items, "  - [[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[]]\n", "")},

		{"a huge plain text", "too-long", fill(head+"purpose: ", "a", "\n")},
		{"a huge quoted text", "too-long", fill(head+"purpose: \"", "a", "\"\n")},
		{"a huge text of escapes", "too-long", fill(head+"purpose: \"", "\\x41", "\"\n")},
		{"a huge block text", "too-long", fill(head+"purpose: |\n", "  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", "")},
		{"a huge text of short lines", "too-long", fill(head+"purpose: |\n", "  a\n", "")},
		{"a huge text of empty lines", "too-long", fill(head+"purpose: |\n  a\n", "\n", "")},
		{"a huge text on many lines", "too-long", fill(head+"purpose: a\n", "  a\n", "")},
		{"a quote that is never closed", "too-long", fill(head+"purpose: \"", "a\n", "")},
		{"a huge key", "too-long", fill("", "a", ": b\n")},
		{"a huge quoted key", "too-long", fill("\"", "a", "\": b\n")},
		{"a huge text in brackets", "too-long", fill("[", "a ", "]\n")},
		{"a huge number", "too-long", fill(head+"minutes: ", "9", "\n")},
		{"a number of 100,000 digits", "wrong-type", times(head+"minutes: ", "9", 100_000, "\n")},
		{"an exponent", "wrong-type", times(items+"  - {id: a, type: decimal, text: So, min: 1e999999999}\n", "", 0, "")},
		{"surrogates by escapes", "syntax", times(head+"purpose: \"", "\\ud800", 20_000, "\"\n")},
		{"escaped control characters", "control-character", times(items, "  - {id: a, type: display, text: \"\\x1b\", title: \"\\u202e\"}\n", 19_000, "")},
		{"references", "control-character", times(head+"purpose: \"", "&#x1b;", 20_000, "\"\n")},

		{"comments without end", "too-large", fill("", "# a comment\n", "")},
		{"empty comments", "too-large", fill("a: b\n", "#\n", "")},
		{"comments at the end of lines", "too-many-keys", fill("", "a: 1 # x\n", "")},
		{"one long comment", "too-long", fill("a: b\n", "# a comment ", "")},
		{"long comments", "wrong-type", fill(sound[2:], "# "+strings.Repeat("a", 250)+"\n", "")},
		{"empty lines", "too-large", fill("a: b\n", "\n", "")},
		{"spaces", "too-long", fill("a: b\n", " ", "\n")},
		{"documents", "too-large", fill("", "---\n", "")},
		{"documents with something in them", "too-large", fill("a: b\n", "---\na: b\n", "")},
		{"ends of documents", "too-large", fill("a: b\n", "...\n", "")},
		{"directives", "too-large", fill("", "%a b\n", "")},
		{"one directive again and again", "too-large", fill("", "%YAML 1.2\n", "---\n")},
		{"not YAML at all", "too-long", fill("", "The quick brown fox. ", "")},
		{"a program", "bad-encoding", func() string { return "\x7fELF\x02\x01\x01\x00" + strings.Repeat("\x00\xff\x12\x9c", 1<<20-8) }},
		{"backslashes", "syntax", times("\"", "\\", 100_001, "\"")},
		{"stars", "alias", fill("", "*", "")},
		{"colons", "too-long", fill("a", ":", "\n")},
		{"dashes", "too-long", fill("", "-", "")},
		{"bars", "too-large", fill("", "|\n", "")},
	}
}

func TestHostileFilesAreRefusedQuickly(t *testing.T) {
	all := bombs()
	if len(all) < 60 {
		t.Fatalf("only %d bombs", len(all))
	}
	for _, b := range all {
		t.Run(b.name, func(t *testing.T) {
			data := []byte(b.make())
			took, used, found := cost(data)
			if len(found) == 0 {
				t.Fatal("it was not refused")
			}
			first := found[0]
			if !slices.ContainsFunc(found, func(d questionnaire.Diagnostic) bool { return d.Code == b.code }) {
				t.Errorf("first problem is %v, want %s", first, b.code)
			}
			if first.Line < 1 || first.Column < 1 || first.Line > 1+strings.Count(string(data), "\n") {
				t.Errorf("it was found at %d:%d", first.Line, first.Column)
			}
			if took > slack*maxRefusal {
				t.Errorf("it took %v", took)
			}
			if used > maxMemory {
				t.Errorf("it took %d MiB", used>>20)
			}
			t.Logf("%4d ms %3d MiB %s", took.Milliseconds(), used>>20, first)
		})
	}
}

// cost gives the least of some runs.
func cost(data []byte) (took time.Duration, used uint64, found []questionnaire.Diagnostic) {
	took, used = time.Hour, 1<<62
	for range runs {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, found = yamlform.Load("file.yaml", data)
		took = min(took, time.Since(start))
		runtime.ReadMemStats(&after)
		used = min(used, after.TotalAlloc-before.TotalAlloc)
		if took < maxRefusal/2 {
			break
		}
	}
	return took, used, found
}
