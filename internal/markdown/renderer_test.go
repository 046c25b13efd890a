package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRender(t *testing.T) {
	tests := []struct {
		name, in string
		width    int
		want     []string
	}{
		{"nothing", "", 40, nil},
		{"headings", "# Risks **of** it\nNone.\n\n## Harm", 40, []string{
			"\x1b[4;1mRisks of it\x1b[0m", "", "None.", "", "\x1b[1mHarm\x1b[0m"}},
		{"emphasis", "*a* **b** ***c*** `d`", 40, []string{
			"\x1b[4ma\x1b[0m \x1b[1mb\x1b[0m \x1b[4;1mc\x1b[0m d"}},
		{"emphasis over a break", "**Stem cells can copy themselves** often", 20, []string{
			"\x1b[1mStem cells can copy\x1b[0m", "\x1b[1mthemselves\x1b[0m often"}},
		{"soft break", "one\ntwo", 40, []string{"one two"}},
		{"soft break in chinese", "干细\n胞。\nA 型\nB", 40, []string{"干细胞。 A 型 B"}},
		{"hard breaks", "one  \ntwo\\\nthree", 40, []string{"one", "two", "three"}},
		{"list", "Ask:\n\n- what it costs, and who pays for that\n- when\n\nDone.", 20, []string{
			"Ask:", "", "- what it costs, and", "  who pays for that", "- when", "", "Done."}},
		{"loose list", "- one\n\n  more\n\n- two", 40, []string{"- one", "", "  more", "- two"}},
		{"nested list", "1. one\n   - inner words that wrap\n2. two", 20, []string{
			"1. one", "  - inner words that", "    wrap", "2. two"}},
		{"paragraph after an inner list", "- one\n  - inner\n\n  more", 40, []string{"- one", "  - inner", "", "  more"}},
		{"tenth item", "9. nine\n10. ten is a longer item", 20, []string{"9. nine", "10. ten is a longer", "    item"}},
		{"tasks", "- [ ] ask for the price of it\n- [x] done  \n  more", 20, []string{
			"[ ] ask for the", "    price of it", "[x] done", "    more"}},
		{"quotation", "> one long line here\n> > inner long line\n>\n> - item of a list", 14, []string{
			"| one long", "| line here", "|", "| | inner long", "| | line", "|", "| - item of a", "|   list"}},
		{"links", "[a guide](https://example.org/a?b&amp;c) <https://example.org> [x](#y) <a@b.example>", 80, []string{
			"a guide (https://example.org/a?b&c) https://example.org x a@b.example"}},
		{"link that is its address", "[https://example.org](https://example.org)", 40, []string{"https://example.org"}},
		{"image", "![a cell](cell.png)", 40, []string{"a cell (cell.png)"}},
		{"html", "a <b>b</b> <br/>c\n\n<div>\nd &amp; e\n</div>\n\nf", 40, []string{"a b c", "", "d & e", "", "f"}},
		{"references", "&amp; &lt; &copy; &copy \\&amp; \\* \\\\ `&amp; \\*` &amp;lt;", 60, []string{
			`& < © &copy &amp; * \ &amp; \* &lt;`}},
		{"code", "    one two\n      three\n", 40, []string{"    one two", "      three"}},
		{"rule", "a\n\n---\n\nb", 40, []string{"a", "", "--------", "", "b"}},
		{"not markup here", "~~gone~~ :smile: a[^1]", 40, []string{"~~gone~~ :smile: a[^1]"}},
		{"table that fits", "| What | How many |\n|---|--:|\n| harm | 3 |", 36, []string{
			" What | How many", "------+----------", " harm |        3"}},
		{"wide table", "| What | How many |\n|---|---|\n| harm to the *eye* | 3 of each 100 who had it |\n| none | |", 36, []string{
			"- \x1b[1mWhat:\x1b[0m harm to the \x1b[4meye\x1b[0m", "  \x1b[1mHow many:\x1b[0m 3 of each 100 who had it",
			"- \x1b[1mWhat:\x1b[0m none", "  \x1b[1mHow many:\x1b[0m"}},
		{"table in a list", "- a\n\n  | B |\n  |---|\n  | c |", 40, []string{"- a", "  - \x1b[1mB:\x1b[0m c"}},
		{"wide table without rows", "| " + strings.Repeat("x", 12) + " | b |\n|---|---|", 16, []string{"- xxxxxxxxxxxx", "  b"}},
		{"chinese", "干细胞可以复制自己，也可以变成其他种类的细胞。", 20, []string{
			"干细胞可以复制自己，", "也可以变成其他种类的", "细胞。"}},
		{"thai", "เซลล์ต้นกำเนิดสามารถคัดลอกตัวเองได้", 20, []string{"เซลล์ต้นกำเนิดสามารถคัดลอ", "กตัวเองได้"}},
		{"pointed arabic", "هَلْ تُرِيدُ الخَلايَا الجِذْعِيَّةَ؟", 20, []string{"هَلْ تُرِيدُ الخَلايَا", "الجِذْعِيَّةَ؟"}},
		{"long word", strings.Repeat("x", 30), 20, []string{strings.Repeat("x", 20), strings.Repeat("x", 10)}},
	}
	renderer := New(Style{})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, renderer.Render(test.in, test.width)); diff != "" {
				t.Errorf("Render(%q, %d) (-want +got):\n%s", test.in, test.width, diff)
			}
		})
	}
}

