package text

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCheck(t *testing.T) {
	tests := []struct {
		name, in string
		want     *Forbidden
	}{
		{"plain", "Would the cells go into your eye?\nSay \"no\".", nil},
		{"accents", "personalisée, größer, Ελληνικά, Кириллица", nil},
		{"spaces", "12\u00a0000, 12\u202f000, 全\u3000角", nil},
		{"chinese, japanese, korean", "干细胞。幹細胞、줄기세포", nil},
		{"hebrew with points", "שָׁלוֹם", nil},
		{"pointed arabic", "هَلْ تُرِيدُ؟", nil},
		{"persian with a joiner", "می\u200cخواهم", nil},
		{"persian with a joiner after a mark", "مِ\u200cخ", nil},
		{"tamil with a joiner", "க்\u200dஷ", nil},
		{"a name's own form of an ideograph", "葛\U000e0100飾区", nil},
		{"symbols", "≥ 10 % ± 2 €", nil},
		{"replacement character", "\ufffd", nil},

		{"escape", "a\x1b[31m", &Forbidden{Kind: Control, Rune: 0x1b, Offset: 1}},
		{"nul", "\x00", &Forbidden{Kind: Control, Rune: 0}},
		{"carriage return", "a\r\n", &Forbidden{Kind: Control, Rune: '\r', Offset: 1}},
		{"delete", "a\x7f", &Forbidden{Kind: Control, Rune: 0x7f, Offset: 1}},
		{"c1", "é\u009b31m", &Forbidden{Kind: Control, Rune: 0x9b, Offset: 2}},
		{"tab", "a\tb", &Forbidden{Kind: Tab, Rune: '\t', Offset: 1}},
		{"line separator", "a\u2028b", &Forbidden{Kind: Separator, Rune: 0x2028, Offset: 1}},
		{"override", "a\u202eb", &Forbidden{Kind: Direction, Rune: 0x202e, Offset: 1}},
		{"isolate", "\u2066", &Forbidden{Kind: Direction, Rune: 0x2066}},
		{"right-to-left mark", "\u200f", &Forbidden{Kind: Direction, Rune: 0x200f}},
		{"arabic letter mark", "\u061c", &Forbidden{Kind: Direction, Rune: 0x61c}},
		{"zero width space", "a\u200bb", &Forbidden{Kind: Invisible, Rune: 0x200b, Offset: 1}},
		{"byte order mark", "\ufeffa", &Forbidden{Kind: Invisible, Rune: 0xfeff}},
		{"arabic year sign", "\u0601٢٠٢٦", &Forbidden{Kind: Invisible, Rune: 0x601}},
		{"soft hyphen", "Zell\u00adtherapie", &Forbidden{Kind: Invisible, Rune: 0xad, Offset: 4}},
		{"tag", "a\U000e0041", &Forbidden{Kind: Invisible, Rune: 0xe0041, Offset: 1}},
		{"hangul filler", "\u3164", &Forbidden{Kind: Invisible, Rune: 0x3164}},
		{"joiner in latin", "a\u200db", &Forbidden{Kind: Invisible, Rune: 0x200d, Offset: 1}},
		{"joiner at the start", "\u200cم", &Forbidden{Kind: Invisible, Rune: 0x200c}},
		{"joiner after a joiner", "م\u200c\u200dم", &Forbidden{Kind: Invisible, Rune: 0x200d, Offset: 5}},
		{"selector in latin", "a\ufe0f", &Forbidden{Kind: Selector, Rune: 0xfe0f, Offset: 1}},
		{"emoji selector", "❤\ufe0f", &Forbidden{Kind: Selector, Rune: 0xfe0f, Offset: 3}},
		{"ideographic selector in latin", "a\U000e0101", &Forbidden{Kind: Selector, Rune: 0xe0101, Offset: 1}},
		{"two selectors", "葛\U000e0100\U000e0101", &Forbidden{Kind: Selector, Rune: 0xe0101, Offset: 7}},
		{"private use", "\ue000", &Forbidden{Kind: Private, Rune: 0xe000}},
		{"unassigned", "\U000effff", &Forbidden{Kind: Unassigned, Rune: 0xeffff}},
		{"broken", "a\xffb", &Forbidden{Kind: Broken, Rune: 0xff, Offset: 1}},
		{"surrogate", "\xed\xa0\x80", &Forbidden{Kind: Broken, Rune: 0xed}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got *Forbidden
			errors.As(Check(test.in), &got)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("Check(%q) (-want +got):\n%s", test.in, diff)
			}
		})
	}
}

func TestCheckMarkdown(t *testing.T) {
	tests := []struct {
		in, reference string
		kind          Kind
		offset        int
	}{
		{in: "fish & chips; R&D; &unknown; &; &#; &#x; &#xg;"},
		{in: "&amp; &lt; &nbsp; &eacute; &semi; &#233; &#x2014; &#0; &#x110000; &#99999999999999999999;"},
		{in: "می&zwnj;خواهم"},
		{in: "&shy", kind: ""},
		{in: "a &#27;[31m", reference: "&#27;", kind: Control, offset: 2},
		{in: "&#x1b;", reference: "&#x1b;", kind: Control},
		{in: "&#X0000000000000000000000000000000000000000000000001B;",
			reference: "&#X0000000000000000000000000000000000000000000000001B;", kind: Control},
		{in: "&#x9b;", reference: "&#x9b;", kind: Control},
		{in: "&#155;", reference: "&#155;", kind: Control},
		{in: "&Tab;", reference: "&Tab;", kind: Tab},
		{in: "&NewLine;", reference: "&NewLine;", kind: Control},
		{in: "&#10;", reference: "&#10;", kind: Control},
		{in: "é&rlm;", reference: "&rlm;", kind: Direction, offset: 2},
		{in: "&#8238;", reference: "&#8238;", kind: Direction},
		{in: "a&zwnj;b", reference: "&zwnj;", kind: Invisible, offset: 1},
		{in: "&shy;", reference: "&shy;", kind: Invisible},
		{in: "&ZeroWidthSpace;", reference: "&ZeroWidthSpace;", kind: Invisible},
		{in: "`code &#27; too`", reference: "&#27;", kind: Control, offset: 6},
		{in: "&amp; \u202e", kind: Direction, offset: 6},
		{in: "&amp; \xff", kind: Broken, offset: 6},
	}
	for _, test := range tests {
		t.Run(test.in, func(t *testing.T) {
			var got Forbidden
			if found := (*Forbidden)(nil); errors.As(CheckMarkdown(test.in), &found) {
				got = *found
			}
			if got.Kind != test.kind || got.Reference != test.reference || got.Offset != test.offset {
				t.Errorf("got %+v, want kind %q, reference %q, offset %d", got, test.kind, test.reference, test.offset)
			}
		})
	}
}

func TestForbiddenError(t *testing.T) {
	tests := map[string]string{
		"\u202e":  "U+202E is a mark that turns the direction of text",
		"\xff":    "0xFF is a byte that is not UTF-8",
		"&#27;":   "&#27; is a control character",
		"a\u200d": "U+200D is an invisible character",
	}
	for in, want := range tests {
		if got := CheckMarkdown(in); got == nil || got.Error() != want {
			t.Errorf("CheckMarkdown(%q) = %v, want %q", in, got, want)
		}
	}
}
