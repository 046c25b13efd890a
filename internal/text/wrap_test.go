package text

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		name, in string
		width    int
		want     []string
	}{
		{"empty", "", 10, []string{""}},
		{"fits", "Stem cells", 10, []string{"Stem cells"}},
		{"words", "Stem cells can copy themselves.", 12, []string{"Stem cells", "can copy", "themselves."}},
		{"space at the break", "Stem cells   can", 10, []string{"Stem cells", "can"}},
		{"newlines", "a\n\nb\n", 10, []string{"a", "", "b", ""}},
		{"indent", "  one two", 6, []string{"  one", "two"}},
		{"only spaces", "     ", 3, []string{""}},
		{"spaces before a word", "     word", 4, []string{"word"}},
		{"long word", "a immunosuppression", 8, []string{"a", "immunosu", "ppressio", "n"}},
		{"hyphen", "a double-blind trial", 10, []string{"a double-", "blind", "trial"}},
		{"slash", "risks and/or harms", 10, []string{"risks and/", "or harms"}},
		{"address", "see https://example.org/a-b (or not)", 24, []string{"see", "https://example.org/a-b", "(or not)"}},
		{"long address", "see https://example.org/a-b", 12, []string{"see", "https://exam", "ple.org/a-b"}},
		{"no-break space", "about 10\u00a0000 people", 10, []string{"about", "10\u00a0000", "people"}},
		{"chinese", "干细胞可以复制自己。", 7, []string{"干细胞", "可以复", "制自", "己。"}},
		{"japanese", "幹細胞とは", 4, []string{"幹細", "胞と", "は"}},
		{"korean", "줄기 세포는", 5, []string{"줄기", "세포", "는"}},
		{"thai", "เซลล์ต้นกำเนิด", 4, []string{"เซลล์", "ต้นกำ", "เนิด"}},
		{"pointed arabic", "هَلْ تُرِيدُ الخَلايَا", 10, []string{"هَلْ تُرِيدُ", "الخَلايَا"}},
		{"mark alone", "a \u0301b", 2, []string{"a \u0301", "b"}},
		{"too wide for the width", "干a", 1, []string{"干", "a"}},
		{"no width", "ab", 0, []string{"a", "b"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Wrap(test.in, test.width)); diff != "" {
				t.Errorf("Wrap(%q, %d) (-want +got):\n%s", test.in, test.width, diff)
			}
		})
	}
}

func TestWrapANSI(t *testing.T) {
	tests := []struct {
		name, in string
		width    int
		want     []string
	}{
		{"no style", "one two", 4, []string{"one", "two"}},
		{"in a line", "a \x1b[1mb\x1b[0m c", 10, []string{"a \x1b[1mb\x1b[0m c"}},
		{"over a break", "\x1b[1mone two\x1b[0m end", 4, []string{"\x1b[1mone\x1b[0m", "\x1b[1mtwo\x1b[0m", "end"}},
		{"over a newline", "\x1b[4mone\ntwo\x1b[m", 9, []string{"\x1b[4mone\x1b[0m", "\x1b[4mtwo\x1b[0m"}},
		{"two styles", "\x1b[1m\x1b[4mone two", 4, []string{"\x1b[1m\x1b[4mone\x1b[0m", "\x1b[1m\x1b[4mtwo\x1b[0m"}},
		{"a new style", "\x1b[1mone\x1b[0;4m two", 4, []string{"\x1b[1mone\x1b[0m", "\x1b[0;4mtwo\x1b[0m"}},
		{"style of a lost space", "one\x1b[4m \x1b[0mtwo", 4, []string{"one", "two"}},
		{"inside a character", "e\x1b[1m\u0301x", 4, []string{"e\u0301\x1b[1mx\x1b[0m"}},
		{"empty lines", "\x1b[1ma\n\nb", 4, []string{"\x1b[1ma\x1b[0m", "\x1b[1m\x1b[0m", "\x1b[1mb\x1b[0m"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, WrapANSI(test.in, test.width)); diff != "" {
				t.Errorf("WrapANSI(%q, %d) (-want +got):\n%s", test.in, test.width, diff)
			}
		})
	}
}

// sample makes a text of words, spaces and oddities of many scripts.
func sample(random *rand.Rand) string {
	pieces := []string{
		" ", " ", " ", "  ", "\n", "\u00a0", "\u3000", "a", "stem", "cells", "immunosuppression", "-", "/", "(", ")", "“", "”",
		"10", "%", "é", "e\u0301", "干", "细胞", "。", "「", "줄기", "세포", "เซลล์", "ต้นกำเนิด", "ฯ", "ສວັດ", "ស្រី", "မြန်မာ",
		"هَلْ", "خلايا", "مي\u200cخواهم", "नमस्ते", "क्ष", "👩\u200d⚕\ufe0f", "🇵🇰", "❤\ufe0f", "\u0301", "\u200b", "\t", "\r",
		"\u202e", "\x1b", "\u009b", "\xff", "\xc2", "https://example.org/a?b=c",
	}
	var text strings.Builder
	for range random.IntN(40) {
		text.WriteString(pieces[random.IntN(len(pieces))])
	}
	return text.String()
}

func TestWrapProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		checkWrap(t, sample(random), 2+random.IntN(30))
	}
}

func FuzzWrap(f *testing.F) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		f.Add(sample(random), 2+random.IntN(30))
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		if width < 2 || width > 500 {
			return
		}
		checkWrap(t, s, width)
	})
}

// checkWrap holds Wrap and WrapANSI to their promises.
func checkWrap(t *testing.T, s string, width int) {
	t.Helper()
	lines := Wrap(s, width)
	for _, line := range lines {
		if Width(line) > width {
			t.Fatalf("Wrap(%q, %d): the line %q is %d wide", s, width, line, Width(line))
		}
	}
	if got, want := kept(strings.Join(lines, "\n")), kept(valid(s)); got != want {
		t.Fatalf("Wrap(%q, %d) changed the text: %q", s, width, got)
	}
	if len(lines) <= strings.Count(s, "\n") {
		t.Fatalf("Wrap(%q, %d) lost a newline", s, width)
	}

	styled := "\x1b[1m" + strings.ReplaceAll(s, "e", "\x1b[4me\x1b[0m")
	lines = WrapANSI(styled, width)
	for _, line := range lines {
		if Width(line) > width {
			t.Fatalf("WrapANSI(%q, %d): the line %q is %d wide", styled, width, line, Width(line))
		}
		if _, codes := unstyle(line); len(codes) > 0 && codes[len(codes)-1].code != reset {
			t.Fatalf("WrapANSI(%q, %d): the line %q leaves a style open", styled, width, line)
		}
	}
	plain, _ := unstyle(strings.Join(lines, "\n"))
	want, _ := unstyle(valid(styled))
	if got, want := kept(plain), kept(want); got != want {
		t.Fatalf("WrapANSI(%q, %d) changed the text: %q", styled, width, got)
	}
}

// kept is what wrapping must keep: everything but white space at which a line may end.
func kept(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || breaking(r) {
			return -1
		}
		return r
	}, s)
}