func TestHostile(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"escape", "a\x1b[31mb\x1b[2Jc", "abc"},
		{"link to click", "\x1b]8;;https://example.org\x1b\\a\x1b]8;;\x1b\\", "a"},
		{"eight-bit", "a\u009b31mb", "ab"},
		{"escape by reference", "a&#27;&#91;31mb", "ab"},
		{"eight-bit by reference", "a&#x9b;31mb &#155;1mc", "ab c"},
		{"without a semicolon", "&#27x", "&#27x"},
		{"turned text", "\u202ea &#8238;b &rlm;c", "a b c"},
		{"newline by reference", "a&NewLine;b&Tab;c", "a b c"},
		{"in code", "`a&#27;[31m`", "a&#27;[31m"},
		{"in a link", "[a&#27;c](https://example.org/&#27;[31m)", "ac (https://example.org/)"},
		{"in html", "<p>\na&#27;[1mb&#27;[8mc&#27;]8;;x&#7;d\n</p>", "abcd"},
		{"line marks", "a\ue000b &#xe001;c\n\n<p>&#xe000;</p>", "ab c"},
		{"in a table", "| a&#27;[31m |\n|---|\n| b&#x202e; |", " a[31m\n-------\n b"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, strings.Join(Plain(test.in, 60), "\n")); diff != "" {
				t.Errorf("Plain(%q) (-want +got):\n%s", test.in, diff)
			}
		})
	}
}

func TestStyles(t *testing.T) {
	const in = "# A\n\n## B\n\n**c**"
	tests := []struct {
		name  string
		style Style
		want  []string
	}{
		{"plain", Style{Plain: true, Accent: "6"}, []string{"A", "", "B", "", "c"}},
		{"accent", Style{Accent: "6"}, []string{"\x1b[36;4;1mA\x1b[0m", "", "\x1b[36;1mB\x1b[0m", "", "\x1b[1mc\x1b[0m"}},
		{"true colour", Style{Accent: "#005fd7"},
			[]string{"\x1b[38;2;0;95;215;4;1mA\x1b[0m", "", "\x1b[38;2;0;95;215;1mB\x1b[0m", "", "\x1b[1mc\x1b[0m"}},
		{"no such colour", Style{Accent: "sky"}, []string{"\x1b[4;1mA\x1b[0m", "", "\x1b[1mB\x1b[0m", "", "\x1b[1mc\x1b[0m"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, New(test.style).Render(in, 40)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A fault in glamour leaves the text, and a renderer that works.
func TestFault(t *testing.T) {
	renderer := New(Style{})
	renderer.markdown = faulty{}
	if diff := cmp.Diff([]string{"# a", "b"}, renderer.Render("# a\nb", 40)); diff != "" {
		t.Errorf("with the fault (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"\x1b[4;1ma\x1b[0m", "", "b"}, renderer.Render("# a\nb", 40)); diff != "" {
		t.Errorf("after the fault (-want +got):\n%s", diff)
	}
}
