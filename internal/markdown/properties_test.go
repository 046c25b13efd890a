package markdown

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"

	"informed/internal/text"
)

// faulty is a goldmark that fails when it is used.
type faulty struct{ goldmark.Markdown }

// author writes documents of words that are all different: w1, w2 and so on.
type author struct {
	random *rand.Rand
	words  int
}

func (a *author) word() string {
	a.words++
	return fmt.Sprintf("w%d", a.words)
}

func (a *author) inline() string {
	var line strings.Builder
	for i := range 1 + a.random.IntN(8) {
		if i > 0 {
			line.WriteString([]string{" ", " ", "\n", "  \n", "\\\n", " <br> "}[a.random.IntN(6)])
		}
		switch a.random.IntN(8) {
		case 0:
			line.WriteString("*" + a.word() + " " + a.word() + "*")
		case 1:
			line.WriteString("**" + a.word() + "\n" + a.word() + "**")
		case 2:
			line.WriteString("[" + a.word() + "](" + a.word() + ")")
		case 3:
			line.WriteString("`" + a.word() + "`")
		default:
			line.WriteString(a.word())
		}
	}
	return line.String()
}

func (a *author) block(depth int) string {
	kind := a.random.IntN(9)
	if depth == 0 {
		kind %= 4
	}
	switch kind {
	case 0:
		return "## " + a.word() + " " + a.word()
	case 1:
		return "```\n" + a.word() + "\n" + a.word() + "\n```"
	case 2, 3:
		return a.inline()
	case 4:
		return a.contained("> ", "> ", depth)
	case 5:
		return a.contained("1. ", "   ", depth) + "\n" + a.contained("2. ", "   ", depth)
	case 6:
		return a.contained("- [ ] ", "  ", depth) + "\n\n" + a.contained("- ", "  ", depth)
	case 7:
		return fmt.Sprintf("| %s | %s |\n|---|---|\n| %s | %s |", a.word(), a.word(), a.word(), a.word())
	}
	return "<div>\n" + a.word() + "\n</div>"
}

// contained puts blocks into a container: a list item or a quotation.
func (a *author) contained(first, further string, depth int) string {
	lines := strings.Split(a.inline()+"\n\n"+a.blocks(depth-1), "\n")
	for i := range lines {
		if i == 0 {
			lines[i] = first + lines[i]
		} else {
			lines[i] = further + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

func (a *author) blocks(depth int) string {
	blocks := []string{a.block(depth)}
	for range a.random.IntN(4) {
		blocks = append(blocks, a.block(depth))
	}
	return strings.Join(blocks, "\n\n")
}

// No word is lost, doubled, moved or glued to another, whatever the blocks it stands in.
func TestWordsStay(t *testing.T) {
	renderer := New(Style{})
	for seed := range uint64(600) {
		author := author{random: rand.New(rand.NewPCG(seed, 1))}
		document := author.blocks(3)
		width := 40 + author.random.IntN(60)
		lines := renderer.Render(document, width)
		check(t, document, lines, width)
		if strings.Contains(document, "|---|") {
			continue // a table that becomes a list repeats its headings
		}
		var want []string
		for i := range author.words {
			want = append(want, fmt.Sprintf("w%d", i+1))
		}
		if diff := cmp.Diff(want, words(lines)); diff != "" {
			t.Fatalf("%s\nbecomes\n%s\n(-want +got):\n%s", document, strings.Join(lines, "\n"), diff)
		}
	}
}

func words(lines []string) []string {
	shown := strings.NewReplacer("\x1b[1m", "", "\x1b[4m", "", "\x1b[4;1m", "", reset, "").Replace(strings.Join(lines, "\n"))
	found := strings.FieldsFunc(shown, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return slices.DeleteFunc(found, func(word string) bool { return word[0] != 'w' })
}

// check holds lines to what Render promises of every document.
func check(t *testing.T, document string, lines []string, width int) {
	t.Helper()
	for i, line := range lines {
		if text.Width(line) > width {
			t.Fatalf("%q: line %d is wider than %d: %q", document, i, width, line)
		}
		if trim(line) != line || line == "" && (i == 0 || i == len(lines)-1 || lines[i-1] == "") {
			t.Fatalf("%q: line %d has empty space that should be gone: %q", document, i, line)
		}
		bare := line
		for _, code := range append(Style{}.sequences(), reset) {
			bare = strings.ReplaceAll(bare, code, "")
		}
		if err := text.Check(bare); err != nil {
			t.Fatalf("%q: line %d: %v: %q", document, i, err, line)
		}
		if strings.LastIndex(line, "\x1b[") != strings.LastIndex(line, reset) {
			t.Fatalf("%q: line %d leaves a style open: %q", document, i, line)
		}
	}
}

func FuzzRender(f *testing.F) {
	for seed := range uint64(10) {
		author := author{random: rand.New(rand.NewPCG(seed, 2))}
		f.Add(author.blocks(3), 40)
	}
	f.Add("| a&#27;[31m | 干 |\n|---|:-:|\n| <b>\u202e | ❤\ufe0f |", 20)
	f.Add("> - 1. [x] **a\n<!-- b -->\n\n***\n\n&#xE000;</p>", 24)
	f.Fuzz(func(t *testing.T, document string, width int) {
		if width < 2 || width > 200 {
			return
		}
		check(t, document, New(Style{}).Render(document, width), width)
		for _, line := range Plain(document, width) {
			if strings.Contains(line, "\x1b") {
				t.Fatalf("%q: an escape sequence in the plain line %q", document, line)
			}
		}
	})
}
