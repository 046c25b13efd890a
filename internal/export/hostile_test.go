package export_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extensions "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	source "github.com/yuin/goldmark/text"

	"informed/internal/export"
	"informed/internal/summary"
	"informed/internal/text"
)

// structures are texts that Markdown would make something of.
func structures() []string {
	return []string{
		"# Warning signs", "## Settled", "- [x] All is well", "- a", "+ a", "* a", "1. a", "1) a", "> a", "---", "===", "***", "| a | b |\n|---|---|",
		"a | b\n- | -", "```", "~~~", "    code", "`code`", "*a*", "_a_", "**a**", "~~a~~", "[a](https://example.org)", "[a]: https://example.org\n[a]",
		"![a](a.png)", "<b>a</b>", "<!-- a", "<https://example.org>", "https://example.org/a", "www.example.org", "a@example.org",
		"a  \nb", "a\\\nb", "[^1]: a\n\n[^1]", "a\n: b", "\t- a", "a\n\nb",
	}
}

// signs are texts that would not come out as they were typed, or would make something of what stands beside them.
func signs() []string {
	return []string{"&#27;", "&lt;b&gt;", "&copy;", "&", "a #", "\\", "{#id}", "{a=b}", "!", ":", ":/", "www.", "@", "1", "~", "`", "*", "_", "|", "[", "]("}
}

// controls are texts that act on a terminal or cannot be seen.
func controls() []string {
	return []string{"\x1b[31m", "\x1b]0;a\a", "\u009b31m", "\x00", "\r", "\r\n", "\u2028", "\u202eb", "\u2066", "\u200b", "\ufeff", "\U000e0041", "\x7f", "\xff", "\xe2\x80"}
}

// hostile makes a text that would be anything but an answer.
func hostile(r *rand.Rand) string {
	var s strings.Builder
	s.WriteString("\u200b") // never empty, which would mean that there is no such text
	for range 1 + r.IntN(2) {
		if last := s.String()[strings.LastIndex(s.String(), "\n")+1:]; len(last) > 16 {
			s.WriteByte('\n') // nothing is so long that a plain copy would wrap it
		}
		switch r.IntN(6) {
		case 0:
			s.WriteString(controls()[r.IntN(len(controls()))])
		case 1:
			for range r.IntN(6) {
				s.WriteString(signs()[r.IntN(len(signs()))])
			}
		case 2:
			s.WriteString("\n  Next: Sign now.\n[ ] Settled\n")
		default:
			s.WriteString(structures()[r.IntN(len(structures()))])
		}
	}
	return s.String()
}

// rows gives the lines that a text may come out as.
func rows(s string) []string {
	var rows []string
	for row := range strings.SplitSeq(text.Clean(s), "\n") {
		if row = strings.TrimSpace(row); row != "" {
			rows = append(rows, row)
		}
	}
	return rows
}

// word is what stands for every line of a harmless text.
const word = "word"

// harmless gives a text with as many lines, and nothing in it but a word and a number that tells it from others.
func harmless(s string, n int) string {
	harmless := "\u200b"
	for range rows(s) {
		harmless += fmt.Sprintf("%s%d\n", word, n)
	}
	return harmless
}

// short is how long a name can be, so that a plain copy has a line for it and for what goes with it.
const short = 20

