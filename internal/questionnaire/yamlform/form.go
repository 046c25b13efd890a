package yamlform

import (
	"slices"
	"strings"
	"unicode/utf8"

	"informed/internal/questionnaire"
)

// form is what a code must look like. The pattern is for the schema, match is the same in Go and quick.
type form struct {
	code    string // of the diagnostic
	noun    string
	hint    string
	pattern string
	format  string // of JSON Schema
	except  []string
	most    int // characters; 0 where the pattern says it
	match   func(s string) bool
}

func idForm() *form {
	return &form{code: "bad-id", noun: "an id", hint: "use a to z, 0 to 9 and -, beginning with a letter",
		pattern: `^[a-z][a-z0-9-]{0,63}$`, match: func(s string) bool {
			return s != "" && isLower(s[0]) && isName(s, "-", false)
		}}
}

// itemForm keeps the names that mean something else in a condition.
func itemForm() *form {
	f := idForm()
	f.except = []string{string(questionnaire.OpAll), string(questionnaire.OpAny), string(questionnaire.OpNot)}
	looks := f.match
	f.match = func(s string) bool { return looks(s) && !slices.Contains(f.except, s) }
	f.hint += "; all, any and not are taken"
	return f
}

func optionForm() *form {
	return &form{code: "bad-value", noun: "an option's value", hint: "use a to z, 0 to 9 and -; the words go under text",
		pattern: `^[a-z0-9][a-z0-9-]{0,63}$`, match: func(s string) bool {
			return s != "" && s[0] != '-' && isName(s, "-", false)
		}}
}

func sourceForm() *form {
	return &form{code: "bad-id", noun: "the name of a source", hint: "use letters, digits, dots and -, as in FDA-2021",
		pattern: `^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$`, match: func(s string) bool {
			return s != "" && s[0] != '-' && s[0] != '.' && isName(s, "-.", true)
		}}
}

func termForm() *form {
	return &form{code: "bad-term", noun: "a glossary term", hint: "write one to 100 letters on one line",
		pattern: linePattern(), most: maxTerm, match: func(s string) bool {
			return oneLine(s) && !isBlank(s) && utf8.RuneCountInString(s) <= maxTerm
		}}
}

func versionForm() *form {
	return &form{code: "bad-version", noun: "a version", hint: "write three numbers with dots, as in 1.0.0",
		pattern: `^(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})$`, match: isVersion}
}

func dateForm() *form {
	return &form{code: "bad-date", noun: "a date", hint: "write year, month and day, as in 2026-11-22", format: "date",
		pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`, match: questionnaire.IsDate}
}

func languageForm() *form {
	return &form{code: "bad-language", noun: "a language tag", hint: "write a tag such as en, ar or pt-BR",
		pattern: `^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$`, match: isLanguage}
}

func urlForm() *form {
	return &form{code: "bad-url", noun: "a web address", hint: "begin it with https:// or http:// and leave out spaces",
		pattern: `^https?://[!#-;=?-\[\]_a-z~]+$`, most: maxURL, match: isURL}
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isName reports whether s is at most 64 letters, digits and characters of extra.
func isName(s, extra string, upper bool) bool {
	if len(s) > 64 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isLower(c) && !isDigit(c) && !(upper && isUpper(c)) && strings.IndexByte(extra, c) < 0 {
			return false
		}
	}
	return true
}

func isVersion(s string) bool {
	parts := strings.Split(s, ".")
	for _, p := range parts {
		if p == "" || len(p) > 6 || len(p) > 1 && p[0] == '0' || strings.Trim(p, "0123456789") != "" {
			return false
		}
	}
	return len(parts) == 3
}

func isLanguage(s string) bool {
	parts := strings.Split(s, "-")
	for i, p := range parts {
		least, most := 2, 8
		if i == 0 {
			most = 3
		}
		if len(p) < least || len(p) > most || !isName(p, "", i > 0) || i == 0 && strings.ContainsAny(p, "0123456789") {
			return false
		}
	}
	return len(parts) <= 5
}

func isURL(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	for i := range len(rest) {
		if c := rest[i]; c <= ' ' || c > '~' || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			return false
		}
	}
	return ok && rest != "" && len(s) <= maxURL
}
