package visit

import (
	"errors"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

func TestBare(t *testing.T) {
	for code, want := range map[string]string{" ab-12 34 ": "AB1234", "12\u201334\u00a056": "123456", "": "", "- ": ""} {
		if got := Bare(code); got != want || Bare(got) != got {
			t.Errorf("Bare(%q) is %q, want %q", code, got, want)
		}
	}
}

func TestRead(t *testing.T) {
	form, err := New(`[A-Z]?\d{6}`, None, "A 123-456")
	luhn, fault := New(`^\d{4,6}$`, Luhn, "")
	if err != nil || fault != nil {
		t.Fatal(err, fault)
	}
	if !form.Letters || luhn.Letters {
		t.Error("it is not right which form has letters")
	}
	tests := []struct {
		form        Form
		typed, want string
		err         error
	}{
		{form, "b123456", "B123456", nil},
		{form, "123 456", "123456", nil},
		{form, "a-123456", "", ErrExample},
		{form, "12345", "", ErrForm},
		{form, "1234567", "", ErrForm},
		{form, "", "", ErrForm},
		{form, "123456\n", "123456", nil},
		{form, strings.Repeat("1", 1000), "", ErrForm},
		{luhn, "0000", "0000", nil},
		{luhn, "7992-1", "79921", nil},
		{luhn, "79920", "", ErrMistyped},
		{luhn, "799", "", ErrForm},
		{Form{}, "1", "", ErrForm},
	}
	for _, test := range tests {
		got, err := test.form.Read(test.typed)
		if got != test.want || !errors.Is(err, test.err) {
			t.Errorf("%q is read as %q, %v, want %q, %v", test.typed, got, err, test.want, test.err)
		}
		if err != nil && test.typed != "" && strings.Contains(err.Error(), test.typed) {
			t.Errorf("the error holds the code: %v", err)
		}
	}
}

func TestPatternsThatAreNone(t *testing.T) {
	tests := []struct {
		pattern string
		check   Check
		example string
		want    string
	}{
		{`[`, None, "", "no regular expression"},
		{`\d{3}-\d{3}`, None, "", "without spaces and dashes"},
		{`[a-z]{3}`, None, "", "in capitals"},
		{`[^0-9A-Z]`, None, "", "no code that can be typed"},
		{`(-|_)\d`, None, "", "no code that can be typed"},
		{`(-){2}\d`, None, "", "no code that can be typed"},
		{``, None, "", "without a letter or a digit"},
		{`\d*`, None, "", "without a letter or a digit"},
		{`\d?`, None, "", "without a letter or a digit"},
		{`-?`, None, "", "without a letter or a digit"},
		{`\d+`, None, "", "more than 32"},
		{`\d{33}`, None, "", "more than 32"},
		{`(\d{10}){4}`, None, "", "more than 32"},
		{`1(2|3{40})`, None, "", "more than 32"},
		{`\b\d{6}`, None, "", "at its ends"},
		{`\d{3}^\d{3}`, None, "", "at its ends"},
		{strings.Repeat("1", 201), None, "", "longer than 200"},
		{`\w{6}`, Luhn, "", "takes no other letters and digits than 0123456789"},
		{`A\d{6}`, Mod112, "", "than 0123456789X"},
		{`\d{11}`, Mod11, "", "at most 10 digits"},
		{`\d{6}`, "verhoeff", "", "no such check"},
		{`\d{6}`, None, "12345", "the example"},
	}
	for _, test := range tests {
		if _, err := New(test.pattern, test.check, test.example); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s, %s, %s: %v, want %q", test.pattern, test.check, test.example, err, test.want)
		}
	}
}

func TestPatternsThatAreRight(t *testing.T) {
	for pattern, check := range map[string]Check{
		`\d{6}`: Luhn, `^\d{6}$`: None, `(?i)ab\d{3}`: None, `[A-Z]{2}-?\d{4}`: None, `\d{9}[\dX]`: Mod11, `(A|B|-)\d`: None,
		`\w{3,32}`: None, `.{4}`: Mod9710, `(?:\d{3}){2}`: Mod112, `\d-{0}\d`: None, `\d{32}`: Luhn,
	} {
		if _, err := New(pattern, check, ""); err != nil {
			t.Errorf("%s, %s: %v", pattern, check, err)
		}
	}
}

// What is said of a pattern is so: whatever matches it is within its extent.
func TestExtents(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	atoms := []string{`1`, `A`, `-`, `\d`, `[A-C]`, `[a-c]`, `.`}
	var make func(depth int) string
	make = func(depth int) string {
		if depth == 0 || random.IntN(4) == 0 {
			return atoms[random.IntN(len(atoms))]
		}
		switch part := `(?:` + make(depth-1) + `)`; random.IntN(6) {
		case 0:
			return part + `?`
		case 1:
			return part + `{1,3}`
		case 2:
			return part + `{0,2}`
		case 3:
			return part + `|` + make(depth-1)
		default:
			return part + make(depth-1)
		}
	}
	for range 400 {
		pattern := make(3)
		e, err := examine(pattern)
		whole := regexp.MustCompile(`^(?:` + pattern + `)$`)
		for range 60 {
			code := ""
			for range random.IntN(5) {
				code += string("1ABC7"[random.IntN(5)])
			}
			if !whole.MatchString(code) {
				continue
			}
			switch {
			case e.none, errors.Is(err, errNothing):
				t.Fatalf("%s matches %q, and is said to match nothing", pattern, code)
			case len(code) < e.least, len(code) > e.most, strings.Trim(code, e.chars) != "":
				t.Fatalf("%s matches %q, out of %+v", pattern, code, e)
			}
		}
	}
}

func FuzzNew(f *testing.F) {
	f.Add(`\d{6}`, "123456")
	f.Add(`(?i)[a-z]+|^$`, "")
	f.Fuzz(func(t *testing.T, pattern, typed string) {
		form, err := New(pattern, None, "")
		if err != nil {
			return
		}
		if code, err := form.Read(typed); err == nil && (code == "" || len(code) > Most || Bare(code) != code) {
			t.Errorf("%q reads %q as %q", pattern, typed, code)
		}
	})
}
