package yamlform

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"informed/internal/text"
)

// The schema has patterns where Decode has functions. They must agree on anything.
func TestFormsMatchTheirPatterns(t *testing.T) {
	forms := []*form{idForm(), itemForm(), optionForm(), sourceForm(), versionForm(), dateForm(), languageForm(), urlForm()}
	seeds := []string{"a", "all", "a-1", "1.0.0", "10.20.30", "2026-11-22", "2024-02-29", "2025-02-29", "en", "pt-BR", "zh-Hans-CN",
		"https://example.org/a?b=c#d", "http://a", "FDA-2021.b", strings.Repeat("a", 64), strings.Repeat("a", 65),
		"https://" + strings.Repeat("a", maxURL-8), "https://" + strings.Repeat("a", maxURL-7)}
	random := rand.New(rand.NewPCG(1, 2))
	for _, f := range forms {
		pattern := regexp.MustCompile(f.pattern)
		accepted := 0
		for i := range 20_000 {
			s := seeds[i%len(seeds)]
			if i >= len(seeds) {
				s = mutate(random, s, "aZ09.-_/: \n<é")
			}
			want := pattern.MatchString(s) && !slices.Contains(f.except, s) &&
				(f.most == 0 || utf8.RuneCountInString(s) <= f.most) && (f.format != "date" || isDay(s))
			if got := f.match(s); got != want {
				t.Fatalf("%s: %q matches: %v, by its pattern %v", f.noun, s, got, want)
			}
			if want {
				accepted++
			}
		}
		if accepted < 10 {
			t.Errorf("%s: only %d strings were accepted", f.noun, accepted)
		}
	}
}

// isDay is what the format date of JSON Schema adds to the pattern.
func isDay(s string) bool {
	year, _ := strconv.Atoi(s[:4])
	month, _ := strconv.Atoi(s[5:7])
	day, _ := strconv.Atoi(s[8:])
	if month < 1 || month > 12 {
		return false
	}
	last := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		last = 29
	}
	return 1 <= day && day <= last
}

func TestLinesMatchTheirPatterns(t *testing.T) {
	one, several := regexp.MustCompile(linePattern()), regexp.MustCompile(linesPattern())
	random := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		s := mutate(random, "a b", "a .\n\n  \u00a0\u0301سé\u200c\x1b\t\r\u202e\u2028\u0085\ue000\u00ad中")
		if text.Check(s) != nil {
			if strings.ContainsAny(s, "\x1b\t\r\u202e\u2028\u0085\ue000\u00ad") && several.MatchString(s) {
				t.Fatalf("the schema takes %q", s)
			}
			continue
		}
		if got, want := !isBlank(s), several.MatchString(s); got != want {
			t.Fatalf("%q is text: %v, by its pattern %v", s, got, want)
		}
		if got, want := !isBlank(s) && oneLine(s), one.MatchString(s); got != want {
			t.Fatalf("%q is one line: %v, by its pattern %v", s, got, want)
		}
	}
}

func TestNumericReference(t *testing.T) {
	pattern := regexp.MustCompile(referencePattern)
	random := rand.New(rand.NewPCG(5, 6))
	for range 20_000 {
		s := mutate(random, "a&#12;&#x1b;", "&#;xX1aAg ")
		if got, want := numericReference(s), pattern.FindString(s); got != want {
			t.Fatalf("reference in %q is %q, by its pattern %q", s, got, want)
		}
	}
}

// mutate changes up to four places of s by letters of the alphabet.
func mutate(random *rand.Rand, s, alphabet string) string {
	letters, runes := []rune(alphabet), []rune(s)
	for range 1 + random.IntN(4) {
		at, letter := random.IntN(len(runes)+1), letters[random.IntN(len(letters))]
		switch {
		case at == len(runes) || random.IntN(3) == 0:
			runes = slices.Insert(runes, at, letter)
		case random.IntN(2) == 0 && len(runes) > 1:
			runes = slices.Delete(runes, at, at+1)
		default:
			runes[at] = letter
		}
	}
	return string(runes)
}