// fill replaces every text in a summary that is not the program's. say gives one of at most so many characters, 0 for any.
func fill(s summary.Summary, say func(most int) string) summary.Summary {
	s = clone(s)
	s.Questionnaire.Title, s.Decision.Text = say(0), say(0)
	for i := range s.Checklist {
		l := &s.Checklist[i]
		l.Check, l.Because = say(0), say(0)
		if l.Do != "" {
			l.Do = say(0)
		}
		if l.Outcome != nil {
			l.Outcome.Name = say(short)
		}
		if l.Outcome != nil && l.Outcome.To != "" {
			l.Outcome.To, l.Outcome.Until = say(short), "" // a day would make the line so long that it is wrapped
		}
	}
	sections := map[string]string{"": ""}
	for i := range s.Answers {
		a := &s.Answers[i]
		if _, ok := sections[a.Section]; !ok {
			sections[a.Section] = fmt.Sprint("S", len(sections), " ", say(0)) // two titles are never the same
		}
		a.Section, a.Text, a.Answer, a.Value = sections[a.Section], say(0), say(0), say(0)
		fillTypist(&a.Typed, say)
	}
	for i := range s.Sources {
		s.Sources[i].Title, s.Sources[i].Publisher, s.Sources[i].URL = say(0), say(0), "at "+say(0)
	}
	fillTalk(&s, say)
	return s
}

// fillTalk does the same with what was said in a consultation, and with whoever was there.
func fillTalk(s *summary.Summary, say func(most int) string) {
	for i := range s.Signatures {
		n := &s.Signatures[i]
		n.Name, n.Statement = say(short), say(0)
		fillTypist(&n.Typed, say)
		if n.Signer != nil {
			fillPerson(n.Signer, say)
		}
	}
	for i := range s.Notes {
		n := &s.Notes[i]
		n.About, n.Words, n.Name = say(0), say(0), say(short)
		if n.To != "" {
			n.Head = "Passed on to " + say(short)
		}
		fillTypist(&n.Typed, say)
	}
	for _, people := range [][]summary.Person{s.Record.People, s.Record.Unsigned} {
		for i := range people {
			fillPerson(&people[i], say)
		}
	}
	for i := range s.Record.Amendments {
		s.Record.Amendments[i].Why, s.Record.Amendments[i].Name = say(short), say(short)
	}
	if s.Record.Renewed != nil {
		s.Record.Renewed.Record, s.Record.Visit = say(short), say(short)
	}
}

func fillTypist(t *summary.Typist, say func(most int) string) {
	if t.Name != "" {
		t.Name, t.Why = say(short), say(short)
	}
}

func fillPerson(p *summary.Person, say func(most int) string) {
	for _, field := range []*string{&p.Name, &p.Title, &p.ID, &p.Relation, &p.Authority, &p.Language} {
		if *field != "" {
			*field = say(short)
		}
	}
}

// clone gives a summary that shares nothing with s but the keys of sources.
func clone(s summary.Summary) summary.Summary {
	s.Decision, s.Record.Renewed = own(s.Decision), own(s.Record.Renewed)
	s.Checklist, s.Answers = slices.Clone(s.Checklist), slices.Clone(s.Answers)
	s.Signatures, s.Sources, s.Notes = slices.Clone(s.Signatures), slices.Clone(s.Sources), slices.Clone(s.Notes)
	s.Record.People, s.Record.Unsigned = slices.Clone(s.Record.People), slices.Clone(s.Record.Unsigned)
	s.Record.Amendments = slices.Clone(s.Record.Amendments)
	for i := range s.Checklist {
		s.Checklist[i].Outcome = own(s.Checklist[i].Outcome)
	}
	for i := range s.Signatures {
		s.Signatures[i].Signer = own(s.Signatures[i].Signer)
	}
	return s
}

func own[T any](p *T) *T {
	if p == nil {
		return nil
	}
	value := *p
	return &value
}

// wholes gives an example of someone alone, and two of a consultation: one of a patient, the other of who speaks for one.
func wholes(t *testing.T) []summary.Summary {
	t.Helper()
	alone := build(t, walk(t, example(), exampleAnswers(), "told", "route", "visits"))
	beside := spoken(t)
	instead := clone(beside)
	instead.Record.People = append(instead.Record.People, summary.Person{Role: "representative", Name: "Rosa", Relation: "daughter", Authority: "letter"})
	instead.Record.Unsigned, instead.Record.Amendments = []summary.Person{{Role: "witness"}}, nil
	for i := range instead.Answers {
		instead.Answers[i].By = "representative"
	}
	return []summary.Summary{alone, beside, instead}
}

