package text

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing to do", "I hope to walk.\nWithout pain.", "I hope to walk.\nWithout pain."},
		{"line ends", "a\r\nb\rc\u2028d\u0085e\vf", "a\nb\nc\nd\ne\nf"},
		{"tab", "a\tb", "a b"},
		{"composed", "e\u0301", "é"},
		{"colour", "\x1b[31;1mred\x1b[0m", "red"},
		{"eight-bit colour", "\u009b31mred", "red"},
		{"window title", "a\x1b]0;title\ab", "ab"},
		{"link", "\x1b]8;;https://example.org\x1b\\text\x1b]8;;\x1b\\", "text"},
		{"title without an end", "\x1b]0;all of this stays", "]0;all of this stays"},
		{"title that ends in the next line", "\x1b]0;a\nb\a", "]0;a\nb"},
		{"escape alone", "\x1b\x1b[1m[1mx\x1b", "[1mx"},
		{"turned", "\u202eabc\u202c", "abc"},
		{"invisible", "a\u200bb\ufeffc\u00add", "abcd"},
		{"letters that meet", "e\u200b\u0301", "é"},
		{"joiners", "می\u200cخواهم a\u200db", "می\u200cخواهم ab"},
		{"family", "👨\u200d👩", "👨👩"},
		{"broken", "a\xff\xfeb", "a\ufffdb"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Clean(test.in); got != test.want {
				t.Errorf("Clean(%q) = %q, want %q", test.in, got, test.want)
			}
		})
	}
	if got, want := CleanLine("a\r\nb\tc\n"), "a b c "; got != want {
		t.Errorf("CleanLine: got %q, want %q", got, want)
	}
}

func TestCleanProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 20000 {
		checkClean(t, sample(random))
	}
}

func FuzzClean(f *testing.F) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		f.Add(sample(random))
	}
	f.Fuzz(checkClean)
}

// checkClean holds Clean to its promises.
func checkClean(t *testing.T, s string) {
	t.Helper()
	cleaned := Clean(s)
	if err := Check(cleaned); err != nil {
		t.Fatalf("Clean(%q) = %q: %v", s, cleaned, err)
	}
	if again := Clean(cleaned); again != cleaned {
		t.Fatalf("Clean(%q) = %q, and cleaned again %q", s, cleaned, again)
	}
	if line := CleanLine(s); strings.Contains(line, "\n") {
		t.Fatalf("CleanLine(%q) = %q has a newline", s, line)
	}
	if err := CheckMarkdown(s); err == nil && Check(s) != nil {
		t.Fatalf("CheckMarkdown(%q) accepts what Check refuses", s)
	}
}
