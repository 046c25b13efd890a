package questionnaire

import (
	"slices"
	"unicode/utf8"
)

// Problem says why an answer cannot be taken. Its Code and Data choose the sentence that a front end shows; neither
// holds anything of the answer.
type Problem struct {
	Code string         // kebab-case: required, not-an-option, number-range, ...
	Item string         // id of the item, "" where it is about the whole
	Data map[string]any // what the sentence needs: Min, Max, Count
}

// Error gives the code and the item, for logs and tests.
func (p *Problem) Error() string { return p.Item + ": " + p.Code }

func problem(it *Item, code string, data map[string]any) *Problem {
	return &Problem{Code: code, Item: it.ID, Data: data}
}

// Validate reports why v cannot be an answer to the item, or nil. No answer is valid: whether one is required is
// asked at the end. Of a quiz, all tries are checked.
func (it *Item) Validate(v Value) *Problem {
	switch {
	case v.IsZero():
		return nil
	case v.IsUnsure() && it.Type.Question():
		return nil
	case it.Type == TypeQuiz:
		return it.validateTries(v)
	case it.Type.Coded():
		return it.validateCodes(v)
	case it.Type.Numeric():
		return it.validateNumber(v.Number)
	case it.Type == TypeDate:
		return it.validateDate(v.Date)
	case it.Type.Answerable() && (len(v.Codes) > 0 || v.Number != "" || v.Date != ""):
		return problem(it, "not-an-option", nil)
	case it.Type.Answerable():
		return it.validateText(v.Text)
	default:
		return problem(it, "no-answer", nil)
	}
}

func (it *Item) validateTries(v Value) *Problem {
	if len(v.Codes) > Tries {
		return problem(it, "quiz-closed", nil)
	}
	for try, code := range v.Codes {
		if _, ok := findOption(it.Probe(try).Options, code); !ok {
			return problem(it, "not-an-option", nil)
		}
		if try > 0 && it.Closed(Value{Codes: v.Codes[:try]}) {
			return problem(it, "quiz-closed", nil)
		}
	}
	return nil
}

func (it *Item) validateCodes(v Value) *Problem {
	if len(v.Codes) == 0 {
		return problem(it, "not-an-option", nil)
	}
	if len(v.Codes) > 1 && it.Type != TypeChoices {
		return problem(it, "one-only", nil)
	}
	for i, code := range v.Codes {
		o, ok := it.Option(code)
		switch {
		case !ok || slices.Contains(v.Codes[:i], code):
			return problem(it, "not-an-option", nil)
		case o.Exclusive && len(v.Codes) > 1:
			return problem(it, "exclusive", nil)
		case o.Open && v.Words[code] == "":
			return problem(it, "words-required", nil)
		}
	}
	for code, words := range v.Words {
		if o, ok := it.Option(code); !ok || !o.Open || !v.Has(code) {
			return problem(it, "not-an-option", nil)
		}
		if p := it.validateText(words); p != nil {
			return p
		}
	}
	return nil
}

func (it *Item) validateNumber(s string) *Problem {
	n, ok := ParseNumber(s)
	if !ok {
		return problem(it, "not-a-number", it.limits())
	}
	if it.Type.Whole() && slices.Contains([]byte(n), '.') {
		return problem(it, "not-whole", it.limits())
	}
	low := it.Min != "" && CompareNumbers(n, it.Min) < 0
	high := it.Max != "" && CompareNumbers(n, it.Max) > 0
	return it.outside(low || high, "number")
}

func (it *Item) validateDate(s string) *Problem {
	if !IsDate(s) {
		return problem(it, "not-a-date", it.limits())
	}
	return it.outside(it.Min != "" && s < it.Min || it.Max != "" && s > it.Max, "date")
}

// outside names the bounds that an answer broke: number-range, number-min, number-max, and the same of dates.
func (it *Item) outside(broken bool, kind string) *Problem {
	switch {
	case !broken:
		return nil
	case it.Max == "":
		return problem(it, kind+"-min", it.limits())
	case it.Min == "":
		return problem(it, kind+"-max", it.limits())
	default:
		return problem(it, kind+"-range", it.limits())
	}
}

func (it *Item) limits() map[string]any { return map[string]any{"Min": it.Min, "Max": it.Max} }

func (it *Item) validateText(s string) *Problem {
	longest := MaxAnswer
	if it.MaxLength > 0 {
		longest = min(longest, it.MaxLength)
	}
	if utf8.RuneCountInString(s) > longest {
		return problem(it, "too-long", map[string]any{"Max": longest})
	}
	return nil
}