// pairs runs visit on the example filled with hostile texts, and on the same filled with harmless ones.
func pairs(t *testing.T, visit func(t *testing.T, hostile, harmless summary.Summary)) {
	t.Helper()
	examples := wholes(t)
	for seed := range uint64(240) {
		example := examples[seed%3]
		r := rand.New(rand.NewPCG(seed, 23))
		var said []string
		bad := fill(example, func(most int) string {
			s := hostile(r)
			if runes := []rune(s); most > 0 && len(runes) > most {
				s = string(runes[:most])
			}
			said = append(said, s)
			return s
		})
		n := -1
		good := fill(example, func(int) string {
			n++
			return harmless(said[n], n)
		})
		visit(t, bad, good)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// wide is a parser that knows more of Markdown than most readers of a copy do.
func wide() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList, extension.Footnote),
		goldmark.WithParserOptions(parser.WithAttribute(), parser.WithAutoHeadingID()))
}

// shape tells which nodes a document is made of, whatever its texts say.
func shape(md []byte) string {
	var out strings.Builder
	text := false
	ast.Walk(wide().Parser().Parse(source.NewReader(md)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok {
			if entering && !text {
				out.WriteString(" T")
			}
			text = true
			if entering && (t.HardLineBreak() || t.SoftLineBreak()) {
				fmt.Fprintf(&out, " break(%v)", t.HardLineBreak())
				text = false
			}
			return ast.WalkContinue, nil
		}
		text = false
		if !entering {
			out.WriteString(" )")
			return ast.WalkContinue, nil
		}
		fmt.Fprintf(&out, "\n%s(", n.Kind())
		switch n := n.(type) {
		case *ast.Heading:
			fmt.Fprint(&out, n.Level)
		case *extensions.TaskCheckBox:
			fmt.Fprint(&out, n.IsChecked)
		}
		return ast.WalkContinue, nil
	})
	return out.String()
}

// An answer, or anything else that is not the program's, is text in the tree and nothing else, and is there in full.
func TestMarkdownStaysText(t *testing.T) {
	pairs(t, func(t *testing.T, bad, good summary.Summary) {
		md := export.Markdown(bad, english(t), export.Options{Private: true})
		if diff := cmp.Diff(shape(export.Markdown(good, english(t), export.Options{Private: true})), shape(md)); diff != "" {
			t.Errorf("tree (-harmless +hostile):\n%s\n%s", diff, md)
		}
		if err := text.CheckMarkdown(string(md)); err != nil {
			t.Error(err)
		}
		var page bytes.Buffer
		if err := wide().Convert(md, &page); err != nil {
			t.Fatal(err)
		}
		seen := html.UnescapeString(page.String())
		want := []string{strings.Join(rows(bad.Questionnaire.Title), " ")}
		for _, a := range bad.Answers {
			want = append(append(want, rows(a.Text)...), rows(a.Answer)...)
		}
		for _, n := range bad.Notes {
			if n.Kind != summary.KindAmendment { // stands among the amendments
				want = append(want, rows(n.Words)...)
			}
		}
		for _, row := range want {
			if !strings.Contains(seen, row) {
				t.Errorf("%q is not in the copy", row)
			}
		}
	})
}

// The test above must be able to fail: as they are, these texts are more than text.
func TestStructuresAreStructures(t *testing.T) {
	for _, s := range structures() {
		below, apart := shape([]byte("a\n"+s)), shape([]byte("a\n\n"+s))
		if below == shape([]byte("a\n"+harmless(s, 0))) && apart == shape([]byte("a\n\n"+harmless(s, 0))) {
			t.Errorf("%q makes nothing", s)
		}
	}
}

