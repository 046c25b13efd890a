package lint

import (
	"slices"
	"strings"
	"unicode"
)

// syllables estimates the syllables of an English word: groups of vowels, less a silent e, and one more where vowels run
// together but are spoken apart. It is a rule of thumb that errs by one on some words.
func syllables(word string) int {
	word = strings.Map(letter, strings.ToLower(word))
	word = strings.ReplaceAll(strings.TrimSuffix(word, "'s"), "'", "")
	if n, ok := odd[word]; ok {
		return n
	}
	for _, head := range silentHeads {
		if rest, ok := strings.CutPrefix(word, head); ok && len(rest) > 2 {
			return 1 + syllables(rest)
		}
	}
	return max(1, groups(word)-silent(word)+apart(word))
}

func letter(r rune) rune {
	switch {
	case unicode.IsLetter(r), r == '\'':
		return r
	case r == '’':
		return '\''
	default:
		return -1
	}
}

// odd are words of everyday use that the rules get wrong.
var odd = map[string]int{
	"every": 2, "everyone": 3, "everything": 3, "business": 2, "science": 2, "area": 3, "idea": 3, "ideas": 3, "being": 2,
	"create": 2, "created": 3, "element": 3, "elements": 3, "people": 2, "didnt": 2, "doesnt": 2, "isnt": 2, "wasnt": 2,
	"couldnt": 2, "quiet": 2, "diet": 2, "client": 2, "evening": 2, "react": 2, "reaction": 3, "reactions": 3, "unique": 2,
	"patient": 2, "patients": 2, "someone": 2, "something": 2, "sometimes": 2, "somewhere": 2, "hours": 1,
	"safety": 2, "embryonic": 4, "embryo": 3, "embryos": 3,
}

// silentHeads begin words of two parts whose first ends in a silent e.
var silentHeads = []string{"some", "there", "where", "fore", "life", "home", "side", "time", "care", "safe"}

func groups(word string) int {
	n, before := 0, false
	for i, r := range word {
		is := strings.ContainsRune("aeiou", r) || r == 'y' && i > 0
		if is && !before {
			n++
		}
		before = is
	}
	return n
}

// silent gives how many groups of vowels are not spoken: 0 or 1.
func silent(word string) int {
	is := func(spoken []string, silent ...string) bool { return ends(word, silent) && !ends(word, spoken) }
	switch {
	case groups(word) < 2:
	case is(nil, "le", "les") && !vowel(strings.TrimSuffix(word, "s"), 3): // little, tables
	case is([]string{"ee", "ie", "oe", "ue", "ye"}, "e"):
		return 1
	case is([]string{"ted", "ded", "eed", "ied"}, "ed"):
		return 1
	case is([]string{"ses", "ces", "ges", "zes", "xes", "ches", "shes", "ies", "ees"}, "es"):
		return 1
	case is([]string{"eement", "eements"}, "ement", "ements", "ely", "eless", "eful", "efully", "eness"):
		return 1
	}
	return 0
}

// apart gives how many vowels run together in the word and are spoken apart.
func apart(word string) int {
	n := 0
	for _, two := range []string{"ia", "iu", "io", "eo", "ua", "ying", "oing", "eing", "uing", "iet", "ience"} {
		n += strings.Count(word, two)
	}
	for _, one := range []string{"tia", "cia", "tio", "sio", "gio", "cio", "xio", "qua", "gua", "peo", "geo"} {
		n -= strings.Count(word, one)
	}
	return max(n, 0)
}

func vowel(word string, fromEnd int) bool {
	return len(word) >= fromEnd && strings.ContainsRune("aeiouy", rune(word[len(word)-fromEnd]))
}

func ends(word string, suffixes []string) bool {
	return slices.ContainsFunc(suffixes, func(s string) bool { return strings.HasSuffix(word, s) })
}