// A plain copy has the same lines, as far in, whatever was answered.
func TestTextStaysInItsLines(t *testing.T) {
	set := 0
	pairs(t, func(t *testing.T, bad, good summary.Summary) {
		copied := string(export.Text(bad, english(t), export.Options{Private: true}))
		if err := text.Check(copied); err != nil {
			t.Error(err)
		}
		got, want := strings.Split(copied, "\n"), strings.Split(string(export.Text(good, english(t), export.Options{Private: true})), "\n")
		if len(got) != len(want) {
			t.Fatalf("%d lines, want %d:\n%s", len(got), len(want), cmp.Diff(want, got))
		}
		for i := range want {
			before, _, foreign := strings.Cut(want[i], word)
			if !strings.HasPrefix(got[i], before) || !foreign && got[i] != want[i] {
				t.Errorf("line %d is %q, want one like %q", i+1, got[i], want[i])
			}
			if foreign && strings.HasPrefix(before, "        ") {
				set++
			}
		}
	})
	if set == 0 {
		t.Error("no text ever had a second line: the test shows too little")
	}
}

// However long a text is, and in whatever script, lines are narrow; only an address or a fingerprint is wider.
func TestTextIsNarrow(t *testing.T) {
	long := []string{
		strings.Repeat("Ask what is known, and what nobody knows yet. ", 9), strings.Repeat("干细胞可以复制自己。", 30),
		strings.Repeat("الخلايا الجذعية تستطيع أن تنسخ نفسها ", 9), strings.Repeat("Zelltherapie", 40),
	}
	n := 0
	s := fill(spoken(t), func(int) string { n++; return long[n%len(long)] })
	for i := range s.Sources {
		s.Sources[i].URL = "https://example.org/" + strings.Repeat("a", 90)
	}
	wide := 0
	for row := range strings.SplitSeq(string(export.Text(s, english(t), export.Options{Private: true})), "\n") {
		if text.Width(row) <= 72 {
			continue
		}
		wide++
		if !strings.HasPrefix(strings.TrimSpace(row), "https://example.org/aa") && strings.TrimSpace(row) != s.Questionnaire.Hash {
			t.Errorf("%d columns: %s", text.Width(row), row)
		}
	}
	if want := len(s.Sources) + 1; wide != want {
		t.Errorf("%d wide lines, want %d", wide, want)
	}
}

// JSON gives back what went in, and holds nothing that acts on a terminal.
func TestJSONKeepsEverything(t *testing.T) {
	pairs(t, func(t *testing.T, bad, _ summary.Summary) {
		content, err := export.JSON(bad, english(t), export.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := text.Check(string(content)); err != nil {
			t.Error(err)
		}
		var back summary.Summary
		if err := json.Unmarshal(content, &back); err != nil {
			t.Fatal(err)
		}
		for i, a := range bad.Answers {
			if want := string([]rune(a.Answer)); back.Answers[i].Answer != want {
				t.Errorf("answer %q came back as %q", want, back.Answers[i].Answer)
			}
		}
		for i, n := range bad.Notes {
			if want := string([]rune(n.Words)); back.Notes[i].Words != want {
				t.Errorf("note %q came back as %q", want, back.Notes[i].Words)
			}
		}
	})
}

func TestAddresses(t *testing.T) {
	tests := []struct{ url, want string }{
		{"https://example.org/a_b?c=d&e=f#g", "<https://example.org/a_b?c=d&e=f#g>"},
		{"https://example.org/(a)*b*", "<https://example.org/(a)*b*>"},
		{"https://example.org/&lt;b", `https&#58;//example.org/&amp;lt;b`},
		{"https://example.org/a> b", `https&#58;//example.org/a\> b`},
		{"javascript:alert(1)", "javascript:alert(1)"},
		{"www.example.org", `www\.example.org`},
	}
	for _, test := range tests {
		s := build(t, walk(t, example(), exampleAnswers()))
		s.Sources = []summary.Source{{Key: "A", Title: "A", URL: test.url}}
		if md := string(export.Markdown(s, english(t), export.Options{Private: true})); !strings.Contains(md, "\n  "+test.want+"\n") {
			t.Errorf("%s does not come out as %s:\n%s", test.url, test.want, md)
		}
	}
}
